package dev.socketee.server;

import dev.socketee.engine.http.EngineRequest;
import java.util.HashMap;
import java.util.Map;

/** A handshake from 127.0.0.1. */
record FakeRequest(String url, Map<String, String> query, Map<String, String> headers)
    implements EngineRequest {

  static final FakeRequest PLAIN =
      new FakeRequest(
          "/socket.io/?EIO=4&transport=websocket",
          Map.of("EIO", "4", "transport", "websocket"),
          Map.of("host", "localhost"));

  FakeRequest with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new FakeRequest(url, query, more);
  }

  @Override
  public String method() {
    return "GET";
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
