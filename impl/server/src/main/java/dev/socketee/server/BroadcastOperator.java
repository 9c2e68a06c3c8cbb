package dev.socketee.server;

import dev.socketee.BroadcastAcks;
import dev.socketee.RemoteSocket;
import dev.socketee.Room;
import dev.socketee.Socket;
import dev.socketee.spi.BroadcastOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Addresses sockets of a namespace. Immutable.
 *
 * <p>An empty list of rooms, {@code to()}, is nobody, which the options have no word for: such an
 * operator stops here.
 */
final class BroadcastOperator implements EncodedBroadcaster {

  private final LocalNamespace namespace;
  private final BroadcastOptions options;
  private final boolean nobody;

  BroadcastOperator(LocalNamespace namespace, BroadcastOptions options) {
    this(namespace, options, false);
  }

  private BroadcastOperator(LocalNamespace namespace, BroadcastOptions options, boolean nobody) {
    this.namespace = namespace;
    this.options = options;
    this.nobody = nobody;
  }

  private BroadcastOperator with(BroadcastOptions other) {
    return new BroadcastOperator(namespace, other, nobody);
  }

  @Override
  public BroadcastOperator to(String... rooms) {
    BroadcastOptions union = options.to(rooms);
    return new BroadcastOperator(namespace, union, union.rooms().isEmpty());
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
    return with(options.but(rooms));
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
    return with(options.asVolatile());
  }

  @Override
  public BroadcastOperator local() {
    return with(options.onlyLocal());
  }

  @Override
  public BroadcastOperator compress(boolean compress) {
    return with(options.compressed(compress));
  }

  @Override
  public BroadcastOperator timeout(Duration timeout) {
    return with(options.within(Waits.timeout(timeout)));
  }

  @Override
  public void emit(String event, @Nullable Object... arguments) {
    emit(new OnceEncoded(event, arguments));
  }

  @Override
  public void emit(OnceEncoded event) {
    if (!nobody) {
      namespace.broadcasts().emit(options, event);
    }
  }

  @Override
  public CompletionStage<BroadcastAcks> emitWithAck(String event, @Nullable Object... arguments) {
    return emitWithAck(new OnceEncoded(event, arguments));
  }

  @Override
  public CompletionStage<BroadcastAcks> emitWithAck(OnceEncoded event) {
    return nobody
        ? Broadcasts.askNobody(options)
        : namespace.broadcasts().emitWithAck(options, event);
  }

  @Override
  public void requireTimeout() {
    Duration unused = Broadcasts.requireTimeout(options);
  }

  @Override
  public SocketIOServer server() {
    return namespace.server();
  }

  @Override
  public CompletionStage<List<RemoteSocket>> fetchSockets() {
    return nobody
        ? CompletableFuture.completedFuture(List.of())
        : namespace.broadcasts().fetch(options);
  }

  @Override
  public void socketsJoin(String... rooms) {
    if (!nobody) {
      namespace.broadcasts().join(options, rooms);
    }
  }

  @Override
  public void socketsLeave(String... rooms) {
    if (!nobody) {
      namespace.broadcasts().leave(options, rooms);
    }
  }

  @Override
  public void disconnectSockets(boolean close) {
    if (!nobody) {
      namespace.broadcasts().disconnect(options, close);
    }
  }

  @Override
  public String toString() {
    return "Broadcaster[" + namespace.name() + ", " + (nobody ? "nobody" : options) + "]";
  }
}
