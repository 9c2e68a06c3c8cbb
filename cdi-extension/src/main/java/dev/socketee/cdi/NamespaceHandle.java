package dev.socketee.cdi;

import dev.socketee.Middleware;
import dev.socketee.Room;
import dev.socketee.Socket;
import dev.socketee.SocketNamespace;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/** An injected namespace, or the broadcaster to all its sockets. */
final class NamespaceHandle extends BroadcasterHandle implements SocketNamespace {

  private static final long serialVersionUID = 1L;

  NamespaceHandle(ServerReference server, String namespace) {
    super(server, namespace);
  }

  @Override
  SocketNamespace target() {
    return namespace();
  }

  @Override
  public String name() {
    return target().name();
  }

  @Override
  public SocketNamespace use(Middleware middleware) {
    return target().use(middleware);
  }

  @Override
  public SocketNamespace onConnection(Consumer<? super Socket> listener) {
    return target().onConnection(listener);
  }

  @Override
  public Collection<Socket> connectedSockets() {
    return target().connectedSockets();
  }

  @Override
  public Optional<Socket> socket(String id) {
    return target().socket(id);
  }

  @Override
  public Room room(String room) {
    return target().room(room);
  }
}
