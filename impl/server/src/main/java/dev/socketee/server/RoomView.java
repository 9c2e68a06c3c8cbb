package dev.socketee.server;

import dev.socketee.Room;
import dev.socketee.Socket;
import dev.socketee.SocketNamespace;
import org.jspecify.annotations.Nullable;

/** A room of a namespace, by its name. Immutable. */
final class RoomView extends BroadcastView implements Room {

  private final LocalNamespace namespace;
  private final String name;
  private final BroadcastOperator members;

  RoomView(LocalNamespace namespace, String name, BroadcastOperator members) {
    this.namespace = namespace;
    this.name = name;
    this.members = members;
  }

  LocalNamespace namespace() {
    return namespace;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void join(Socket socket) {
    requireSameNamespace(socket);
    socket.join(name);
  }

  @Override
  public void leave(Socket socket) {
    requireSameNamespace(socket);
    socket.leave(name);
  }

  /** By name if it is not ours: it may be a proxy. */
  private void requireSameNamespace(Socket socket) {
    SocketNamespace other = socket.namespace();
    boolean same =
        other instanceof LocalNamespace
            ? other == namespace
            : other.name().equals(namespace.name());
    if (!same) {
      throw new IllegalArgumentException(
          "A socket of namespace " + other.name() + " cannot be in a room of " + namespace.name());
    }
  }

  @Override
  public int size() {
    return namespace.index().size(name);
  }

  @Override
  BroadcastOperator targets() {
    return members;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RoomView view && namespace == view.namespace && name.equals(view.name);
  }

  @Override
  public int hashCode() {
    return 31 * System.identityHashCode(namespace) + name.hashCode();
  }

  @Override
  public String toString() {
    return "Room[" + namespace.name() + ", " + name + "]";
  }
}
