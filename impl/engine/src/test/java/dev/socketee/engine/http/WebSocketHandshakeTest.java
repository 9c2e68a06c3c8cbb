package dev.socketee.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which handshakes a container will accept. Source: RFC 6455, section 4.2.1. */
class WebSocketHandshakeTest {

  private record Request(String method, Map<String, String> headers) implements EngineRequest {

    @Override
    public String url() {
      return "/";
    }

    @Override
    public Map<String, String> query() {
      return Map.of();
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

  private static Request request(String header, String value) {
    Map<String, String> headers = new HashMap<>();
    headers.put("upgrade", "websocket");
    headers.put("connection", "Upgrade");
    headers.put("sec-websocket-version", "13");
    headers.put("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ==");
    headers.put(header, value);
    headers.values().removeIf(v -> v == null);
    return new Request("GET", headers);
  }

  @ParameterizedTest
  @CsvSource({
    "upgrade, websocket",
    "upgrade, WebSocket",
    "connection, upgrade",
    "connection, 'keep-alive, Upgrade'",
    "connection, 'Upgrade,keep-alive'",
    "sec-websocket-key, AAAAAAAAAAAAAAAAAAAAAA==",
    "sec-websocket-key, '+/0123456789abcdefghij=='",
  })
  void valid_wellFormed_isTrue(String header, String value) {
    assertThat(WebSocketHandshake.valid(request(header, value))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "upgrade,",
    "upgrade, h2c",
    "connection,",
    "connection, close",
    "connection, no-upgrade",
    "sec-websocket-version,",
    "sec-websocket-version, 8",
    "sec-websocket-version, 14",
    "sec-websocket-key,",
    "sec-websocket-key, ''",
    "sec-websocket-key, tooShort==",
    "sec-websocket-key, AAAAAAAAAAAAAAAAAAAAAAA=",
    "sec-websocket-key, '!!!!!!!!!!!!!!!!!!!!!!=='",
  })
  void valid_malformed_isFalse(String header, String value) {
    assertThat(WebSocketHandshake.valid(request(header, value))).isFalse();
  }

  @Test
  void valid_otherMethod_isFalse() {
    assertThat(WebSocketHandshake.valid(new Request("POST", request("x", "y").headers())))
        .isFalse();
  }

  @Test
  void wanted_byTheUpgradeHeaderAlone() {
    assertThat(WebSocketHandshake.wanted(new Request("GET", Map.of("upgrade", "WEBSOCKET"))))
        .isTrue();
    assertThat(WebSocketHandshake.wanted(new Request("GET", Map.of("upgrade", "h2c")))).isFalse();
    assertThat(WebSocketHandshake.wanted(new Request("GET", Map.of()))).isFalse();
  }
}
