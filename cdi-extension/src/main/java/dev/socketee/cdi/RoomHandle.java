package dev.socketee.cdi;

import dev.socketee.Room;
import dev.socketee.Socket;

/** An injected room. */
final class RoomHandle extends BroadcasterHandle implements Room {

  private static final long serialVersionUID = 1L;

  private final String name;

  RoomHandle(ServerReference server, String namespace, String name) {
    super(server, namespace);
    this.name = name;
  }

  @Override
  Room target() {
    return namespace().room(name);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void join(Socket socket) {
    target().join(socket);
  }

  @Override
  public void leave(Socket socket) {
    target().leave(socket);
  }

  @Override
  public int size() {
    return target().size();
  }
}
