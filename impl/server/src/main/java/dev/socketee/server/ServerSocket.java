package dev.socketee.server;

import dev.socketee.Connection;
import dev.socketee.DisconnectReason;
import dev.socketee.Handshake;
import dev.socketee.Room;
import dev.socketee.engine.TransportName;
import dev.socketee.protocol.socket.EncodedPacket;
import dev.socketee.protocol.socket.SocketPacket;
import dev.socketee.spi.Emission;
import dev.socketee.spi.SessionCaller;
import dev.socketee.spi.SocketSession;
import java.security.Principal;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
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
  private final SocketCaller caller;
  private final Presence presence;
  private final SocketInput input;
  private final SocketInbox inbox;
  private final SocketOutput output;

  ServerSocket(String id, Client client, LocalNamespace namespace, Handshake handshake) {
    this.client = client;
    this.namespace = namespace;
    this.handshake = handshake;
    caller = new SocketCaller(client.authenticated());
    presence = new Presence(this, id, client, namespace);
    input = new SocketInput(this, listeners());
    inbox = new SocketInbox(this, client);
    output = new SocketOutput(this, client, namespace);
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
    inbox.offer(new AdmissionTask(this, namespace, recoveryFailed));
  }

  /**
   * It is one that was lost, and whose it was: it enters the rooms, and holds what comes. Of
   * anybody else it is not: then it stays a new one.
   */
  void resume(SocketSession session) {
    SessionCaller owner = session.caller();
    Recovery recovery = namespace.recovery();
    if (!client.authenticated().isNamed(owner.authenticated())) {
      if (recovery != null) {
        recovery.withhold(this, session);
      }
      return;
    }
    Caller identified = Caller.of(owner);
    if (identified != null) {
      caller.identify(identified);
    }
    presence.resume(session);
  }

  /** Whether its connection is that of the same caller, by what the container says. */
  boolean isOfCaller(ServerSocket other) {
    return client.authenticated().isNamed(other.client.authenticated().name().orElse(null));
  }

  /** Whose it is, to be kept with its session. */
  SessionCaller owner() {
    return caller().kept(client.authenticated());
  }

  /** The name by which it is addressed; {@code null} for none. */
  @Nullable String user() {
    return caller().name().orElse(null);
  }

  /** It is a new one after all. */
  void renounce() {
    output.renounce();
    if (recovered()) {
      caller.identify(client.authenticated());
      presence.renounce();
    }
  }

  /** Its client has come back on another connection: ends this one. */
  CompletionStage<@Nullable Void> supersede() {
    client.supersede();
    return presence.over();
  }

  /** The middleware is asked from now on; answers whether the client is still there. */
  boolean consider() {
    return state.compareAndSet(SocketState.CONNECTING, SocketState.CONSIDERED);
  }

  /** Has it count among the sockets of its namespace; answers whether that may have one more. */
  boolean takePlace() {
    return presence.takePlace();
  }

  /** The CONNECT has passed; answers whether the client was still there. */
  boolean accept() {
    if (!state.compareAndSet(SocketState.CONSIDERED, SocketState.ACCEPTED)) {
      return false;
    }
    caller.settle();
    presence.renounceUnlessOf(caller()); // identified on another thread, which may be on its way
    client.accepted();
    presence.enlist(); // before the client knows it, and can come back with it
    output.sendMissed();
    EncodedPacket connect =
        client.format().connect(namespace.name(), client.conduct().welcome(connectPayload()));
    presence.enter(); // likewise: a broadcast that its CONNECT gives rise to must reach it
    client.welcome(
        connect.frames(), () -> state.compareAndSet(SocketState.ACCEPTED, SocketState.CONNECTED));
    output.open();
    return true;
  }

  private String connectPayload() {
    String pid = presence.identity().pid();
    return "{\"sid\":\"" + id() + (pid == null ? "\"}" : "\",\"pid\":\"" + pid + "\"}");
  }

  /** The CONNECT has not passed. */
  void refuse(Refusal refusal) {
    refuse(refusal, false);
  }

  /** There is no place for it: its client may try again, and go on where it was. */
  void turnAway() {
    refuse(Refusal.TOO_MANY_SOCKETS, true);
  }

  private void refuse(Refusal refusal, boolean forNow) {
    if (state.compareAndSet(SocketState.CONSIDERED, SocketState.DISCONNECTED)) {
      release();
      presence.refused(forNow);
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
    presence.keep(before, reason, left);
    namespace.exit(); // not before: with the last socket a child's adapter is closed
    if (!listeners().now().disconnecting().isEmpty()) {
      presence.remember(left);
    }
    if (before == SocketState.CONNECTING) {
      inbox.close();
    } else {
      boolean connected = before != SocketState.CONSIDERED;
      inbox.close(new FarewellTask(this, connected, reason, description));
    }
  }

  /** Answers the rooms that it was in. */
  private Set<String> release() {
    Set<String> left = presence.leave();
    output.close();
    return left;
  }

  /** The listeners that are told of the rooms have been. */
  void forgetRooms() {
    presence.remember(Set.of());
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
    return presence.receiving();
  }

  boolean isDisconnected() {
    return state.get() == SocketState.DISCONNECTED;
  }

  // ---- what the client sends

  /** A packet that the client may send to it. */
  void receive(SocketPacket packet, long size, TransportName carrier) {
    switch (packet.type()) {
      case EVENT -> inbox.event((SocketPacket.Event) packet, size, carrier);
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

  /** Called by the mailbox. */
  void dispatch(SocketPacket.Event packet) {
    input.dispatch(packet);
  }

  /** Whether nothing blocks of all that an event is brought to. */
  boolean isNonBlocking(String event) {
    return input.isNonBlocking(event);
  }

  /** An event is not dispatched, because too many wait. */
  void drop(SocketPacket.Event packet) {
    inbox.drop(packet);
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
    return presence.identity().id();
  }

  @Override
  public LocalNamespace namespace() {
    return namespace;
  }

  @Override
  public Handshake handshake() {
    return handshake;
  }

  /** Who it is; may change until the CONNECT has been accepted. */
  Caller caller() {
    return caller.now();
  }

  @Override
  public Optional<Principal> principal() {
    return caller().principal();
  }

  @Override
  public boolean isUserInRole(String role) {
    return caller().isInRole(role);
  }

  @Override
  public void identify(Principal principal, Collection<String> roles) {
    Caller identified = Caller.of(principal, roles);
    caller.identify(identified);
    presence.renounceUnlessOf(identified);
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
    return presence.identity().recovered();
  }

  @Override
  public ConcurrentMap<String, Object> data() {
    return presence.identity().data();
  }

  @Override
  public Set<String> rooms() {
    return presence.rooms();
  }

  @Override
  public void join(String... rooms) {
    if (!joinIfAllowed(rooms)) {
      throw new IllegalStateException(
          "A socket may be in "
              + namespace.options().roomsPerSocket()
              + " rooms, that of its id included");
    }
  }

  /** Joins rooms, all or none; answers whether the socket may be in so many. */
  boolean joinIfAllowed(String... rooms) {
    return presence.join(rooms);
  }

  @Override
  public void leave(String room) {
    presence.leave(room);
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
        + inbox
        + ", "
        + output
        + "]";
  }
}
