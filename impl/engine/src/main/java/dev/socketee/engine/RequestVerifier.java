package dev.socketee.engine;

import dev.socketee.engine.http.EngineRequest;
import dev.socketee.engine.http.HeaderValue;
import dev.socketee.engine.http.WebSocketHandshake;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a request is: the first one of a session, one of a session that exists, or none that
 * is served. The order of the checks is the reference's (1.5).
 */
final class RequestVerifier {

  private final EngineOptions options;
  private final EngineHooks hooks;
  private final SessionRegistry sessions;

  RequestVerifier(EngineOptions options, EngineHooks hooks, SessionRegistry sessions) {
    this.options = options;
    this.hooks = hooks;
    this.sessions = sessions;
  }

  /**
   * The outcome.
   *
   * @param failure what is wrong; {@code null} if nothing is
   * @param session the session of the request; {@code null} if it opens one
   */
  record Verdict(@Nullable Failure failure, @Nullable LiveSession session) {

    private static final Verdict HANDSHAKE = new Verdict(null, null);

    private static Verdict of(LiveSession session) {
      return new Verdict(null, session);
    }

    private static Verdict of(Failure failure) {
      return new Verdict(failure, null);
    }
  }

  Verdict verify(EngineRequest request, boolean upgrade) {
    Optional<TransportName> transport =
        Optional.ofNullable(request.query().get("transport"))
            .flatMap(TransportName::of)
            .filter(options.transports()::contains);
    if (transport.isEmpty()) {
      return Verdict.of(Failure.unknownTransport(request));
    }
    if (!HeaderValue.isValid(request.header("origin"))) {
      return Verdict.of(Failure.invalidOrigin(request));
    }
    String sid = request.query().get("sid");
    return sid == null || sid.isEmpty()
        ? verifyHandshake(request, transport.get(), upgrade)
        : verifySession(request, sid, transport.get(), upgrade);
  }

  private Verdict verifySession(
      EngineRequest request, String sid, TransportName transport, boolean upgrade) {
    LiveSession session = sessions.get(sid);
    if (session == null) {
      return Verdict.of(Failure.unknownSid(request));
    }
    if (upgrade) {
      // Whether the session has a use for it is decided when it is open: that may change until
      // then, and clients expect to see it opened and closed (1.7).
      if (!validUpgrade(request, transport)) {
        return Verdict.of(Failure.handshake());
      }
    } else if (session.transport() != transport || transport != TransportName.POLLING) {
      return Verdict.of(Failure.transportMismatch(request, session.transport()));
    }
    return session.protocol() == EngineProtocol.of(request)
        ? Verdict.of(session)
        : Verdict.of(Failure.protocolMismatch(request, session.protocol()));
  }

  private Verdict verifyHandshake(EngineRequest request, TransportName transport, boolean upgrade) {
    if (!request.method().equals("GET")) {
      return Verdict.of(Failure.badMethod(request));
    }
    if (upgrade ? !validUpgrade(request, transport) : transport == TransportName.WEBSOCKET) {
      return Verdict.of(Failure.handshake());
    }
    Optional<EngineError> excess = tooLarge(request).or(() -> sessions.full(request.address()));
    if (excess.isPresent()) {
      return Verdict.of(Failure.excess(excess.get()));
    }
    Optional<String> refusal = hooks.refuse(request);
    if (refusal.isPresent()) {
      return Verdict.of(Failure.forbidden(refusal.get()));
    }
    if (EngineProtocol.of(request) == EngineProtocol.V3 && !options.allowEio3()) {
      return Verdict.of(Failure.unsupportedProtocol(request));
    }
    return Verdict.HANDSHAKE;
  }

  /** The request that opens a session is kept as long as the session lasts. */
  private Optional<EngineError> tooLarge(EngineRequest request) {
    SessionLimits limits = options.limits();
    if (request.url().length() > limits.urlLength()) {
      return Optional.of(EngineError.URL_TOO_LONG);
    }
    long headers = 0;
    for (Map.Entry<String, String> header : request.headers().entrySet()) {
      headers += header.getKey().length() + header.getValue().length();
    }
    return headers > limits.headerLength()
        ? Optional.of(EngineError.HEADERS_TOO_LONG)
        : Optional.empty();
  }

  private static boolean validUpgrade(EngineRequest request, TransportName transport) {
    return transport == TransportName.WEBSOCKET && WebSocketHandshake.valid(request);
  }
}
