package dev.socketee.server;

import dev.socketee.engine.http.EngineRequest;
import dev.socketee.engine.http.QueryString;
import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A handshake from 127.0.0.1. */
record FakeRequest(
    String method,
    String url,
    Map<String, String> query,
    Map<String, String> headers,
    @Nullable Principal principal,
    Set<String> roles)
    implements EngineRequest {

  static final FakeRequest PLAIN = of("GET", "EIO=4&transport=websocket").with("host", "localhost");

  /** A request with these parameters. */
  static FakeRequest of(String method, String query) {
    return new FakeRequest(
        method, "/socket.io/?" + query, QueryString.parse(query), Map.of(), null, Set.of());
  }

  FakeRequest with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new FakeRequest(method, url, query, more, principal, roles);
  }

  /** Of a caller whom the container has authenticated. */
  FakeRequest by(Principal caller, String... callerRoles) {
    return new FakeRequest(method, url, query, headers, caller, Set.of(callerRoles));
  }

  @Override
  public boolean isUserInRole(String role) {
    return roles.contains(role);
  }

  @Override
  public String address() {
    return "127.0.0.1";
  }

  @Override
  public boolean secure() {
    return false;
  }

  @Override
  public EngineRequest snapshot() {
    return this;
  }
}
