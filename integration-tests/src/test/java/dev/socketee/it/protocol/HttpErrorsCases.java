package dev.socketee.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.it.wire.Polling;
import dev.socketee.it.wire.Response;
import dev.socketee.it.wire.WebSocket;
import dev.socketee.it.wire.Wire;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, with which status and words. Reference 1.5, HTTP errors. */
public class HttpErrorsCases {

  private static final String UNKNOWN_TRANSPORT = "{\"code\":0,\"message\":\"Transport unknown\"}";

  @ParameterizedTest
  @ValueSource(strings = {"/engine.io/", "/socket.io/"})
  void refusals_ofBothMounts_areTheSame(String path) {
    check(Polling.get(path + "?EIO=4"), 400, UNKNOWN_TRANSPORT);
    check(Polling.get(path), 400, UNKNOWN_TRANSPORT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # method | query                                  | status | code and message
          GET      | EIO=4&transport=abc                    | 400    | 0 Transport unknown
          GET      | EIO=4&transport=                       | 400    | 0 Transport unknown
          GET      | EIO=4&transport=webtransport           | 400    | 0 Transport unknown
          GET      | EIO=4&transport=__proto__              | 400    | 0 Transport unknown
          GET      | EIO=4&transport=constructor            | 400    | 0 Transport unknown
          GET      | EIO=4&transport=polling&transport=abc  | 400    | 0 Transport unknown
          GET      | EIO=4&transport=polling&sid=abc        | 400    | 1 Session ID unknown
          GET      | EIO=4&transport=polling&sid=__proto__  | 400    | 1 Session ID unknown
          POST     | EIO=4&transport=polling&sid=abc        | 400    | 1 Session ID unknown
          PUT      | EIO=4&transport=polling&sid=abc        | 400    | 1 Session ID unknown
          POST     | EIO=4&transport=polling                | 400    | 2 Bad handshake method
          PUT      | EIO=4&transport=polling                | 400    | 2 Bad handshake method
          DELETE   | EIO=4&transport=polling                | 400    | 2 Bad handshake method
          PATCH    | EIO=4&transport=polling                | 400    | 2 Bad handshake method
          OPTIONS  | EIO=4&transport=polling                | 400    | 2 Bad handshake method
          GET      | EIO=4&transport=websocket              | 400    | 3 Bad request
          GET      | EIO=4&transport=polling&refuse=1       | 403    | 4 Forbidden
          GET      | EIO=4&transport=polling&refuse=2       | 403    | 4 not today
          GET      | EIO=3&transport=polling                | 400    | 5 Unsupported protocol version
          GET      | transport=polling                      | 400    | 5 Unsupported protocol version
          GET      | EIO=abc&transport=polling              | 400    | 5 Unsupported protocol version
          GET      | EIO=44&transport=polling               | 400    | 5 Unsupported protocol version
          """)
  void request_ofThatKind_isRefused(String method, String query, int status, String error) {
    HttpResponse<String> response =
        Polling.send(
            Polling.request("/socket.io/?" + query).method(method, BodyPublishers.noBody()));

    check(
        response,
        status,
        "{\"code\":%s,\"message\":\"%s\"}".formatted(error.substring(0, 1), error.substring(2)));
  }

  private static void check(HttpResponse<String> response, int status, String body) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).isEqualTo(body);
    assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
  }

  @Test
  void lastOfARepeatedParameter_counts() {
    HttpResponse<String> response =
        Polling.get("/engine.io/?EIO=3&EIO=4&transport=abc&transport=polling");

    assertThat(response.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "EIO=4&transport=websocket", // not the session's
    "EIO=3&transport=polling",
    "transport=polling",
  })
  void request_thatContradictsItsSession_isRefused(String query) {
    Polling session = Polling.open("/engine.io/");

    HttpResponse<String> response = Polling.get("/engine.io/?" + query + "&sid=" + session.sid());

    check(response, 400, "{\"code\":3,\"message\":\"Bad request\"}");
    assertThat(session.push("4alive").poll()).containsExactly("4alive");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS"})
  void method_ofNoUseForASession_isAnError(String method) {
    Polling session = Polling.open("/engine.io/");

    HttpResponse<String> response =
        Polling.send(Polling.request(session.url()).method(method, BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).isEmpty();
    assertThat(session.push("4alive").poll()).containsExactly("4alive");
  }

  @Test
  void session_ofOneMount_isUnknownToTheOther() {
    Polling session = Polling.open("/engine.io/");

    HttpResponse<String> response =
        Polling.get("/socket.io/?EIO=4&transport=polling&sid=" + session.sid());

    check(response, 400, "{\"code\":1,\"message\":\"Session ID unknown\"}");
  }

  // ---- upgrades: the reason as plain text

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EIO=4                                    | Transport unknown
          EIO=4&transport=abc                      | Transport unknown
          transport=websocket                      | Unsupported protocol version
          EIO=3&transport=websocket                | Unsupported protocol version
          EIO=abc&transport=websocket              | Unsupported protocol version
          EIO=4&transport=websocket&sid=abc        | Session ID unknown
          EIO=4&transport=websocket&sid=__proto__  | Session ID unknown
          EIO=4&transport=websocket&refuse=1       | Forbidden
          EIO=4&transport=websocket&refuse=2       | not today
          """)
  void upgrade_ofThatKind_isRefused(String query, String message) throws IOException {
    Response response = WebSocket.handshake("/socket.io/?" + query, "");

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.body()).isEqualTo(message);
    assertThat(response.header("content-type")).startsWith("text/html");
    assertThat(response.header("connection")).isEqualToIgnoringCase("close");
  }

  /** The reference answers 101 and closes. */
  @Test
  void upgrade_forPolling_isRefused() throws IOException {
    Response response = WebSocket.handshake("/engine.io/?EIO=4&transport=polling", "");

    assertThat(response.status()).isBetween(400, 499);
  }

  @Test
  void upgrade_withAnotherVersionThanItsSession_isRefused() throws IOException {
    Polling session = Polling.open("/engine.io/");

    Response response =
        WebSocket.handshake("/engine.io/?EIO=3&transport=websocket&sid=" + session.sid(), "");

    assertThat(response.status()).isEqualTo(400);
    assertThat(session.push("4alive").poll()).containsExactly("4alive");
  }

  /** Some containers answer 200, or not at all, if they are left to it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # upgrade  | version | key
          websocket  | 13      |
          websocket  |         | AAAAAAAAAAAAAAAAAAAAAA==
          websocket  | 12      | AAAAAAAAAAAAAAAAAAAAAA==
          websocket  | 13      | short
          h2c        | 13      | AAAAAAAAAAAAAAAAAAAAAA==
          """)
  void upgrade_withBadHeaders_isAClientError(String upgrade, String version, String key)
      throws IOException {
    String headers =
        "Connection: Upgrade\nUpgrade: %s\n".formatted(upgrade)
            + (version == null ? "" : "Sec-WebSocket-Version: %s\n".formatted(version))
            + (key == null ? "" : "Sec-WebSocket-Key: %s\n".formatted(key));
    for (String path : new String[] {"/engine.io/", "/socket.io/"}) {
      try (Wire wire = Wire.connect()) {
        wire.send("GET %s?EIO=4&transport=websocket HTTP/1.1\n".formatted(path));
        wire.send("Host: localhost\n" + headers + "\n");
        assertThat(wire.response().status()).isBetween(400, 499);
      }
    }
  }

  @Test
  void internalPath_withoutTicket_isClosed() throws IOException {
    try (WebSocket socket = WebSocket.open("/.socketee?EIO=4&transport=websocket")) {
      assertThat(socket.awaitClose()).isEqualTo(1008);
    }
  }
}
