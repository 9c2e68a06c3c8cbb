package dev.socketee.engine;

import dev.socketee.engine.http.EngineRequest;
import dev.socketee.engine.http.HttpExchange;
import dev.socketee.protocol.ProtocolError;
import dev.socketee.protocol.ProtocolException;
import dev.socketee.protocol.engine.EngineFrame;
import dev.socketee.protocol.engine.EnginePacket;
import dev.socketee.protocol.engine.EnginePacketType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session with its state, its outbox and the transport that carries it.
 *
 * <p>One lock guards the state, the phase of the upgrade, the outbox and the transports. Under it,
 * things are decided; what is decided (writing, answering, telling the listener) is done after its
 * release. One writer at a time: {@link #writeOnce} is the only place that writes to the current
 * transport, and a {@link SingleFlight}.
 */
final class LiveSession implements EngineSession {

  private static final Logger LOG = System.getLogger("dev.socketee.engine");

  private final String id;
  private final EngineRequest request;
  private final Dialect dialect;
  private final EngineServer server;
  private final EngineOptions options;
  private final SessionLock lock = new SessionLock();
  private final Outbox outbox;
  private final Heartbeat heartbeat;
  private final UpgradeAttempt upgrade;
  private final PollingRequests requests;
  private final SendWatch sendWatch;
  private final OrderlyClose orderlyClose;
  private final Observation observation = new Observation();
  private final Inbound inbound;
  private final Audience audience = new Audience();

  /** Closed until there is a listener: a client that has the open packet may send. */
  private final SingleFlight writes = new SingleFlight(this::writeOnce);

  // Written under the lock, read without it where a stale value does no harm.
  private volatile SessionState state = SessionState.OPEN;
  private volatile Transport transport;

  private LiveSession(EngineServer server, String id, EngineRequest request) {
    this.server = server;
    this.id = id;
    this.request = request;
    this.dialect = Dialect.of(request);
    this.options = server.options();
    Timer timer = server.timer();
    this.outbox = new Outbox(options.outboxPackets(), options.outboxBytes());
    this.heartbeat = Heartbeat.of(dialect.protocol(), this, lock, timer, options);
    this.inbound = new Inbound(this, heartbeat, observation);
    this.upgrade = new UpgradeAttempt(this, lock, timer, options);
    this.requests = new PollingRequests(this, lock, server.responses(), options);
    this.sendWatch = new SendWatch(this, lock, timer, options.sendTimeout());
    this.orderlyClose = new OrderlyClose(this, lock, timer);
    this.transport = new PollingTransport(this, server.responses());
  }

  /** A session that begins with long-polling: the exchange is its first GET. */
  static LiveSession polling(EngineServer server, String id, HttpExchange exchange) {
    LiveSession session = new LiveSession(server, id, exchange.request().snapshot());
    ((PollingTransport) session.transport).park(exchange);
    return session;
  }

  /** A session that begins with WebSocket: its {@link #receiver()} is told of what comes. */
  static LiveSession webSocket(
      EngineServer server, String id, EngineRequest request, WebSocketChannel channel) {
    LiveSession session = new LiveSession(server, id, request);
    session.transport = new WebSocketTransport(session, channel);
    session.upgrade.skip();
    return session;
  }

  /** Begins: the open packet, then whatever the layer above has to say. */
  void open(EngineFrame openPacket, SessionAcceptor acceptor) {
    LOG.log(Level.DEBUG, "{0}: open", this);
    lock.run(() -> outbox.add(openPacket));
    SessionListener accepted;
    try {
      accepted = acceptor.accept(this);
    } catch (RuntimeException | Error e) {
      end(CloseReason.TRANSPORT_ERROR, "not accepted: " + e);
      throw e;
    }
    Ending ending;
    lock.lock();
    try {
      ending = audience.begin(accepted);
    } finally {
      lock.unlock();
    }
    if (ending != null) {
      ending.tell(accepted);
    } else {
      heartbeat.start();
      writes.open();
    }
  }

  /** The transport of a session that began with WebSocket. */
  WebSocketReceiver receiver() {
    return (WebSocketTransport) transport;
  }

  // --- what the layer above may call

  @Override
  public String id() {
    return id;
  }

  @Override
  public EngineRequest request() {
    return request;
  }

  @Override
  public EngineProtocol protocol() {
    return dialect.protocol();
  }

  /** How its packets look on the wire. */
  Dialect dialect() {
    return dialect;
  }

  @Override
  public TransportName transport() {
    return transport.name();
  }

  @Override
  public boolean closed() {
    return state == SessionState.CLOSED;
  }

  @Override
  public boolean writable() {
    return lock.holds(() -> state == SessionState.OPEN && transport.writable());
  }

  @Override
  public void observe(SessionObserver observer) {
    observation.begin(observer);
  }

  @Override
  public void send(List<EngineFrame> frames) {
    if (enqueue(frames)) {
      writeQueued(frames);
    }
  }

  @Override
  public boolean enqueue(List<EngineFrame> frames) {
    return lock.holds(() -> state == SessionState.OPEN && outbox.offer(frames));
  }

  @Override
  public void writeQueued(List<EngineFrame> frames) {
    if (outbox.isOverfull()) {
      LOG.log(Level.DEBUG, "{0}: the client is too slow, {1} wait for it", this, outbox);
      server.limitReached(EngineLimit.OUTBOX);
      end(CloseReason.TRANSPORT_ERROR, "the client is too slow: its outbox is full");
    } else {
      observation.queued(frames);
      flush();
    }
  }

  @Override
  public boolean sendVolatile(List<EngineFrame> frames) {
    boolean taken =
        lock.holds(
            () ->
                state == SessionState.OPEN
                    && outbox.isEmpty()
                    && transport.writable()
                    && outbox.addAll(frames));
    if (taken) {
      observation.queued(frames);
      flush();
    }
    return taken;
  }

  @Override
  public void revoke(String description) {
    end(Ending.revoked(description));
  }

  @Override
  public void close() {
    lock.lock();
    try {
      SessionState next = state.on(SessionState.Event.CLOSE);
      if (next == null) {
        return;
      }
      state = next;
      // From here on, the deadline is what ends a client that is gone: nothing is sent or heard.
      heartbeat.stop();
      orderlyClose.begin(options.closeTimeout());
    } finally {
      lock.unlock();
    }
    orderlyClose.endIfDrained();
  }

  // --- writing

  /** Writes while there is something to write and the transport takes it. */
  void flush() {
    writes.run();
  }

  private boolean writeOnce() {
    Transport current;
    lock.lock();
    try {
      current = transport;
      if (state == SessionState.CLOSED || outbox.isEmpty() || !current.writable()) {
        return false;
      }
      current.claim(outbox);
    } finally {
      lock.unlock();
    }
    current.write();
    lock.run(sendWatch::begun);
    return true;
  }

  /** Called by a transport when a write is over. */
  void written(Transport from) {
    lock.run(from::release);
    flush();
    if (observation.begun()
        && lock.holds(() -> from == transport && outbox.isEmpty() && !writing())) {
      observation.drained();
    }
    orderlyClose.endIfDrained();
    // A poll that came meanwhile could not be released then.
    upgrade.polled();
  }

  /** Whether a write is under way that is still of interest. Lock held. */
  boolean writing() {
    return state != SessionState.CLOSED && transport.writing();
  }

  /** A write does not come to its end. */
  void sendTookTooLong() {
    server.limitReached(EngineLimit.SEND_TIMEOUT);
    end(CloseReason.TRANSPORT_ERROR, "the client is too slow: a send took too long");
  }

  /** Whether an orderly close has nothing more to wait for than to be told. Lock held. */
  boolean drained() {
    return state == SessionState.CLOSING && outbox.isEmpty() && !transport.writing();
  }

  // --- what the transports tell

  /** What takes the HTTP requests of this session. */
  PollingRequests requests() {
    return requests;
  }

  /** The transport if it is polling, and the session not over. Lock held. */
  @Nullable PollingTransport polling() {
    return state != SessionState.CLOSED && transport instanceof PollingTransport polling
        ? polling
        : null;
  }

  /** A poll has come in. */
  void polled() {
    flush();
    upgrade.polled();
  }

  /** What is between the decision to close this session and its end. */
  OrderlyClose orderlyClose() {
    return orderlyClose;
  }

  /** The client has said that it closes. */
  void closedByClient() {
    lock.lock();
    try {
      SessionState next = state.on(SessionState.Event.CLOSE);
      if (next != null && transport instanceof PollingTransport polling && !polling.isParked()) {
        state = next;
        heartbeat.stop();
        outbox.clear();
        orderlyClose.beginByClient();
        return;
      }
    } finally {
      lock.unlock();
    }
    end(Ending.CLIENT_CLOSE);
  }

  /** A packet came over a transport. */
  void receive(Transport from, EnginePacket packet) {
    if (from != transport) {
      upgrade.receive(from, packet);
      return;
    }
    SessionListener target = audience.listener();
    // A client may also say that it closes while this side waits for it to fetch what is queued.
    if (target == null || (state != SessionState.OPEN && packet.type() != EnginePacketType.CLOSE)) {
      return;
    }
    inbound.receive(from.name(), packet, target);
  }

  /** Something that is no packet came over a transport. */
  void malformed(Transport from, ProtocolException problem) {
    if (from != transport) {
      upgrade.abandon(from);
    } else if (state == SessionState.OPEN) {
      if (problem.error() == ProtocolError.TOO_MANY_PACKETS) {
        server.limitReached(EngineLimit.PAYLOAD_PACKETS);
      }
      end(CloseReason.PARSE_ERROR, problem.getMessage());
    }
  }

  /** The client went past a limit of a transport, which is the end of that. */
  void exceeded(Transport by, EngineLimit limit, String description) {
    server.limitReached(limit);
    lost(by, CloseReason.TRANSPORT_ERROR, description);
  }

  /** A transport closed or failed; one that does not carry the session is not missed. */
  void lost(Transport from, CloseReason reason, @Nullable String description) {
    if (from != transport) {
      upgrade.lose(from);
    }
    if (from == transport) { // perhaps only by now: its upgrade may be handled beside this
      end(reason, description);
    }
  }

  // --- the upgrade

  /** Whether a WebSocket may be opened for this session now. */
  boolean upgradable() {
    return state == SessionState.OPEN && upgrade.possible();
  }

  /** A WebSocket was opened for this session. */
  WebSocketReceiver candidate(WebSocketChannel channel) {
    return upgrade.attach(channel);
  }

  /** Queues a noop for a poll that waits. Lock held; to be flushed without it. */
  boolean queueNoop() {
    return state == SessionState.OPEN
        && outbox.isEmpty()
        && transport.writable()
        && outbox.add(EngineFrame.NOOP);
  }

  /** Replaces the transport. Lock held; the result is to be run without it. */
  Runnable moveTo(WebSocketTransport next) {
    Transport previous = transport;
    transport = next;
    return previous.retire(Ending.NOOP, Ending.NORMAL_CLOSURE);
  }

  /** Goes on with a new transport. */
  void moved() {
    LOG.log(Level.DEBUG, "{0}: upgraded", this);
    // The answer to the probe may be still under way.
    lock.run(sendWatch::begun);
    observation.upgraded();
    flush();
    orderlyClose.endIfDrained();
  }

  // --- the one exit

  void end(CloseReason reason, @Nullable String description) {
    end(Ending.of(reason, description));
  }

  /** Ends the session at once, with what is queued unsent. */
  void end(Ending ending) {
    Runnable farewell;
    Runnable tell;
    lock.lock();
    try {
      SessionState next = state.on(SessionState.Event.END);
      if (next == null) {
        return;
      }
      state = next;
      heartbeat.stop();
      sendWatch.stop();
      orderlyClose.stop();
      outbox.clear();
      tell = audience.end(ending);
      farewell = upgrade.stop(transport, ending);
    } finally {
      lock.unlock();
    }
    LOG.log(Level.DEBUG, "{0}: {1} ({2})", this, ending.reason(), ending.description());
    server.remove(this);
    try {
      farewell.run();
    } finally {
      tell.run();
    }
  }

  /** The state; of the id, which is a secret, no more than is needed to tell sessions apart. */
  @Override
  public String toString() {
    return "session " + IdGenerator.label(id) + " " + transport.name().text() + " " + state;
  }
}
