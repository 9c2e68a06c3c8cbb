package dev.socketee.server;

import dev.socketee.Args;
import dev.socketee.RemoteSocket;
import dev.socketee.ServerAcks;
import dev.socketee.protocol.json.JsonElements;
import dev.socketee.protocol.json.JsonScanner;
import dev.socketee.spi.Adapter;
import dev.socketee.spi.BroadcastAckListener;
import dev.socketee.spi.BroadcastOptions;
import dev.socketee.spi.Emission;
import dev.socketee.spi.LocalSockets;
import dev.socketee.spi.SocketDetails;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * An adapter for several servers in one process: it sends the messages of reference 4.2, as text
 * and bytes, over a bus that is a queue. It shows that the SPI can carry them.
 */
final class LoopbackAdapter implements Adapter {

  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

  private enum Type {
    BROADCAST,
    SOCKETS_JOIN,
    SOCKETS_LEAVE,
    DISCONNECT_SOCKETS,
    FETCH_SOCKETS,
    FETCH_SOCKETS_RESPONSE,
    SERVER_SIDE_EMIT,
    SERVER_SIDE_EMIT_RESPONSE,
    BROADCAST_CLIENT_COUNT,
    BROADCAST_ACK
  }

  /** What is sent; what a type has no use for is left at its default. */
  private record Message(
      String uid,
      String namespace,
      Type type,
      @Nullable String requestId,
      BroadcastOptions options,
      @Nullable Emission packet,
      List<String> rooms,
      boolean close,
      int count,
      List<SocketDetails> sockets) {}

  /**
   * Connects adapters. A server can be cut off: it can publish no more, and is answered nothing.
   */
  static final class Bus {
    private final List<LoopbackAdapter> adapters = new CopyOnWriteArrayList<>();
    private final Queue<Message> messages = new ConcurrentLinkedQueue<>();
    private final Set<Integer> cut = ConcurrentHashMap.newKeySet();

    void cut(int node) {
      cut.add(node);
    }

    private void publish(int node, Message message) {
      if (cut.contains(node)) {
        throw new IllegalStateException("no connection");
      }
      messages.add(message);
    }

    void deliver() {
      Message message = messages.poll();
      while (message != null) {
        for (LoopbackAdapter adapter : adapters) {
          adapter.receive(message);
        }
        message = messages.poll();
      }
    }
  }

  private final String uid = UUID.randomUUID().toString();
  private final Bus bus;
  private final int node;
  private final LocalSockets local;
  private final Map<String, BroadcastAckListener> acks = new ConcurrentHashMap<>();
  private final Map<String, Collection> requests = new ConcurrentHashMap<>();

  /** What is collected of others until all have answered, or the time is over. */
  private static final class Collection {
    private final int expected;
    private final Runnable done;
    private final List<RemoteSocket> sockets = new CopyOnWriteArrayList<>();
    private final List<Args> answers = new CopyOnWriteArrayList<>();
    private int heard;

    Collection(int expected, Runnable done) {
      this.expected = expected;
      this.done = done;
    }
  }

  LoopbackAdapter(Bus bus, int node, LocalSockets local) {
    this.bus = bus;
    this.node = node;
    this.local = local;
  }

  @Override
  public CompletionStage<Void> init() {
    bus.adapters.add(this);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Void> close() {
    bus.adapters.remove(this);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Integer> serverCount() {
    return CompletableFuture.completedFuture(others() + 1);
  }

  private int others() {
    return (int)
            bus.adapters.stream()
                .filter(adapter -> adapter.local.namespace().equals(local.namespace()))
                .count()
        - 1;
  }

  // ---- sending

  private Message message(Type type, @Nullable String requestId, BroadcastOptions options) {
    return new Message(
        uid, local.namespace(), type, requestId, options, null, List.of(), false, 0, List.of());
  }

  private static Message with(Message message, @Nullable Emission packet, int count) {
    return new Message(
        message.uid,
        message.namespace,
        message.type,
        message.requestId,
        message.options,
        packet,
        message.rooms,
        message.close,
        count,
        message.sockets);
  }

  /** A failure to tell the others keeps nothing from being done here. */
  private void publish(Message message) {
    if (message.options.local()) {
      return;
    }
    try {
      bus.publish(node, message);
    } catch (IllegalStateException e) {
      System.getLogger("loopback").log(System.Logger.Level.DEBUG, "not published", e);
    }
  }

  private void answer(Message request, Type type, @Nullable Emission packet, int count) {
    publish(with(message(type, request.requestId, BroadcastOptions.EVERYONE), packet, count));
  }

  @Override
  public void broadcast(Emission event, BroadcastOptions options) {
    publish(with(message(Type.BROADCAST, null, options), event, 0));
    local.broadcast(event, options, null);
  }

  @Override
  public void broadcastWithAck(
      Emission event, BroadcastOptions options, BroadcastAckListener listener) {
    String requestId = UUID.randomUUID().toString();
    acks.put(requestId, listener);
    Runnable unused = local.schedule(timeout(options), () -> acks.remove(requestId));
    publish(with(message(Type.BROADCAST, requestId, options), event, 0));
    local.broadcastWithAck(event, options, listener);
  }

  private static Duration timeout(BroadcastOptions options) {
    Duration timeout = options.timeout();
    return timeout == null ? DEFAULT_TIMEOUT : timeout;
  }

  @Override
  public CompletionStage<List<RemoteSocket>> fetchSockets(BroadcastOptions options) {
    List<RemoteSocket> found = new ArrayList<>(local.sockets(options));
    if (options.local() || others() == 0) {
      return CompletableFuture.completedFuture(found);
    }
    CompletableFuture<List<RemoteSocket>> result = new CompletableFuture<>();
    String requestId = UUID.randomUUID().toString();
    requests.put(
        requestId,
        new Collection(
            others(),
            () -> {
              found.addAll(requests.get(requestId).sockets);
              result.complete(found);
            }));
    Runnable unused =
        local.schedule(
            timeout(options),
            () -> {
              requests.remove(requestId);
              result.completeExceptionally(
                  new TimeoutException("timeout reached while waiting for fetchSockets response"));
            });
    publish(message(Type.FETCH_SOCKETS, requestId, options));
    return result;
  }

  @Override
  public void addSockets(BroadcastOptions options, List<String> rooms) {
    publish(many(Type.SOCKETS_JOIN, options, rooms, false));
    local.addSockets(options, rooms);
  }

  @Override
  public void delSockets(BroadcastOptions options, List<String> rooms) {
    publish(many(Type.SOCKETS_LEAVE, options, rooms, false));
    local.delSockets(options, rooms);
  }

  @Override
  public void disconnectSockets(BroadcastOptions options, boolean close) {
    publish(many(Type.DISCONNECT_SOCKETS, options, List.of(), close));
    local.disconnectSockets(options, close);
  }

  private Message many(Type type, BroadcastOptions options, List<String> rooms, boolean close) {
    return new Message(
        uid, local.namespace(), type, null, options, null, rooms, close, 0, List.of());
  }

  @Override
  public void serverSideEmit(Emission event) {
    publish(with(message(Type.SERVER_SIDE_EMIT, null, BroadcastOptions.EVERYONE), event, 0));
  }

  @Override
  public CompletionStage<ServerAcks> serverSideEmitWithAck(Emission event, Duration timeout) {
    int others = others();
    if (others == 0) {
      return CompletableFuture.completedFuture(new ServerAcks(List.of(), 0));
    }
    CompletableFuture<ServerAcks> result = new CompletableFuture<>();
    String requestId = UUID.randomUUID().toString();
    Collection collection =
        new Collection(
            others, () -> result.complete(new ServerAcks(requests.get(requestId).answers, others)));
    requests.put(requestId, collection);
    Runnable unused =
        local.schedule(
            timeout,
            () -> {
              requests.remove(requestId);
              result.complete(new ServerAcks(collection.answers, others));
            });
    publish(with(message(Type.SERVER_SIDE_EMIT, requestId, BroadcastOptions.EVERYONE), event, 0));
    return result;
  }

  // ---- receiving

  private void receive(Message message) {
    if (message.uid.equals(uid) || !message.namespace.equals(local.namespace())) {
      return;
    }
    BroadcastOptions options = message.options;
    Emission packet = message.packet == null ? new Emission("[]", List.of()) : message.packet;
    switch (message.type) {
      case BROADCAST -> {
        if (message.requestId == null) {
          local.broadcast(packet, options, null);
        } else {
          local.broadcastWithAck(packet, options, new Forward(message));
        }
      }
      case SOCKETS_JOIN -> local.addSockets(options, message.rooms);
      case SOCKETS_LEAVE -> local.delSockets(options, message.rooms);
      case DISCONNECT_SOCKETS -> local.disconnectSockets(options, message.close);
      case FETCH_SOCKETS ->
          publish(
              new Message(
                  uid,
                  local.namespace(),
                  Type.FETCH_SOCKETS_RESPONSE,
                  message.requestId,
                  BroadcastOptions.EVERYONE,
                  null,
                  List.of(),
                  false,
                  0,
                  local.describe(options)));
      case SERVER_SIDE_EMIT ->
          local.serverSideEvent(
              packet,
              message.requestId == null
                  ? null
                  : reply -> answer(message, Type.SERVER_SIDE_EMIT_RESPONSE, first(reply), 0));
      case FETCH_SOCKETS_RESPONSE, SERVER_SIDE_EMIT_RESPONSE -> collect(message, packet);
      case BROADCAST_CLIENT_COUNT -> asking(message).asked(message.count);
      case BROADCAST_ACK -> asking(message).answered(null, packet);
    }
  }

  /** Only the first argument travels. */
  private static Emission first(Emission answer) {
    JsonElements elements = JsonScanner.array(answer.json(), 0, 100);
    return new Emission(
        elements.size() == 0 ? "[]" : "[" + elements.json(0) + "]", answer.attachments());
  }

  private void collect(Message message, Emission packet) {
    Collection collection = requests.get(String.valueOf(message.requestId));
    if (collection == null) {
      return; // too late
    }
    message.sockets.forEach(details -> collection.sockets.add(local.remote(details)));
    if (message.type == Type.SERVER_SIDE_EMIT_RESPONSE) {
      collection.answers.add(local.args(packet));
    }
    collection.heard++;
    if (collection.heard == collection.expected) {
      collection.done.run();
      requests.remove(String.valueOf(message.requestId));
    }
  }

  private BroadcastAckListener asking(Message message) {
    return acks.getOrDefault(String.valueOf(message.requestId), Nobody.INSTANCE);
  }

  /** Tells the server that has asked. */
  private final class Forward implements BroadcastAckListener {
    private final Message request;

    Forward(Message request) {
      this.request = request;
    }

    @Override
    public void asked(Set<String> socketIds) {
      answer(request, Type.BROADCAST_CLIENT_COUNT, null, socketIds.size());
    }

    @Override
    public void asked(int clients) {
      throw new IllegalStateException("nobody else is asked");
    }

    @Override
    public void answered(@Nullable String socketId, Emission answer) {
      LoopbackAdapter.this.answer(request, Type.BROADCAST_ACK, first(answer), 0);
    }

    /** The protocol between servers has no word for that. */
    @Override
    public void lost(String socketId) {}
  }

  /** Nobody waits any more. */
  private enum Nobody implements BroadcastAckListener {
    INSTANCE;

    @Override
    public void asked(Set<String> socketIds) {}

    @Override
    public void asked(int clients) {}

    @Override
    public void answered(@Nullable String socketId, Emission answer) {}

    @Override
    public void lost(String socketId) {}
  }
}
