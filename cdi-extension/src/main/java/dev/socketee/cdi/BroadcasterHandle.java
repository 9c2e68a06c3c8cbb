package dev.socketee.cdi;

import dev.socketee.Broadcaster;
import dev.socketee.Room;
import dev.socketee.Socket;
import dev.socketee.SocketNamespace;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What is injected for a part of a namespace: a name, and the way to the server. It can be used
 * before the server has been started, by any thread, and can be serialized with the bean that holds
 * it; what its methods answer cannot.
 */
abstract class BroadcasterHandle implements Broadcaster, Serializable {

  private static final long serialVersionUID = 1L;

  private final ServerReference server;
  private final String namespace;

  BroadcasterHandle(ServerReference server, String namespace) {
    this.server = server;
    this.namespace = namespace;
  }

  /** What it stands for. */
  abstract Broadcaster target();

  final SocketNamespace namespace() {
    return server.server().of(namespace);
  }

  @Override
  public final Broadcaster to(String... rooms) {
    return target().to(rooms);
  }

  @Override
  public final Broadcaster to(Room room) {
    return target().to(room);
  }

  @Override
  public final Broadcaster in(String... rooms) {
    return target().in(rooms);
  }

  @Override
  public final Broadcaster except(String... rooms) {
    return target().except(rooms);
  }

  @Override
  public final Broadcaster except(Room room) {
    return target().except(room);
  }

  @Override
  public final Broadcaster except(Socket socket) {
    return target().except(socket);
  }

  @Override
  public final Broadcaster asVolatile() {
    return target().asVolatile();
  }

  @Override
  @SuppressWarnings("NullAway") // does not see in a class file that the arguments may be null
  public final void emit(String event, @Nullable Object... arguments) {
    target().emit(event, arguments);
  }

  @Override
  public final String toString() {
    return target().toString();
  }
}
