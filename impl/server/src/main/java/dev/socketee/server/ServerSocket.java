package dev.socketee.server;

import dev.socketee.Args;
import dev.socketee.Broadcaster;
import dev.socketee.Connection;
import dev.socketee.DisconnectReason;
import dev.socketee.Emitter;
import dev.socketee.Handshake;
import dev.socketee.Limit;
import dev.socketee.Room;
import dev.socketee.protocol.socket.EncodedPacket;
import dev.socketee.protocol.socket.SocketPacket;
import dev.socketee.spi.Emission;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection to one namespace. Its state changes by CAS, and whoever changes it does
 * what goes with it; everything it consists of guards itself.
 */
final class ServerSocket extends ListeningSocket {

  /** Tells a client why it is disconnected; ours, the protocol has nothing for it. */
  private static final String REASON_EVENT = "disconnect_reason";

  private final String id;
  private final AtomicReference<SocketState> state = new AtomicReference<>(SocketState.CONNECTING);
  private final ConcurrentMap<String, Object> data = new ConcurrentHashMap<>();

  private final Client client;
  private final LocalNamespace namespace;
  private final Handshake handshake;
  private final Mailbox mailbox;
  private final SocketInput input;
  private final SocketOutput output;
  private final RoomIndex.Member<ServerSocket> member;

  /** {@code null} if the client may send as many events as it likes. */
  private final @Nullable RateLimit rate;

  /** Of one that is over, for those that are told of that next. */
  private volatile Set<String> lastRooms = Set.of();

  ServerSocket(String id, Client client, LocalNamespace namespace, Handshake handshake) {
    this.id = id;
    this.client = client;
    this.namespace = namespace;
    this.handshake = handshake;
    ServerOptions options = client.options();
    mailbox =
        new Mailbox(
            client.executor(), client.timer(), options.mailboxEvents(), options.mailboxBytes());
    input = new SocketInput(this, listeners());
    output = new SocketOutput(this, client, namespace);
    member = new RoomIndex.Member<>(id, this, options.roomsPerSocket());
    rate =
        options.eventsPerSecond() == ServerOptions.UNLIMITED
            ? null
            : new RateLimit(options.eventsPerSecond(), client.timer().nanoTime());
  }

  // ---- the life of it, called by the client and by the tasks of the mailbox

  /** Has the CONNECT decided. */
  void open() {
    offer(new AdmissionTask(this, namespace));
  }

  /** The middleware is asked from now on; answers whether the client is still there. */
  boolean consider() {
    return state.compareAndSet(SocketState.CONNECTING, SocketState.CONSIDERED);
  }

  /** The CONNECT has passed; answers whether the client was still there. */
  boolean accept() {
    if (!state.compareAndSet(SocketState.CONSIDERED, SocketState.ACCEPTED)) {
      return false;
    }
    client.accepted();
    EncodedPacket connect =
        client
            .format()
            .connect(namespace.name(), client.conduct().welcome("{\"sid\":\"" + id + "\"}"));
    client.session().send(connect.frames());
    state.compareAndSet(SocketState.ACCEPTED, SocketState.CONNECTED);
    namespace.index().connect(member);
    output.open();
    return true;
  }

  /** The CONNECT has not passed. */
  void refuse(Refusal refusal) {
    if (state.compareAndSet(SocketState.CONSIDERED, SocketState.DISCONNECTED)) {
      release();
      client.left(this);
      client.refuse(namespace.name(), refusal);
    }
  }

  /** The end, whatever the state. */
  void end(DisconnectReason reason, @Nullable String description) {
    SocketState before = state.getAndSet(SocketState.DISCONNECTED);
    if (before != SocketState.DISCONNECTED) {
      ended(before, reason, description);
    }
  }

  /**
   * One that is being considered has listeners, too, if a middleware has registered them: it has
   * let the socket pass, and nothing else tells it that the socket never comes. (In the reference
   * such a socket goes without a word.)
   */
  private void ended(SocketState before, DisconnectReason reason, @Nullable String description) {
    Set<String> left = release();
    if (!listeners().now().disconnecting().isEmpty()) {
      lastRooms = left;
    }
    if (before == SocketState.CONNECTING) {
      mailbox.close();
    } else {
      mailbox.close(new FarewellTask(this, reason, description));
    }
  }

  /** Answers the rooms that it was in. */
  private Set<String> release() {
    Set<String> left = namespace.index().remove(member);
    output.close();
    namespace.exit();
    return left;
  }

  /** The listeners that are told of the rooms have been. */
  void forgetRooms() {
    lastRooms = Set.of();
  }

  /**
   * Sends a DISCONNECT, behind the reason if there is one; answers whether it was connected.
   *
   * @throws IllegalArgumentException if the reason cannot be encoded; nothing has changed
   */
  boolean leave(@Nullable Object reason) {
    if (!connected()) {
      return false;
    }
    Emission farewell = reason == null ? null : namespace.emission(REASON_EVENT, reason);
    if (!state.compareAndSet(SocketState.CONNECTED, SocketState.DISCONNECTED)) {
      return false;
    }
    ended(SocketState.CONNECTED, DisconnectReason.SERVER_NAMESPACE_DISCONNECT, null);
    client.dismissed(this);
    if (farewell != null) {
      client.session().send(namespace.frames(SocketPacket.NO_ACK, farewell, true));
    }
    client.session().send(client.format().disconnect(namespace.name()).frames());
    return true;
  }

  /** Whether the client may send packets to it. */
  boolean joined() {
    return state.get().joined();
  }

  /** What the log may say for its id. */
  String label() {
    return client.conduct().label(id);
  }

  boolean isDisconnected() {
    return state.get() == SocketState.DISCONNECTED;
  }

  // ---- what the client sends

  /** A packet that the client may send to it. */
  void receive(SocketPacket packet, long size) {
    switch (packet.type()) {
      case EVENT -> event((SocketPacket.Event) packet, size);
      case ACK -> {
        SocketPacket.Ack ack = (SocketPacket.Ack) packet;
        output.acknowledged(ack.ackId(), ack.args());
      }
      case DISCONNECT -> {
        client.left(this);
        end(DisconnectReason.CLIENT_NAMESPACE_DISCONNECT, null);
      }
      case CONNECT, CONNECT_ERROR, BINARY_EVENT, BINARY_ACK ->
          throw new IllegalArgumentException(packet.type().name());
    }
  }

  private void event(SocketPacket.Event packet, long size) {
    if (rate == null || rate.admits(client.timer().nanoTime())) {
      offer(new EventTask(this, packet, size));
    } else {
      overrun(
          Limit.EVENTS_PER_SECOND,
          "more than "
              + client.options().eventsPerSecond()
              + " events per second of socket "
              + label());
    }
  }

  private void overrun(Limit limit, String what) {
    client.overrun(limit, namespace.name(), what);
  }

  private void offer(Mailbox.Task task) {
    switch (mailbox.offer(task)) {
      case QUEUED, CLOSED -> {}
      case FULL ->
          overrun(Limit.MAILBOX, "more events of socket " + label() + " are waiting than allowed");
      case REJECTED ->
          overrun(Limit.HANDLER_THREADS, "no thread for the listeners of socket " + label());
    }
  }

  /** Called by the mailbox. */
  void dispatch(SocketPacket.Event packet) {
    input.dispatch(packet);
  }

  /** A listener failed. */
  void report(String event, Throwable failure) {
    input.report(event, failure);
  }

  // ---- what the application emits

  ValueCodec codec() {
    return client.codec();
  }

  /** What goes to the client. */
  SocketOutput output() {
    return output;
  }

  @Override
  public Emitter asVolatile() {
    return new SocketEmitter(this, EmitFlags.NONE.asVolatile());
  }

  @Override
  public Emitter compress(boolean compress) {
    return new SocketEmitter(this, EmitFlags.NONE.compressed(compress));
  }

  @Override
  public Emitter timeout(Duration timeout) {
    return new SocketEmitter(this, EmitFlags.NONE.within(timeout));
  }

  @Override
  public void emit(String event, @Nullable Object... arguments) {
    output.emit(EmitFlags.NONE, event, arguments);
  }

  @Override
  public CompletionStage<Args> emitWithAck(String event, @Nullable Object... arguments) {
    return output.emitWithAck(EmitFlags.NONE, event, arguments);
  }

  // ---- the rest of the API

  @Override
  public String id() {
    return id;
  }

  @Override
  public LocalNamespace namespace() {
    return namespace;
  }

  @Override
  public Handshake handshake() {
    return handshake;
  }

  @Override
  public Connection conn() {
    return client.connection();
  }

  @Override
  public boolean connected() {
    return state.get() == SocketState.CONNECTED;
  }

  @Override
  public boolean recovered() {
    return false;
  }

  @Override
  public ConcurrentMap<String, Object> data() {
    return data;
  }

  @Override
  public Set<String> rooms() {
    Set<String> rooms = namespace.index().rooms(member);
    return rooms.isEmpty() ? lastRooms : rooms;
  }

  @Override
  public void join(String... rooms) {
    if (!joinIfAllowed(rooms)) {
      throw new IllegalStateException(
          "A socket may be in "
              + client.options().roomsPerSocket()
              + " rooms, that of its id included");
    }
  }

  /** Joins rooms, all or none; answers whether the socket may be in so many. */
  boolean joinIfAllowed(String... rooms) {
    boolean joined = namespace.index().join(member, rooms);
    if (!joined) {
      client.limits().reached(Limit.ROOMS_PER_SOCKET);
    }
    return joined;
  }

  @Override
  public void leave(String room) {
    namespace.index().leave(member, room);
  }

  /** A room that is not ours is a proxy of one; that one checks, and calls back with its name. */
  @Override
  public void join(Room room) {
    room.join(this);
  }

  @Override
  public void leave(Room room) {
    room.leave(this);
  }

  @Override
  public Broadcaster to(String... rooms) {
    return broadcast().to(rooms);
  }

  @Override
  public Broadcaster to(Room room) {
    return broadcast().to(room);
  }

  @Override
  public Broadcaster in(String... rooms) {
    return broadcast().in(rooms);
  }

  @Override
  public Broadcaster except(String... rooms) {
    return broadcast().except(rooms);
  }

  @Override
  public Broadcaster broadcast() {
    return namespace.except(id);
  }

  @Override
  public void disconnect(boolean close, @Nullable Object reason) {
    if (leave(reason) && close) {
      client.disconnect(reason);
    }
  }

  @Override
  public String toString() {
    return "Socket["
        + label()
        + ", "
        + namespace.name()
        + ", "
        + state
        + ", "
        + mailbox
        + ", "
        + output
        + "]";
  }
}
