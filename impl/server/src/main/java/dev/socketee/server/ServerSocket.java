package dev.socketee.server;

import dev.socketee.Connection;
import dev.socketee.DisconnectReason;
import dev.socketee.Handshake;
import dev.socketee.Limit;
import dev.socketee.Room;
import dev.socketee.protocol.socket.EncodedPacket;
import dev.socketee.protocol.socket.SocketPacket;
import dev.socketee.spi.Emission;
import dev.socketee.spi.SocketSession;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection to one namespace. Its state changes by CAS, and whoever changes it does
 * what goes with it; everything it consists of guards itself.
 */
final class ServerSocket extends SpeakingSocket {

  /** Tells a client why it is disconnected; ours, the protocol has nothing for it. */
  private static final String REASON_EVENT = "disconnect_reason";

  private final AtomicReference<SocketState> state = new AtomicReference<>(SocketState.CONNECTING);

  private final Client client;
  private final LocalNamespace namespace;
  private final Handshake handshake;
  private final Mailbox mailbox;
  private final SocketInput input;
  private final SocketOutput output;

  /** Completed when it is over and its session is kept. */
  private final CompletableFuture<@Nullable Void> over = new CompletableFuture<>();

  private volatile SocketIdentity identity;

  /** Whether broadcasts reach it. */
  private volatile boolean receiving;

  /** {@code null} if the client may send as many events as it likes. */
  private final @Nullable RateLimit rate;

  /** Of one that is over, for those that are told of that next. */
  private volatile Set<String> lastRooms = Set.of();

  ServerSocket(String id, Client client, LocalNamespace namespace, Handshake handshake) {
    this.client = client;
    this.namespace = namespace;
    this.handshake = handshake;
    ServerOptions options = client.options();
    mailbox =
        new Mailbox(
            client.executor(), client.timer(), options.mailboxEvents(), options.mailboxBytes());
    input = new SocketInput(this, listeners());
    output = new SocketOutput(this, client, namespace);
    rate = RateLimit.of(options.eventsPerSecond(), client.timer());
    identity = newIdentity(id);
  }

  /** Its place in the index, once it is known who it is. */
  RoomIndex.Member<ServerSocket> newMember(String id) {
    return new RoomIndex.Member<>(id, this, client.options().roomsPerSocket());
  }

  private SocketIdentity newIdentity(String id) {
    boolean recoverable = namespace.recovery() != null && client.conduct().recovers();
    return SocketIdentity.fresh(this, id, recoverable ? client.newSocketId() : null);
  }

  // ---- the life of it, called by the client and by the tasks of the mailbox

  /** Has the CONNECT decided, once it is known who the client is. */
  void open() {
    Recovery recovery = namespace.recovery();
    if (recovery == null || !client.conduct().recovers()) {
      admit(false);
    } else {
      recovery.open(this, handshake.authJson());
    }
  }

  /** Has the CONNECT decided. */
  void admit(boolean recoveryFailed) {
    offer(new AdmissionTask(this, namespace, recoveryFailed));
  }

  /** It is one that was lost: it enters the rooms, and holds what comes. */
  void resume(SocketSession session) {
    SocketIdentity resumed = SocketIdentity.of(this, session);
    identity = resumed;
    namespace.index().receive(resumed.member());
    namespace.index().join(resumed.member(), session.rooms().toArray(String[]::new));
    receiving = true;
    if (!isDisconnected()) {
      enlist(resumed); // its client may give up this attempt, unnoticed, and begin another
    }
    Recovery recovery = namespace.recovery();
    if (isDisconnected() && recovery != null) { // it ended first: for the next attempt
      namespace.index().remove(resumed.member());
      recovery.keep(this, resumed, session.rooms());
    }
  }

  /** Whoever claims its session from now on takes it from this socket. */
  private void enlist(SocketIdentity known) {
    Recovery recovery = namespace.recovery();
    String pid = known.pid();
    if (recovery != null && pid != null) {
      recovery.enlist(this, pid);
    }
  }

  private void strike(SocketIdentity known) {
    Recovery recovery = namespace.recovery();
    String pid = known.pid();
    if (recovery != null && pid != null) {
      recovery.strike(this, pid);
    }
  }

  /** It is a new one after all. */
  void renounce() {
    SocketIdentity before = identity;
    if (before.recovered()) {
      receiving = false;
      strike(before);
      identity = newIdentity(client.newSocketId());
      namespace.index().remove(before.member());
    }
  }

  /** Its client has come back on another connection: ends this one. */
  CompletionStage<@Nullable Void> supersede() {
    client.supersede();
    return over;
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
    enlist(identity); // before the client knows it, and can come back with it
    output.sendMissed();
    EncodedPacket connect =
        client.format().connect(namespace.name(), client.conduct().welcome(connectPayload()));
    client.session().send(connect.frames());
    state.compareAndSet(SocketState.ACCEPTED, SocketState.CONNECTED);
    namespace.index().connect(identity.member());
    receiving = true;
    output.open();
    return true;
  }

  private String connectPayload() {
    String pid = identity.pid();
    return "{\"sid\":\"" + id() + (pid == null ? "\"}" : "\",\"pid\":\"" + pid + "\"}");
  }

  /** The CONNECT has not passed. */
  void refuse(Refusal refusal) {
    if (state.compareAndSet(SocketState.CONSIDERED, SocketState.DISCONNECTED)) {
      release();
      namespace.exit();
      client.left(this);
      client.refuse(namespace.name(), refusal);
      namespace.watched().tell(SocketWatcher::ends, this);
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
    keep(before, reason, left);
    namespace.exit(); // not before: with the last socket a child's adapter is closed
    if (!listeners().now().disconnecting().isEmpty()) {
      lastRooms = left;
    }
    if (before == SocketState.CONNECTING) {
      mailbox.close();
    } else {
      boolean connected = before != SocketState.CONSIDERED;
      mailbox.close(new FarewellTask(this, connected, reason, description));
    }
  }

  /** Keeps the session, if the client can and may come back for it. */
  private void keep(SocketState before, DisconnectReason reason, Set<String> rooms) {
    Recovery recovery = namespace.recovery();
    SocketIdentity ending = identity;
    String pid = ending.pid();
    if (recovery == null || pid == null) {
      return;
    }
    recovery.strike(this, pid);
    if (reason.recoverable() && before.joined() && output.isRecoverable()) {
      recovery.keep(this, ending, rooms);
    } else if (reason.recoverable() && ending.recovered()) {
      recovery.keep(this, ending, ending.inherited()); // its client has heard nothing of it yet
    }
    over.complete(null);
  }

  /** Answers the rooms that it was in. */
  private Set<String> release() {
    receiving = false;
    Set<String> left = namespace.index().remove(identity.member());
    output.close();
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
      new OutgoingEvent(farewell, codec()).tell(this);
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
    return client.conduct().label(id());
  }

  /** Whether a broadcast reaches it, so that nothing need be held by another way. */
  boolean isReceiving() {
    return receiving;
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

  @Override
  SocketOutput output() {
    return output;
  }

  // ---- the rest of the API

  @Override
  public String id() {
    return identity.id();
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
    return identity.recovered();
  }

  @Override
  public ConcurrentMap<String, Object> data() {
    return identity.data();
  }

  @Override
  public Set<String> rooms() {
    Set<String> rooms = namespace.index().rooms(identity.member());
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
    boolean joined = namespace.index().join(identity.member(), rooms);
    if (!joined) {
      client.limits().reached(Limit.ROOMS_PER_SOCKET);
    }
    return joined;
  }

  @Override
  public void leave(String room) {
    namespace.index().leave(identity.member(), room);
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
