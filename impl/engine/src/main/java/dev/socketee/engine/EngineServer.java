package dev.socketee.engine;

import dev.socketee.engine.http.EngineRequest;
import dev.socketee.engine.http.HttpExchange;
import dev.socketee.engine.http.HttpResponse;
import dev.socketee.protocol.engine.EngineFrame;
import java.util.List;
import java.util.Optional;

/**
 * An Engine.IO server: takes the requests of one path, and keeps the sessions. It works alone, for
 * any {@link SessionAcceptor}.
 *
 * <p>Thread-safe; no method blocks.
 */
public final class EngineServer {

  /** The WebSocket close code for a server that has no room now. */
  private static final int TRY_AGAIN_LATER = 1013;

  private final EngineOptions options;
  private final EngineHooks hooks;
  private final Timer timer;
  private final SessionAcceptor acceptor;
  private final Responses responses;
  private final RequestVerifier verifier;
  private final SessionRegistry sessions;
  private final SessionIds ids;
  private volatile boolean draining;
  private volatile boolean closed;

  /** A server that tells the acceptor of its sessions. */
  public EngineServer(
      EngineOptions options, EngineHooks hooks, Timer timer, SessionAcceptor acceptor) {
    this.options = options;
    this.hooks = new GuardedHooks(hooks);
    this.timer = timer;
    this.acceptor = acceptor;
    this.responses = new Responses(options, this.hooks);
    this.sessions = new SessionRegistry(options.limits());
    this.ids = new SessionIds(this.hooks, sessions);
    this.verifier = new RequestVerifier(options, this.hooks, sessions);
  }

  /** Takes a request that is no upgrade. It is answered now or later. */
  public void handle(HttpExchange exchange) {
    EngineRequest request = exchange.request();
    HttpResponse preflight = responses.preflight(request);
    if (preflight != null) {
      exchange.respond(preflight);
      return;
    }
    if (closed) {
      exchange.respond(responses.empty(request, 503));
      return;
    }
    RequestVerifier.Verdict verdict = verifier.verify(request, false);
    if (verdict.failure() != null) {
      count(verdict.failure().error());
      exchange.respond(responses.error(request, verdict.failure()));
    } else if (verdict.session() == null && draining) {
      exchange.respond(responses.draining(request));
    } else if (verdict.session() == null) {
      openPolling(exchange);
    } else {
      handle(verdict.session(), exchange);
    }
  }

  private void openPolling(HttpExchange exchange) {
    EngineRequest request = exchange.request();
    SessionIds.Outcome id = ids.next(request);
    Optional<Failure> failure =
        id.failure() != null
            ? Optional.of(id.failure())
            : open(LiveSession.polling(this, id.id(), exchange), List.of(TransportName.WEBSOCKET));
    failure.ifPresent(known -> exchange.respond(responses.error(request, known)));
  }

  private void handle(LiveSession session, HttpExchange exchange) {
    switch (exchange.request().method()) {
      case "GET" -> session.requests().poll(exchange);
      case "POST" -> session.requests().data(exchange);
      default -> exchange.respond(responses.empty(exchange.request(), 500));
    }
  }

  /** Decides on a WebSocket handshake. */
  public UpgradeVerdict upgrade(EngineRequest request) {
    if (closed) {
      return new UpgradeVerdict.Refused(responses.empty(request, 503));
    }
    RequestVerifier.Verdict verdict = verifier.verify(request, true);
    if (verdict.failure() != null) {
      count(verdict.failure().error());
      return new UpgradeVerdict.Refused(responses.upgradeError(request, verdict.failure()));
    }
    LiveSession session = verdict.session();
    if (session != null) {
      return new UpgradeVerdict.Granted(
          session::candidate, responses.upgradeHeaders(request, false));
    }
    if (draining) {
      return new UpgradeVerdict.Refused(responses.draining(request));
    }
    SessionIds.Outcome id = ids.next(request);
    if (id.failure() != null) {
      return new UpgradeVerdict.Refused(responses.upgradeError(request, id.failure()));
    }
    EngineRequest snapshot = request.snapshot();
    return new UpgradeVerdict.Granted(
        channel -> openWebSocket(id.id(), snapshot, channel),
        responses.upgradeHeaders(request, true));
  }

  private WebSocketReceiver openWebSocket(
      String id, EngineRequest request, WebSocketChannel channel) {
    LiveSession session = LiveSession.webSocket(this, id, request, channel);
    // Taken before the session opens: afterwards it may be over already.
    WebSocketReceiver receiver = session.receiver();
    open(session, List.of())
        .ifPresent(
            failure -> {
              responses.tell(request, failure);
              WebSocketTransport.close(channel, TRY_AGAIN_LATER);
            });
    return receiver;
  }

  /** The answer is empty, unless its place or its id was taken since the request was verified. */
  private Optional<Failure> open(LiveSession session, List<TransportName> upgrades) {
    Optional<Failure> failure = sessions.enter(session);
    if (failure.isPresent()) {
      count(failure.get().error());
      return failure;
    }
    session.open(openPacket(session.id(), upgrades), acceptor);
    if (closed) {
      session.end(Ending.SHUT_DOWN);
    }
    return failure;
  }

  private void count(EngineError error) {
    error.limit().ifPresent(acceptor::limitReached);
  }

  /** A client has gone past a limit. */
  void limitReached(EngineLimit limit) {
    acceptor.limitReached(limit);
  }

  private EngineFrame openPacket(String sid, List<TransportName> upgrades) {
    StringBuilder json = new StringBuilder(160).append("{\"sid\":\"").append(sid);
    json.append("\",\"upgrades\":[");
    if (options.allowUpgrades()) {
      upgrades.stream()
          .filter(options.transports()::contains)
          .forEach(upgrade -> json.append('"').append(upgrade.text()).append('"'));
    }
    json.append("],\"pingInterval\":").append(options.pingInterval().toMillis());
    json.append(",\"pingTimeout\":").append(options.pingTimeout().toMillis());
    json.append(",\"maxPayload\":").append(options.maxPayload()).append('}');
    return EngineFrame.open(json.toString());
  }

  /** A response that is not of the engine, but served at its path, with the headers of CORS. */
  public HttpResponse withCors(EngineRequest request, HttpResponse response) {
    return responses.withCors(request, response);
  }

  /** How many sessions there are. */
  public int sessionCount() {
    return sessions.size();
  }

  /**
   * Opens no sessions any more: handshakes get status 503, and the sessions that there are go on.
   */
  public void drain() {
    draining = true;
  }

  /**
   * Ends all sessions with {@link CloseReason#SHUTTING_DOWN} and opens none any more. Can be called
   * again.
   */
  public void close() {
    closed = true;
    sessions.all().forEach(session -> session.end(Ending.SHUT_DOWN));
  }

  /** The options. */
  public EngineOptions options() {
    return options;
  }

  Timer timer() {
    return timer;
  }

  Responses responses() {
    return responses;
  }

  void remove(LiveSession session) {
    sessions.leave(session);
  }

  @Override
  public String toString() {
    return "engine with " + sessions + ", hooks " + hooks;
  }
}
