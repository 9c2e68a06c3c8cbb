package dev.socketee.server;

import dev.socketee.Args;
import dev.socketee.Limit;
import dev.socketee.RemoteSocket;
import dev.socketee.Socket;
import dev.socketee.protocol.ProtocolException;
import dev.socketee.protocol.engine.EngineFrame;
import dev.socketee.protocol.json.JsonText;
import dev.socketee.protocol.socket.JsonArguments;
import dev.socketee.protocol.socket.SocketPacket;
import dev.socketee.spi.BroadcastAckListener;
import dev.socketee.spi.BroadcastOptions;
import dev.socketee.spi.Emission;
import dev.socketee.spi.LocalSockets;
import dev.socketee.spi.SocketDetails;
import java.lang.System.Logger.Level;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sockets of a namespace on this server, as its adapter sees them. */
final class NodeSockets implements LocalSockets {

  /** How long clients are waited for if another server does not say. */
  private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(1);

  private final LocalNamespace namespace;

  NodeSockets(LocalNamespace namespace) {
    this.namespace = namespace;
  }

  @Override
  public String namespace() {
    return namespace.name();
  }

  // ---- broadcasts

  @Override
  public void broadcast(Emission event, BroadcastOptions options, @Nullable String offset) {
    if (offset != null) {
      enqueue(frames(event, options, offset), event, options, offset).write();
      return;
    }
    List<ServerSocket> targets = targets(options);
    if (!targets.isEmpty()) {
      deliver(event, options, targets);
    }
  }

  /** Frames once, and sends to each. */
  void deliver(Emission event, BroadcastOptions options, List<ServerSocket> targets) {
    List<EngineFrame> packet = frames(SocketPacket.NO_ACK, event, options);
    OutgoingEvent outgoing = new OutgoingEvent(event, codec());
    for (ServerSocket target : targets) {
      outgoing.tell(target);
      target.output().deliver(packet, options.isVolatile());
    }
  }

  /** The frames of an event that is stored. */
  List<EngineFrame> frames(Emission event, BroadcastOptions options, String offset) {
    return frames(SocketPacket.NO_ACK, withOffset(event, offset), options);
  }

  /**
   * Queues an event for its targets without writing anything, so that it can be called under the
   * lock that keeps the order of the offsets; {@link Queued#write} has to follow.
   */
  Queued enqueue(
      List<EngineFrame> packet, Emission event, BroadcastOptions options, String offset) {
    List<ServerSocket> targets = targets(options);
    BitSet queued = new BitSet(targets.size());
    for (int i = 0; i < targets.size(); i++) {
      queued.set(i, targets.get(i).output().enqueue(packet, offset));
    }
    return new Queued(packet, targets, queued, new OutgoingEvent(event, codec()));
  }

  /** A packet that is queued for its targets; for those of them that do not hold it. */
  record Queued(
      List<EngineFrame> packet, List<ServerSocket> targets, BitSet queued, OutgoingEvent outgoing) {

    /** Writes it, and tells those who want to know of it. */
    void write() {
      for (int i = 0; i < targets.size(); i++) {
        ServerSocket target = targets.get(i);
        outgoing.tell(target);
        target.output().writeQueued(packet, queued.get(i));
      }
    }
  }

  /** The event as a client gets it that may come back (reference 2.9). */
  static Emission withOffset(Emission event, String offset) {
    return new Emission(
        JsonText.appendElement(event.json(), JsonText.quote(offset)), event.attachments());
  }

  @Override
  public void broadcastWithAck(
      Emission event, BroadcastOptions options, BroadcastAckListener listener) {
    long ackId = namespace.nextAckId();
    List<ServerSocket> asked = targets(options);
    listener.asked(asked.stream().map(Socket::id).collect(Collectors.toUnmodifiableSet()));
    if (asked.isEmpty()) {
      return;
    }
    List<EngineFrame> packet = frames(ackId, event, options);
    OutgoingEvent outgoing = new OutgoingEvent(event, codec());
    Debts debts = new Debts(asked.size(), listener);
    for (ServerSocket target : asked) {
      Debts.Debt debt = debts.of(target.id());
      if (target.output().ask(ackId, debt)) {
        outgoing.tell(target);
        target.output().deliver(packet, options.isVolatile());
      } else {
        debt.lose();
      }
    }
    Duration timeout = options.timeout();
    debts.until(
        schedule(
            timeout == null ? DEFAULT_TIMEOUT : timeout,
            () -> asked.forEach(target -> target.output().forget(ackId))));
  }

  private List<EngineFrame> frames(long ackId, Emission event, BroadcastOptions options) {
    return namespace.frames(ackId, event, options.compress());
  }

  private List<ServerSocket> targets(BroadcastOptions options) {
    return namespace.targets(options);
  }

  // ---- operations on many

  @Override
  public List<Socket> sockets(BroadcastOptions options) {
    return targets(options).stream()
        .filter(ServerSocket::connected)
        .map(Socket.class::cast)
        .toList();
  }

  @Override
  public List<SocketDetails> describe(BroadcastOptions options) {
    return sockets(options).stream()
        .map(
            socket ->
                new SocketDetails(
                    socket.id(),
                    encode(RemoteHandshake.describe(socket.handshake(), this::decode)),
                    socket.rooms(),
                    data(socket.data())))
        .toList();
  }

  /** What can be told of the data of a socket. */
  private Emission data(Map<String, Object> data) {
    try {
      return encode(data);
    } catch (IllegalArgumentException e) {
      Map<String, Object> rest = new HashMap<>(data);
      rest.entrySet().removeIf(entry -> !encodable(entry.getKey(), entry.getValue()));
      return encode(rest);
    }
  }

  private boolean encodable(String key, Object value) {
    try {
      encode(value);
      return true;
    } catch (IllegalArgumentException e) {
      namespace.untold(key, e);
      return false;
    }
  }

  @Override
  public RemoteSocket remote(SocketDetails details) {
    return new RemoteSocketView(namespace, details);
  }

  @Override
  public void addSockets(BroadcastOptions options, List<String> rooms) {
    String[] names = rooms.toArray(String[]::new);
    for (ServerSocket target : targets(options)) {
      if (!target.joinIfAllowed(names)) {
        SocketIOServer.LOG.log(
            Level.WARNING, "{0} did not join rooms: it would be in too many", target);
      }
    }
  }

  @Override
  public void delSockets(BroadcastOptions options, List<String> rooms) {
    targets(options).forEach(target -> rooms.forEach(target::leave));
  }

  @Override
  public void disconnectSockets(BroadcastOptions options, boolean close) {
    targets(options).forEach(target -> target.disconnect(close));
  }

  @Override
  public void serverSideEvent(Emission event, @Nullable Consumer<Emission> reply) {
    namespace.serverEvents().receive(arguments(event, true), reply);
  }

  @Override
  public boolean hasRoom(String room) {
    return namespace.index().size(room) > 0;
  }

  @Override
  public Set<String> rooms() {
    return namespace.index().names();
  }

  // ---- what an adapter needs beside

  /** Something that was kept for clients that are away had to go. */
  void recoveryDropped() {
    namespace.limits().reached(Limit.RECOVERY);
  }

  @Override
  public Emission encode(@Nullable Object value) {
    Emission array = codec().encode(Collections.singletonList(value));
    return new Emission(array.json().substring(1, array.json().length() - 1), array.attachments());
  }

  @Override
  public @Nullable Object decode(Emission value) {
    return decode(value, Object.class);
  }

  @Nullable Object decode(Emission value, Type type) {
    return codec().decode(value.json(), value.attachments(), type);
  }

  @Override
  public Args args(Emission array) {
    return new ReceivedArgs(arguments(array, false), codec());
  }

  private JsonArguments arguments(Emission array, boolean event) {
    int depth = namespace.surroundings().options().decoderLimits().maxDepth();
    try {
      return event
          ? JsonArguments.event(array.json(), array.attachments(), depth)
          : JsonArguments.ack(array.json(), array.attachments(), depth);
    } catch (ProtocolException e) {
      throw new IllegalArgumentException("another server sent: " + e.getMessage(), e);
    }
  }

  private ValueCodec codec() {
    return namespace.surroundings().runtime().codec();
  }

  @Override
  public Runnable schedule(Duration delay, Runnable task) {
    return namespace.surroundings().runtime().timer().schedule(Waits.bounded(delay), task)::cancel;
  }

  @Override
  public long nanoTime() {
    return namespace.surroundings().runtime().timer().nanoTime();
  }

  @Override
  public Executor executor() {
    return namespace.surroundings().runtime().background();
  }
}
