package dev.socketee.engine;

import dev.socketee.engine.http.EngineRequest;
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
   * @param error what is wrong; {@code null} if nothing is
   * @param message what to tell the client of it
   * @param session the session of the request; {@code null} if it opens one
   */
  record Verdict(@Nullable EngineError error, String message, @Nullable LiveSession session) {

    private static final Verdict HANDSHAKE = new Verdict(null, "", null);

    private static Verdict of(LiveSession session) {
      return new Verdict(null, "", session);
    }

    private static Verdict of(EngineError error) {
      return new Verdict(error, error.message(), null);
    }
  }

  Verdict verify(EngineRequest request, boolean upgrade) {
    Optional<TransportName> transport =
        Optional.ofNullable(request.query().get("transport"))
            .flatMap(TransportName::of)
            .filter(options.transports()::contains);
    if (transport.isEmpty()) {
      return Verdict.of(EngineError.UNKNOWN_TRANSPORT);
    }
    if (!validHeaderValue(request.header("origin"))) {
      return Verdict.of(EngineError.BAD_REQUEST);
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
      return Verdict.of(EngineError.UNKNOWN_SID);
    }
    boolean fits =
        upgrade
            // Whether the session has a use for it is decided when it is open: that may change
            // until
            // then, and clients expect to see it opened and closed (1.7).
            ? validUpgrade(request, transport)
            : session.transport() == transport && transport == TransportName.POLLING;
    return fits && session.protocol() == EngineProtocol.of(request)
        ? Verdict.of(session)
        : Verdict.of(EngineError.BAD_REQUEST);
  }

  private Verdict verifyHandshake(EngineRequest request, TransportName transport, boolean upgrade) {
    if (!request.method().equals("GET")) {
      return Verdict.of(EngineError.BAD_HANDSHAKE_METHOD);
    }
    if (upgrade ? !validUpgrade(request, transport) : transport == TransportName.WEBSOCKET) {
      return Verdict.of(EngineError.BAD_REQUEST);
    }
    Optional<EngineError> excess = tooLarge(request).or(() -> sessions.full(request.address()));
    if (excess.isPresent()) {
      return Verdict.of(excess.get());
    }
    Optional<String> refusal = hooks.refuse(request);
    if (refusal.isPresent()) {
      return new Verdict(EngineError.FORBIDDEN, refusal.get(), null);
    }
    if (EngineProtocol.of(request) == EngineProtocol.V3 && !options.allowEio3()) {
      return Verdict.of(EngineError.UNSUPPORTED_PROTOCOL_VERSION);
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

  /** Whether a header's value has no character that a header cannot have. */
  private static boolean validHeaderValue(@Nullable String value) {
    return value == null
        || value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c <= 0xff && c != 0x7f));
  }
}
