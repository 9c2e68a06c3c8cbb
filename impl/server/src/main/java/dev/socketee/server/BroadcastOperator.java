package dev.socketee.server;

import dev.socketee.Broadcaster;
import dev.socketee.Room;
import dev.socketee.Socket;
import org.jspecify.annotations.Nullable;

/** Addresses sockets of a namespace. Immutable. */
final class BroadcastOperator implements Broadcaster {

  private final LocalNamespace namespace;
  private final BroadcastOptions options;

  BroadcastOperator(LocalNamespace namespace, BroadcastOptions options) {
    this.namespace = namespace;
    this.options = options;
  }

  @Override
  public BroadcastOperator to(String... rooms) {
    return new BroadcastOperator(namespace, options.to(rooms));
  }

  @Override
  public BroadcastOperator to(Room room) {
    return to(room.name());
  }

  @Override
  public BroadcastOperator in(String... rooms) {
    return to(rooms);
  }

  @Override
  public BroadcastOperator except(String... rooms) {
    return new BroadcastOperator(namespace, options.but(rooms));
  }

  @Override
  public BroadcastOperator except(Room room) {
    return except(room.name());
  }

  @Override
  public BroadcastOperator except(Socket socket) {
    return except(socket.id());
  }

  @Override
  public BroadcastOperator asVolatile() {
    return new BroadcastOperator(namespace, options.asVolatile());
  }

  @Override
  public void emit(String event, @Nullable Object... arguments) {
    namespace.broadcast(options, event, arguments);
  }

  @Override
  public String toString() {
    return "Broadcaster[" + namespace.name() + ", " + options + "]";
  }
}
