package dev.socketee.jakarta.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP session of a handshake, until somebody takes it: what keeps the handshake must not keep
 * the session, too.
 */
public final class CapturedSession {

  private final boolean authenticated;
  private final AtomicReference<@Nullable HttpSession> session;

  CapturedSession(HttpSession session, boolean authenticated) {
    this.session = new AtomicReference<>(session);
    this.authenticated = authenticated;
  }

  /** The session of a request, on its thread; {@code null} if it has none: none is created. */
  public static @Nullable CapturedSession of(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null
        ? null
        : new CapturedSession(session, request.getUserPrincipal() != null);
  }

  /** Whether the request had a caller. */
  boolean authenticated() {
    return authenticated;
  }

  /** The session, for whoever asks first. */
  Optional<HttpSession> take() {
    return Optional.ofNullable(session.getAndSet(null));
  }
}
