package dev.socketee.engine;

import dev.socketee.engine.http.EngineRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A request as a container hands it over; the query is {@code a=b&c=d}, without escapes. */
record FakeRequest(
    String method, String url, Map<String, String> query, Map<String, String> headers)
    implements EngineRequest {

  /** No header: in place of the address of the peer. */
  static final String ADDRESS = "address";

  static FakeRequest of(String method, String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        parameters.put(parts[0], parts[1]);
      }
    }
    return new FakeRequest(method, "/socket.io/?" + query, parameters, new TreeMap<>());
  }

  /** A well-formed WebSocket handshake (RFC 6455, 4.2.1). */
  static FakeRequest upgrade(String query) {
    return of("GET", query)
        .with("connection", "keep-alive, Upgrade")
        .with("upgrade", "websocket")
        .with("sec-websocket-version", "13")
        .with("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ==");
  }

  /** Sets a header, or removes it with {@code null}. */
  FakeRequest with(String header, String value) {
    if (value == null) {
      headers.remove(header);
    } else {
      headers.put(header, value);
    }
    return this;
  }

  @Override
  public String address() {
    return headers.getOrDefault(ADDRESS, "127.0.0.1");
  }

  @Override
  public boolean secure() {
    return false;
  }

  @Override
  public EngineRequest snapshot() {
    return new FakeRequest(method, url, Map.copyOf(query), Map.copyOf(headers));
  }
}
