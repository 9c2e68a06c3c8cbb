package dev.socketee.server;

import dev.socketee.BroadcastAcks;
import dev.socketee.RemoteSocket;
import dev.socketee.RoomListener;
import dev.socketee.ServerAcks;
import dev.socketee.server.SocketIOServer.Surroundings;
import dev.socketee.spi.Adapter;
import dev.socketee.spi.AdapterFactory;
import dev.socketee.spi.BroadcastOptions;
import dev.socketee.spi.Emission;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What is done to many sockets of a namespace at once: by its adapter, of which there is a plain
 * one until the server is started.
 */
final class Broadcasts {

  private static final Set<String> RESERVED = Set.of("connect", "connection", "new_namespace");

  private final LocalNamespace namespace;
  private final NodeSockets sockets;
  private final AtomicReference<Adapter> adapter;
  private volatile boolean closed;

  /** That of the adapter, if it has one. */
  private volatile @Nullable RoomListener roomListener;

  Broadcasts(LocalNamespace namespace, NodeSockets sockets) {
    this.namespace = namespace;
    this.sockets = sockets;
    this.adapter = new AtomicReference<>(new InMemoryAdapter(sockets));
  }

  /** The server has been started. */
  void start(Surroundings surroundings) {
    AdapterFactory factory = surroundings.options().adapter();
    RecoveryOptions recovery = surroundings.options().recovery();
    if (factory != null) {
      Adapter made = factory.create(sockets);
      made.roomListener().ifPresent(this::listen);
      complain(existing(made.init()), "The adapter of " + namespace.name() + " has no connection");
      adapter.set(made);
    } else if (recovery.enabled()) {
      adapter.set(new RecoveringAdapter(sockets, recovery));
    }
    if (closed) {
      complain(close(), "The adapter of " + namespace.name() + " was not closed");
    }
  }

  private void listen(RoomListener listener) {
    roomListener = listener;
    namespace.roomEvents().addAdapter(listener);
  }

  /**
   * The last socket is gone. The adapter is closed once, however often this is called, and not used
   * any more, whoever still emits: the plain one takes its place.
   */
  CompletionStage<Void> close() {
    closed = true;
    RoomListener listening = roomListener;
    if (listening != null) {
      namespace.roomEvents().remove(listening);
    }
    Adapter last = adapter.getAndSet(new InMemoryAdapter(sockets));
    try {
      return existing(last.close());
    } catch (Throwable e) { // others are still to be closed
      return CompletableFuture.failedFuture(e);
    }
  }

  Adapter adapter() {
    return adapter.get();
  }

  /** Which adapter that is, for the log. */
  String adapterName() {
    Adapter known = adapter();
    if (known.getClass() == InMemoryAdapter.class) {
      return "in memory";
    }
    return known instanceof RecoveringAdapter
        ? "in memory with recovery"
        : known.getClass().getName();
  }

  private static void complain(CompletionStage<Void> done, String what) {
    CompletionStage<Void> unused =
        done.whenComplete(
            (nothing, failure) -> {
              if (failure != null) {
                SocketIOServer.LOG.log(Level.ERROR, what, failure);
              }
            });
  }

  /** Encodes once; on a server that is alone, only if there is anybody to send it to. */
  void emit(BroadcastOptions options, OnceEncoded event) {
    Adapter current = adapter();
    if (current.getClass() != InMemoryAdapter.class) {
      current.broadcast(event.by(namespace), options);
      return;
    }
    List<ServerSocket> targets = namespace.targets(options);
    if (!targets.isEmpty()) {
      sockets.deliver(event.by(namespace), options, targets);
    }
  }

  /** Nobody is addressed. */
  static CompletionStage<BroadcastAcks> askNobody(BroadcastOptions options) {
    Duration unused = requireTimeout(options);
    return CompletableFuture.completedFuture(new BroadcastAcks(List.of(), Set.of(), 0, true));
  }

  /**
   * The time-out of a question to many.
   *
   * @throws IllegalStateException if there is none
   */
  static Duration requireTimeout(BroadcastOptions options) {
    Duration timeout = options.timeout();
    if (timeout == null) {
      throw noTimeout();
    }
    return timeout;
  }

  static IllegalStateException noTimeout() {
    return new IllegalStateException(
        "A broadcast that asks for acknowledgements needs a timeout(...): a client that never"
            + " answers would keep the others' answers away for ever");
  }

  CompletionStage<BroadcastAcks> emitWithAck(BroadcastOptions options, OnceEncoded event) {
    Duration timeout = requireTimeout(options);
    Surroundings surroundings = namespace.surroundings();
    Emission emission = event.by(namespace);
    BroadcastRound round = new BroadcastRound(sockets, surroundings.runtime().background());
    CompletionStage<BroadcastAcks> acks = round.begin(surroundings.runtime().timer(), timeout);
    if (options.local()) {
      round.awaitServers(CompletableFuture.completedFuture(1));
      sockets.broadcastWithAck(emission, options, round);
    } else {
      Adapter current = adapter();
      round.awaitServers(existing(current.serverCount()));
      current.broadcastWithAck(emission, options, round);
    }
    return acks;
  }

  CompletionStage<List<RemoteSocket>> fetch(BroadcastOptions options) {
    return kept(adapter().fetchSockets(options));
  }

  /**
   * Has sockets join rooms.
   *
   * @throws IllegalArgumentException if one is that of a user
   */
  void join(BroadcastOptions options, String... rooms) {
    RoomIndex.requireFree(rooms);
    adapter().addSockets(options, List.of(rooms));
  }

  void leave(BroadcastOptions options, String... rooms) {
    adapter().delSockets(options, List.of(rooms));
  }

  void disconnect(BroadcastOptions options, boolean close) {
    adapter().disconnectSockets(options, close);
  }

  void serverSideEmit(String event, @Nullable Object... arguments) {
    requireNotReserved(event);
    adapter().serverSideEmit(namespace.emission(event, arguments));
  }

  CompletionStage<ServerAcks> serverSideEmitWithAck(
      Duration timeout, String event, @Nullable Object... arguments) {
    requireNotReserved(event);
    Duration bounded = Waits.timeout(timeout);
    return kept(adapter().serverSideEmitWithAck(namespace.emission(event, arguments), bounded));
  }

  private static void requireNotReserved(String event) {
    if (RESERVED.contains(Objects.requireNonNull(event, "event"))) {
      throw new IllegalArgumentException("\"" + event + "\" is a reserved event name");
    }
  }

  /** An adapter that answers null has a mistake, which is not to become somebody's endless wait. */
  private static <T> T present(@Nullable T answer) {
    if (answer == null) {
      throw new IllegalStateException("the adapter's answer is null, which is a mistake of it");
    }
    return answer;
  }

  private static <T> CompletionStage<T> existing(@Nullable CompletionStage<T> answer) {
    return answer == null
        ? CompletableFuture.failedFuture(
            new IllegalStateException("the adapter answered no stage, which is a mistake of it"))
        : answer;
  }

  /** What an adapter completes, it completes on threads that are not the application's. */
  private <T> CompletionStage<T> kept(@Nullable CompletionStage<T> answer) {
    CompletionStage<T> stage = existing(answer);
    if (stage instanceof CompletableFuture<T> future && future.isDone()) {
      return future.thenApply(Broadcasts::present);
    }
    Promise<T> promise = new Promise<>(sockets.executor());
    promise.whenOver(() -> {});
    CompletionStage<T> unused =
        stage.whenComplete(
            (value, failure) -> {
              if (failure != null) {
                promise.fail(failure);
              } else {
                promise.settle(value);
              }
            });
    return promise;
  }
}
