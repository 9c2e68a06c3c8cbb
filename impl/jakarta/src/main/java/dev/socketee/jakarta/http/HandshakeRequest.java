package dev.socketee.jakarta.http;

import dev.socketee.engine.http.EngineRequest;
import dev.socketee.jakarta.session.CapturedSession;
import dev.socketee.jakarta.session.SessionRequest;
import dev.socketee.jakarta.threads.ContextualRequest;
import dev.socketee.server.HandlerExecutor;
import dev.socketee.spi.HttpRequest;
import java.security.Principal;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The request that opened a session, kept with it, together with the container's context of that
 * request: its handlers run in that.
 */
record HandshakeRequest(
    String method,
    String url,
    Map<String, String> query,
    Map<String, String> headers,
    String address,
    boolean secure,
    @Nullable Principal principal,
    Predicate<String> roles,
    HandlerExecutor handlerExecutor,
    @Nullable CapturedSession httpSession)
    implements EngineRequest, ContextualRequest, SessionRequest, HttpRequest {

  @Override
  public boolean isUserInRole(String role) {
    return roles.test(role);
  }

  @Override
  public EngineRequest snapshot() {
    return this;
  }
}
