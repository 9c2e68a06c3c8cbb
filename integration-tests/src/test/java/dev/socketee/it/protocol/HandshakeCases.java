package dev.socketee.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.it.wire.Polling;
import dev.socketee.it.wire.WebSocket;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The application as it is built, with the heartbeat that the public protocol suites want: 300 and
 * 200 ms. Engine.IO 4, Handshake and Heartbeat; reference 1.4 and 1.8.
 */
public class HandshakeCases {

  @ParameterizedTest
  @ValueSource(strings = {"/engine.io/", "/socket.io/", "/socket.io", "/socket.io/below"})
  void polling_open_tellsTheOptions(String path) {
    HttpResponse<String> response = Polling.get(path + "?EIO=4&transport=polling");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Polling.contentType(response)).isEqualToIgnoringCase("text/plain;charset=utf-8");
    assertThat(response.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(response.headers().firstValue("set-cookie")).isEmpty();
    assertThat(response.headers().firstValue("access-control-allow-origin")).isEmpty();
    assertThat(response.body()).startsWith("0{");
    JsonObject open = Polling.json(response.body().substring(1));
    checkOptions(open);
    assertThat(open.getJsonArray("upgrades").toString()).isEqualTo("[\"websocket\"]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/engine.io/", "/socket.io/", "/socket.io"})
  void webSocket_open_tellsTheOptions(String path) throws IOException {
    try (WebSocket socket = WebSocket.open(path + "?EIO=4&transport=websocket")) {
      assertThat(socket.opening().header("sec-websocket-protocol")).isEmpty();
      assertThat(socket.opening().header("set-cookie")).isEmpty();
      String open = socket.text();
      assertThat(open).startsWith("0{");
      checkOptions(Polling.json(open.substring(1)));
      assertThat(Polling.json(open.substring(1)).getJsonArray("upgrades")).isEmpty();
    }
  }

  private static void checkOptions(JsonObject open) {
    assertThat(open.keySet())
        .containsExactly("sid", "upgrades", "pingInterval", "pingTimeout", "maxPayload");
    assertThat(open.getString("sid")).matches("[A-Za-z0-9_-]{20}");
    assertThat(open.getInt("pingInterval")).isEqualTo(300);
    assertThat(open.getInt("pingTimeout")).isEqualTo(200);
    assertThat(open.getInt("maxPayload")).isEqualTo(1_000_000);
  }

  @Test
  void sessions_opened_haveDifferentIds() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      ids.add(Polling.open("/engine.io/").sid());
    }
    assertThat(ids).hasSize(100);
  }

  @ParameterizedTest
  @CsvSource({"/engine.io/", "/socket.io/"})
  void polling_pongs_arePingedAgain(String path) {
    // the first POST has classes to load, for which this heartbeat leaves no time
    Polling.open(path).push("3");
    Polling session = Polling.open(path);
    for (int i = 0; i < 3; i++) {
      long asked = System.nanoTime();
      HttpResponse<String> response = session.get();
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEqualTo("2");
      assertThat(System.nanoTime() - asked).isGreaterThan(50_000_000L);
      session.push("3");
    }
  }

  @ParameterizedTest
  @CsvSource({"/engine.io/", "/socket.io/"})
  void webSocket_pongs_arePingedAgain(String path) throws IOException {
    try (WebSocket socket = WebSocket.open(path + "?EIO=4&transport=websocket").withHeartbeats()) {
      assertThat(socket.text()).startsWith("0");
      for (int i = 0; i < 3; i++) {
        assertThat(socket.text()).isEqualTo("2");
        socket.send("3");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"/engine.io/", "/socket.io/"})
  void polling_withoutPong_isClosed(String path) {
    Polling session = Polling.open(path);

    assertThat(session.get().body()).isEqualTo("2");

    // The next poll waits until the deadline of the pong, and learns of the end.
    HttpResponse<String> last = session.get();
    assertThat(last.statusCode()).isEqualTo(200);
    assertThat(last.body()).isEqualTo("1");
    assertThat(session.unknown()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"/engine.io/", "/socket.io/"})
  void webSocket_withoutPong_isClosed(String path) throws IOException {
    try (WebSocket socket = WebSocket.open(path + "?EIO=4&transport=websocket").withHeartbeats()) {
      long opened = System.nanoTime();
      socket.awaitClose();
      assertThat(System.nanoTime() - opened).isGreaterThan(400_000_000L);
    }
  }

  /** A close packet over WebSocket means nothing; the heartbeat ends it (reference 1.6). */
  @ParameterizedTest
  @CsvSource({"/engine.io/", "/socket.io/"})
  void webSocket_closePacket_endsIt(String path) throws IOException {
    try (WebSocket socket = WebSocket.open(path + "?EIO=4&transport=websocket").withHeartbeats()) {
      assertThat(socket.text()).startsWith("0");
      socket.send("1").awaitClose();
    }
  }

  /** The connect time-out is 1 s here (reference 1.14, connectTimeout). */
  @Test
  void client_withoutConnect_isClosed() throws IOException {
    try (WebSocket socket = WebSocket.open("/socket.io/?EIO=4&transport=websocket")) {
      // answers heartbeats
      socket.awaitClose();
    }
  }
}
