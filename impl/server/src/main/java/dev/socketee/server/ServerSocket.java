package dev.socketee.server;

import dev.socketee.Ack;
import dev.socketee.Args;
import dev.socketee.Broadcaster;
import dev.socketee.ConversionException;
import dev.socketee.DisconnectListener;
import dev.socketee.DisconnectReason;
import dev.socketee.Emitter;
import dev.socketee.ErrorListener;
import dev.socketee.EventListener;
import dev.socketee.Handshake;
import dev.socketee.Room;
import dev.socketee.Socket;
import dev.socketee.SocketDisconnectedException;
import dev.socketee.SocketNamespace;
import dev.socketee.protocol.engine.EngineFrame;
import dev.socketee.protocol.socket.EncodedPacket;
import dev.socketee.protocol.socket.SocketPacket;
import dev.socketee.protocol.socket.SocketPacketEncoder;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection to one namespace. Its state changes by CAS, and whoever changes it does
 * what goes with it; everything it consists of guards itself.
 */
final class ServerSocket implements Socket {

  private final String id;
  private final AtomicReference<SocketState> state = new AtomicReference<>(SocketState.CONNECTING);
  private final SocketListeners listeners = new SocketListeners();
  private final ConcurrentMap<String, Object> data = new ConcurrentHashMap<>();

  private final Client client;
  private final LocalNamespace namespace;
  private final Handshake handshake;
  private final Mailbox mailbox;
  private final Outlet outlet;
  private final AckRegistry acks;
  private final RoomIndex.Member<ServerSocket> member;

  ServerSocket(String id, Client client, LocalNamespace namespace, Handshake handshake) {
    this.id = id;
    this.client = client;
    this.namespace = namespace;
    this.handshake = handshake;
    ServerOptions options = client.options();
    mailbox =
        new Mailbox(
            client.executor(), client.timer(), options.mailboxEvents(), options.mailboxBytes());
    outlet = new Outlet(client.session(), options.mailboxEvents(), options.mailboxBytes());
    acks = new AckRegistry(options.pendingAcks());
    member = new RoomIndex.Member<>(id, this);
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
        SocketPacketEncoder.connect(namespace.name(), "{\"sid\":\"" + id + "\"}");
    client.session().send(connect.frames());
    state.compareAndSet(SocketState.ACCEPTED, SocketState.CONNECTED);
    namespace.index().connect(member);
    outlet.open();
    return true;
  }

  /** The CONNECT has not passed. */
  void refuse(String payload) {
    if (state.compareAndSet(SocketState.CONSIDERED, SocketState.DISCONNECTED)) {
      release();
      client.left(this);
      client.session().send(SocketPacketEncoder.connectError(namespace.name(), payload).frames());
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
    release();
    if (before == SocketState.CONNECTING) {
      mailbox.close();
    } else {
      mailbox.close(new FarewellTask(this, listeners, reason, description));
    }
  }

  private void release() {
    outlet.close();
    namespace.index().remove(member);
    acks.close().forEach(owed -> owed.fail(new SocketDisconnectedException()));
  }

  /** Sends a DISCONNECT; answers whether it was connected. */
  boolean leave() {
    if (!state.compareAndSet(SocketState.CONNECTED, SocketState.DISCONNECTED)) {
      return false;
    }
    ended(SocketState.CONNECTED, DisconnectReason.SERVER_NAMESPACE_DISCONNECT, null);
    client.dismissed(this);
    client.session().send(SocketPacketEncoder.disconnect(namespace.name()).frames());
    return true;
  }

  /** Whether the client may send packets to it. */
  boolean joined() {
    return state.get().joined();
  }

  boolean isDisconnected() {
    return state.get() == SocketState.DISCONNECTED;
  }

  // ---- what the client sends

  /** A packet that the client may send to it. */
  void receive(SocketPacket packet, long size) {
    switch (packet.type()) {
      case EVENT -> offer(new EventTask(this, (SocketPacket.Event) packet, size));
      case ACK -> acknowledged((SocketPacket.Ack) packet);
      case DISCONNECT -> {
        client.left(this);
        end(DisconnectReason.CLIENT_NAMESPACE_DISCONNECT, null);
      }
      case CONNECT, CONNECT_ERROR, BINARY_EVENT, BINARY_ACK ->
          throw new IllegalArgumentException(packet.type().name());
    }
  }

  private void offer(Mailbox.Task task) {
    switch (mailbox.offer(task)) {
      case QUEUED, CLOSED -> {}
      case FULL -> client.overrun("more events of socket " + id + " are waiting than allowed");
      case REJECTED -> client.overrun("no thread for the listeners of socket " + id);
    }
  }

  /** Called by the mailbox. */
  void dispatch(SocketPacket.Event packet) {
    if (!connected()) {
      return;
    }
    List<EventListener> called = listeners.of(packet.event());
    if (called.isEmpty()) {
      return;
    }
    Args args = new ReceivedArgs(packet.args(), codec());
    Ack<Object> ack = new ClientAck(this, packet.ackId());
    for (EventListener listener : called) {
      try {
        listener.onEvent(args, ack);
      } catch (Throwable e) {
        report(packet.event(), e);
      }
    }
  }

  /** The answer to an event; ignored if nobody waits for it. */
  private void acknowledged(SocketPacket.Ack ack) {
    AckFuture owed = acks.remove(ack.ackId());
    if (owed != null) {
      owed.settle(new ReceivedArgs(ack.args(), codec()));
    }
  }

  /** A listener failed. */
  void report(String event, Throwable failure) {
    List<ErrorListener> told = listeners.error();
    if (told.isEmpty()) {
      untold(event, failure);
    }
    for (ErrorListener listener : told) {
      try {
        listener.onError(failure);
      } catch (Throwable e) {
        log("An error listener", e);
      }
    }
  }

  private void untold(String event, Throwable failure) {
    if (failure instanceof ConversionException unreadable) {
      namespace.complain(event, unreadable);
    } else {
      log("A listener of \"" + event + "\"", failure);
    }
  }

  private void log(String who, Throwable failure) {
    SocketIOServer.LOG.log(
        Level.ERROR, who + " failed, socket " + id + " of " + namespace.name(), failure);
  }

  // ---- what the application emits

  ValueCodec codec() {
    return client.codec();
  }

  /** Sends a packet of this namespace, or holds it until the CONNECT has been accepted. */
  void deliver(List<EngineFrame> packet, boolean isVolatile) {
    if (isVolatile) {
      outlet.sendVolatile(packet);
    } else if (!outlet.send(packet)) {
      client.overrun("more events to socket " + id + " wait for its CONNECT than allowed");
    }
  }

  /** Sends an acknowledgement. */
  void answer(long ackId, Emission answer) {
    deliver(
        SocketPacketEncoder.ack(namespace.name(), ackId, answer.array(), answer.attachments())
            .frames(),
        false);
  }

  void emit(boolean isVolatile, String event, @Nullable Object... arguments) {
    LocalNamespace.requireNotReserved(event);
    if (!isDisconnected()) {
      deliver(namespace.encode(event, SocketPacket.NO_ACK, arguments).frames(), isVolatile);
    }
  }

  CompletionStage<Args> emitWithAck(
      boolean isVolatile, @Nullable Duration timeout, String event, @Nullable Object... arguments) {
    LocalNamespace.requireNotReserved(event);
    if (isDisconnected()) {
      return CompletableFuture.failedFuture(new SocketDisconnectedException());
    }
    long ackId = namespace.nextAckId();
    EncodedPacket packet = namespace.encode(event, ackId, arguments);
    AckFuture owed = AckFuture.create(client.executor(), () -> acks.forget(ackId));
    if (!acks.add(ackId, owed)) {
      return CompletableFuture.failedFuture(new SocketDisconnectedException());
    }
    if (timeout != null) {
      owed.limit(client.timer().schedule(timeout, () -> acks.expire(ackId)));
    }
    deliver(packet.frames(), isVolatile);
    return owed;
  }

  @Override
  public Emitter asVolatile() {
    return new SocketEmitter(this, true, null);
  }

  @Override
  public Emitter timeout(Duration timeout) {
    return new SocketEmitter(this, false, null).timeout(timeout);
  }

  @Override
  public void emit(String event, @Nullable Object... arguments) {
    emit(false, event, arguments);
  }

  @Override
  public CompletionStage<Args> emitWithAck(String event, @Nullable Object... arguments) {
    return emitWithAck(false, null, event, arguments);
  }

  // ---- the rest of the API

  @Override
  public String id() {
    return id;
  }

  @Override
  public SocketNamespace namespace() {
    return namespace;
  }

  @Override
  public Handshake handshake() {
    return handshake;
  }

  @Override
  public boolean connected() {
    return state.get() == SocketState.CONNECTED;
  }

  @Override
  public ConcurrentMap<String, Object> data() {
    return data;
  }

  @Override
  public Set<String> rooms() {
    return namespace.index().rooms(member);
  }

  @Override
  public void join(String... rooms) {
    namespace.index().join(member, rooms);
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
  public Socket on(String event, EventListener listener) {
    listeners.onEvent(event, listener);
    return this;
  }

  @Override
  public Socket onDisconnect(DisconnectListener listener) {
    listeners.onDisconnect(listener);
    return this;
  }

  @Override
  public Socket onError(ErrorListener listener) {
    listeners.onError(listener);
    return this;
  }

  @Override
  public void disconnect(boolean close) {
    if (leave() && close) {
      client.disconnect();
    }
  }

  @Override
  public String toString() {
    return "Socket["
        + id
        + ", "
        + namespace.name()
        + ", "
        + state
        + ", "
        + mailbox
        + ", acks="
        + acks.size()
        + "]";
  }
}
