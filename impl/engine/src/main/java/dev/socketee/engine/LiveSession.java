package dev.socketee.engine;

import dev.socketee.engine.http.EngineRequest;
import dev.socketee.engine.http.HttpExchange;
import dev.socketee.protocol.ProtocolException;
import dev.socketee.protocol.engine.EngineFrame;
import dev.socketee.protocol.engine.EnginePacket;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A session with its state, its outbox and the transport that carries it.
 *
 * <p>One lock guards the state, the phase of the upgrade, the outbox and the transports. Under it,
 * things are decided; what is decided (writing, answering, telling the listener) is done after its
 * release. One writer at a time: {@link #flush} is the only place that writes to the current
 * transport, and a second thread that comes meanwhile leaves its work to the first.
 */
final class LiveSession implements EngineSession {

  private static final Logger LOG = System.getLogger("dev.socketee.engine");
  private static final List<EngineFrame> CLOSE = List.of(EngineFrame.CLOSE);
  private static final List<EngineFrame> NOOP = List.of(EngineFrame.NOOP);
  private static final List<EngineFrame> NOOP_CLOSE = List.of(EngineFrame.NOOP, EngineFrame.CLOSE);
  private static final int NORMAL_CLOSURE = 1000;
  private static final int GOING_AWAY = 1001;

  private final String id;
  private final EngineRequest request;
  private final EngineServer server;
  private final EngineOptions options;
  private final Timer timer;
  private final ReentrantLock lock = new ReentrantLock();
  private final Outbox outbox;
  private final Heartbeat heartbeat;
  private final UpgradeAttempt upgrade;
  private final AtomicInteger flushes = new AtomicInteger();

  // Written under the lock, read without it where a stale value does no harm.
  private volatile SessionState state = SessionState.OPEN;
  private volatile Transport transport;
  private volatile @Nullable SessionListener listener;

  private Timer.@Nullable Timeout closeDeadline;
  private Timer.@Nullable Timeout sendDeadline;
  private long writingSince;

  private LiveSession(EngineServer server, String id, EngineRequest request) {
    this.server = server;
    this.id = id;
    this.request = request;
    this.options = server.options();
    this.timer = server.timer();
    this.outbox = new Outbox(options.outboxPackets(), options.outboxBytes());
    this.heartbeat = new Heartbeat(this, lock, timer, options);
    this.upgrade = new UpgradeAttempt(this, lock, timer, options);
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
    locked(() -> outbox.add(openPacket));
    listener = acceptor.accept(this);
    heartbeat.restart();
    flush();
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
  public TransportName transport() {
    return transport.name();
  }

  @Override
  public boolean closed() {
    return state == SessionState.CLOSED;
  }

  @Override
  public void send(EngineFrame frame) {
    boolean fits;
    lock.lock();
    try {
      if (state != SessionState.OPEN) {
        return;
      }
      fits = outbox.add(frame);
    } finally {
      lock.unlock();
    }
    flushIf(fits);
  }

  @Override
  public void send(List<EngineFrame> frames) {
    boolean fits = true;
    lock.lock();
    try {
      if (state != SessionState.OPEN) {
        return;
      }
      for (int i = 0; i < frames.size() && fits; i++) {
        fits = outbox.add(frames.get(i));
      }
    } finally {
      lock.unlock();
    }
    flushIf(fits);
  }

  @Override
  public boolean sendVolatile(List<EngineFrame> frames) {
    lock.lock();
    try {
      if (state != SessionState.OPEN || !outbox.isEmpty() || !transport.writable()) {
        return false;
      }
      frames.forEach(outbox::add);
    } finally {
      lock.unlock();
    }
    flush();
    return true;
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
      closeDeadline =
          timer.schedule(
              options.closeTimeout(),
              () -> end(CloseReason.FORCED_CLOSE, "the client did not fetch what was queued"));
    } finally {
      lock.unlock();
    }
    closeIfDrained();
  }

  /** Ends the session at once, with what is queued unsent. */
  void shutDown() {
    end(CloseReason.SHUTTING_DOWN, null, CLOSE, GOING_AWAY);
  }

  // --- writing

  private void flushIf(boolean fits) {
    if (fits) {
      flush();
    } else {
      LOG.log(Level.DEBUG, "{0}: the client is too slow, {1} wait for it", this, outbox);
      end(CloseReason.TRANSPORT_ERROR, "the client is too slow: its outbox is full");
    }
  }

  /**
   * Writes while there is something to write and the transport takes it. Never recursive, although
   * some containers complete a send on the sender's stack: whoever finds a flush under way only
   * leaves word that it has to look again.
   */
  void flush() {
    if (flushes.getAndIncrement() != 0) {
      return;
    }
    int seen = 1;
    do {
      while (writeOnce()) {
        // until there is nothing to write, or the write is not over yet
      }
      seen = flushes.addAndGet(-seen);
    } while (seen != 0);
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
    watch(current);
    return true;
  }

  /** Called by a transport when a write is over. */
  void written(Transport from) {
    locked(from::release);
    flush();
    closeIfDrained();
  }

  /** Sees to it that a write that is still under way does not stay so for ever. */
  private void watch(Transport current) {
    lock.lock();
    try {
      if (current.writing() && state != SessionState.CLOSED) {
        writingSince = timer.nanoTime();
        if (sendDeadline == null) {
          sendDeadline = timer.schedule(options.sendTimeout(), this::checkWrite);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private void checkWrite() {
    boolean tooSlow = false;
    lock.lock();
    try {
      sendDeadline = null;
      if (transport.writing() && state != SessionState.CLOSED) {
        long left = options.sendTimeout().toNanos() - (timer.nanoTime() - writingSince);
        tooSlow = left <= 0;
        if (!tooSlow) {
          sendDeadline = timer.schedule(Duration.ofNanos(left), this::checkWrite);
        }
      }
    } finally {
      lock.unlock();
    }
    if (tooSlow) {
      end(CloseReason.TRANSPORT_ERROR, "the client is too slow: a send took too long");
    }
  }

  /** The second half of an orderly close, once nothing is queued any more. */
  private void closeIfDrained() {
    boolean drained;
    lock.lock();
    try {
      drained =
          state == SessionState.CLOSING
              && outbox.isEmpty()
              && !transport.writing()
              && (!(transport instanceof PollingTransport polling) || polling.isParked());
    } finally {
      lock.unlock();
    }
    if (drained) {
      end(CloseReason.FORCED_CLOSE, null);
    }
  }

  void ping() {
    send(EngineFrame.PING);
  }

  // --- what the transports tell

  /** A GET of this session. */
  void poll(HttpExchange exchange) {
    boolean overlap = false;
    boolean over = false;
    boolean closing = false;
    lock.lock();
    try {
      if (state == SessionState.CLOSED || !(transport instanceof PollingTransport polling)) {
        over = true;
      } else if (!polling.park(exchange)) {
        overlap = true;
      } else {
        closing = state == SessionState.CLOSING && outbox.isEmpty() && !polling.writing();
      }
    } finally {
      lock.unlock();
    }
    if (over) {
      exchange.respond(server.responses().error(exchange.request(), EngineError.UNKNOWN_SID));
    } else if (overlap) {
      exchange.respond(server.responses().empty(exchange.request(), 400));
      end(CloseReason.TRANSPORT_ERROR, "overlap from client");
    } else if (closing) {
      end(CloseReason.FORCED_CLOSE, null, NOOP_CLOSE, NORMAL_CLOSURE);
    } else {
      exchange.onAbort(() -> aborted(exchange));
      flush();
      upgrade.polled();
    }
  }

  private void aborted(HttpExchange exchange) {
    boolean waiting;
    lock.lock();
    try {
      waiting = transport instanceof PollingTransport polling && polling.isParked(exchange);
    } finally {
      lock.unlock();
    }
    if (waiting) {
      end(CloseReason.TRANSPORT_ERROR, "poll connection closed prematurely");
    }
  }

  /** A POST of this session. */
  void data(HttpExchange exchange) {
    if ("application/octet-stream".equals(exchange.request().header("content-type"))) {
      refuse(exchange, 400, "invalid content");
      return;
    }
    PollingTransport polling;
    lock.lock();
    try {
      polling = transport instanceof PollingTransport p && p.beginPost(exchange) ? p : null;
    } finally {
      lock.unlock();
    }
    if (polling == null) {
      refuse(exchange, 400, "data request overlap from client");
    } else {
      exchange.readBody(options.maxPayload(), new PostBody(this, polling, exchange));
    }
  }

  /** Answers a POST with an error, which is the end of the session, too. */
  void refuse(HttpExchange exchange, int status, String description) {
    exchange.respond(server.responses().empty(exchange.request(), status));
    end(CloseReason.TRANSPORT_ERROR, description);
  }

  /** The body of a POST is there. */
  void data(PollingTransport polling, HttpExchange exchange, byte[] body) {
    locked(polling::postArrived);
    polling.deliver(body, options.payloadPackets());
    locked(() -> polling.endPost(exchange));
    exchange.respond(server.responses().postAccepted(exchange.request()));
  }

  /** A packet came over a transport. */
  void receive(Transport from, EnginePacket packet) {
    if (from != transport) {
      upgrade.receive(from, packet);
      return;
    }
    SessionListener target = listener;
    if (state != SessionState.OPEN || target == null) {
      return;
    }
    switch (packet.type()) {
      case MESSAGE -> {
        heartbeat.activity();
        if (packet instanceof EnginePacket.TextMessage text) {
          target.onText(text.data());
        } else if (packet instanceof EnginePacket.BinaryMessage binary) {
          target.onBinary(binary.data());
        }
      }
      case PONG -> heartbeat.restart();
      case PING -> end(CloseReason.TRANSPORT_ERROR, "invalid heartbeat direction");
      case CLOSE -> {
        // A WebSocket client says so by closing the WebSocket; its close packet means nothing.
        if (from.name() == TransportName.POLLING) {
          end(CloseReason.TRANSPORT_CLOSE, null, NOOP, NORMAL_CLOSURE);
        }
      }
      case OPEN, UPGRADE, NOOP -> heartbeat.activity();
    }
  }

  /** Something that is no packet came over a transport. */
  void malformed(Transport from, ProtocolException problem) {
    if (from == transport) {
      end(CloseReason.PARSE_ERROR, problem.getMessage());
    } else {
      upgrade.abandon(from);
    }
  }

  /** A WebSocket was closed. */
  void disconnected(WebSocketTransport from) {
    if (from == transport) {
      end(CloseReason.TRANSPORT_CLOSE, null);
    } else {
      upgrade.abandon(from);
    }
  }

  /** A WebSocket failed. */
  void failed(WebSocketTransport from, @Nullable String description) {
    if (from == transport) {
      end(CloseReason.TRANSPORT_ERROR, description);
    } else {
      upgrade.abandon(from);
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
    return previous.retire(NOOP, NORMAL_CLOSURE);
  }

  /** Goes on with a new transport. */
  void moved() {
    LOG.log(Level.DEBUG, "{0}: upgraded", this);
    flush();
    closeIfDrained();
  }

  // --- the one exit

  void end(CloseReason reason, @Nullable String description) {
    end(reason, description, CLOSE, NORMAL_CLOSURE);
  }

  private void end(
      CloseReason reason,
      @Nullable String description,
      List<EngineFrame> lastWords,
      int closeCode) {
    Runnable farewell;
    lock.lock();
    try {
      SessionState next = state.on(SessionState.Event.END);
      if (next == null) {
        return;
      }
      state = next;
      heartbeat.stop();
      cancel(closeDeadline);
      cancel(sendDeadline);
      outbox.clear();
      Runnable ofUpgrade = upgrade.stop(closeCode);
      Runnable ofTransport = transport.retire(lastWords, closeCode);
      farewell =
          () -> {
            ofTransport.run();
            ofUpgrade.run();
          };
    } finally {
      lock.unlock();
    }
    LOG.log(Level.DEBUG, "{0}: {1} ({2})", this, reason, description);
    server.remove(this);
    farewell.run();
    SessionListener target = listener;
    if (target != null) {
      target.onClose(reason, description);
    }
  }

  private static void cancel(Timer.@Nullable Timeout timeout) {
    if (timeout != null) {
      timeout.cancel();
    }
  }

  private void locked(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }

  /** The state; of the id, which is a secret, no more than is needed to tell sessions apart. */
  @Override
  public String toString() {
    return "session " + id.substring(0, 4) + "… " + transport.name().text() + " " + state;
  }
}
