package dev.socketee.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.it.support.Wars;
import dev.socketee.it.wire.Polling;
import dev.socketee.it.wire.Response;
import dev.socketee.it.wire.WebSocket;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options that change what clients see: an application with each. Reference 1.12 to 1.15. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OptionsIT {

  private static final String POLLING = "/socket.io/?EIO=4&transport=polling";

  @Deployment(name = "cors", testable = false)
  static WebArchive cors() {
    return Wars.configured(
        "cors",
        Map.of(
            "socketio.cors.origin", "https://good.example, https://better.example",
            "socketio.cors.credentials", "true"));
  }

  @Deployment(name = "cookie", testable = false)
  static WebArchive cookie() {
    return Wars.configured(
        "cookie", Map.of("socketio.cookie", "true", "socketio.cookie.name", "sticky"));
  }

  @Deployment(name = "polling", testable = false)
  static WebArchive polling() {
    return Wars.configured("polling", Map.of("socketio.transports", "polling"));
  }

  @Deployment(name = "websocket", testable = false)
  static WebArchive webSocket() {
    return Wars.configured(
        "websocket", Map.of("socketio.transports", "websocket", "socketio.serve-client", "false"));
  }

  @Deployment(name = "small", testable = false)
  static WebArchive small() {
    return Wars.configured(
        "small",
        Map.of(
            "socketio.path", "/live",
            "socketio.allow-upgrades", "false",
            "socketio.outbox-packets", "100",
            "socketio.max-payload", "1000",
            "socketio.max-attachments", "2"));
  }

  @Deployment(name = "deflate", testable = false)
  static WebArchive deflate() {
    return Wars.configured("deflate", Map.of("socketio.per-message-deflate", "true"));
  }

  /** MicroProfile Config comes before web.xml. */
  @Deployment(name = "microprofile", testable = false)
  static WebArchive microProfile() {
    return Wars.configured("microprofile", Map.of("socketio.ping-timeout", "9999"))
        .addAsResource(
            new StringAsset("socketio.ping-interval=PT7S\n"),
            "META-INF/microprofile-config.properties");
  }

  // ---- cors

  @Test
  void cors_allowedOrigin_isReflected() {
    HttpResponse<String> response =
        Polling.send(Polling.request("/cors" + POLLING).header("Origin", "https://good.example"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("access-control-allow-origin"))
        .hasValue("https://good.example");
    assertThat(response.headers().firstValue("access-control-allow-credentials")).hasValue("true");
    assertThat(response.headers().firstValue("vary"))
        .hasValueSatisfying(vary -> assertThat(vary).contains("Origin"));
  }

  @Test
  void cors_otherOrigin_isServedWithoutTheHeader() {
    HttpResponse<String> response =
        Polling.send(Polling.request("/cors" + POLLING).header("Origin", "https://evil.example"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("access-control-allow-origin")).isEmpty();
  }

  @Test
  void cors_preflight_isAnswered() {
    HttpResponse<String> response =
        Polling.send(
            Polling.request("/cors" + POLLING)
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://better.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "x-own"));

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.headers().firstValue("access-control-allow-origin"))
        .hasValue("https://better.example");
    assertThat(response.headers().firstValue("access-control-allow-methods"))
        .hasValue("GET,HEAD,PUT,PATCH,POST,DELETE");
    assertThat(response.headers().firstValue("access-control-allow-headers")).hasValue("x-own");
  }

  @Test
  void cors_errors_haveTheHeaderToo() {
    HttpResponse<String> response =
        Polling.send(
            Polling.request("/cors/socket.io/?EIO=4").header("Origin", "https://good.example"));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("access-control-allow-origin"))
        .hasValue("https://good.example");
  }

  @Test
  void cors_webSocket_hasTheHeader() throws IOException {
    Response response =
        WebSocket.handshake(
            "/cors/socket.io/?EIO=4&transport=websocket", "Origin: https://good.example\n");

    assertThat(response.status()).isEqualTo(101);
    assertThat(response.header("access-control-allow-origin")).isEqualTo("https://good.example");
  }

  // ---- cookie

  @Test
  void cookie_firstPoll_setsIt() {
    HttpResponse<String> response = Polling.get("/cookie" + POLLING);

    String sid = Polling.json(response.body().substring(1)).getString("sid");
    assertThat(response.headers().firstValue("set-cookie"))
        .hasValue("sticky=" + sid + "; Path=/; HttpOnly; SameSite=Lax");
    assertThat(Polling.get("/cookie" + POLLING + "&sid=" + sid).headers().firstValue("set-cookie"))
        .isEmpty();
  }

  @Test
  void cookie_webSocket_setsNone() throws IOException {
    Response response = WebSocket.handshake("/cookie/socket.io/?EIO=4&transport=websocket", "");

    assertThat(response.status()).isEqualTo(101);
    assertThat(response.header("set-cookie")).isEmpty();
  }

  // ---- transports

  @Test
  void pollingOnly_offersNoUpgrade() throws IOException {
    Polling session = Polling.open("/polling/socket.io/");

    assertThat(session.handshake().getJsonArray("upgrades")).isEmpty();
    Response direct = WebSocket.handshake("/polling/socket.io/?EIO=4&transport=websocket", "");
    assertThat(direct.status()).isEqualTo(400);
    assertThat(direct.body()).isEqualTo("Transport unknown");
    assertThat(WebSocket.handshake(session.webSocketUrl(), "").status()).isEqualTo(400);
    assertThat(session.push("40").poll().get(0)).startsWith("40{");
  }

  @Test
  void webSocketOnly_refusesPolling() throws IOException {
    HttpResponse<String> response = Polling.get("/websocket" + POLLING);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).isEqualTo("{\"code\":0,\"message\":\"Transport unknown\"}");

    try (WebSocket socket = WebSocket.open("/websocket/socket.io/?EIO=4&transport=websocket")) {
      assertThat(socket.text()).startsWith("0{");
      assertThat(socket.send("40").text()).startsWith("40{");
    }
  }

  // ---- compression of WebSocket messages, for which the server has its own switch on

  @ParameterizedTest
  @ValueSource(strings = {"permessage-deflate", "permessage-deflate; client_max_window_bits"})
  void deflate_on_isNegotiatedIfOffered(String offer) throws IOException {
    assertThat(negotiated("deflate", offer)).startsWith("permessage-deflate");
  }

  @ParameterizedTest
  @CsvSource({"deflate, x-other", "cors, permessage-deflate", "websocket, permessage-deflate"})
  void deflate_offOrNotOffered_isNotNegotiated(String application, String offer)
      throws IOException {
    assertThat(negotiated(application, offer)).isEmpty();
  }

  private static String negotiated(String application, String offer) throws IOException {
    Response response =
        WebSocket.handshake(
            "/" + application + "/socket.io/?EIO=4&transport=websocket",
            "Sec-WebSocket-Extensions: " + offer + "\n");
    assertThat(response.status()).isEqualTo(101);
    return response.header("sec-websocket-extensions");
  }

  // ---- the browser bundle (reference 1.15)

  @ParameterizedTest
  @CsvSource({
    "socket.io.js, application/javascript;charset=utf-8",
    "socket.io.min.js, application/javascript;charset=utf-8",
    "socket.io.esm.min.js, application/javascript;charset=utf-8",
    "socket.io.msgpack.min.js, application/javascript;charset=utf-8",
    "socket.io.js.map, application/json;charset=utf-8",
    "socket.io.min.js?x=1, application/javascript;charset=utf-8",
  })
  void bundle_file_isServed(String name, String type) {
    HttpResponse<String> response = Polling.get("/cors/socket.io/" + name);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Polling.contentType(response)).isEqualTo(type);
    assertThat(response.headers().firstValue("cache-control")).hasValue("public, max-age=0");
    assertThat(response.headers().firstValue("etag"))
        .hasValueSatisfying(tag -> assertThat(tag).matches("\"4\\.8\\.\\d+\""));
    assertThat(response.body()).contains("Socket");
    String tag = response.headers().firstValue("etag").orElseThrow();
    for (String known : new String[] {tag, "W/" + tag}) {
      HttpResponse<String> again =
          Polling.send(Polling.request("/cors/socket.io/" + name).header("If-None-Match", known));
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
    }
  }

  @Test
  void bundle_otherNames_areTheEnginesConcern() {
    for (String name : new String[] {"socket.io.esm.js", "client.properties", "../web.xml"}) {
      HttpResponse<String> response = Polling.get("/cors/socket.io/" + name);
      assertThat(response.statusCode()).isIn(400, 404);
    }
  }

  @Test
  void bundle_switchedOff_isNotServed() {
    HttpResponse<String> response = Polling.get("/websocket/socket.io/socket.io.js");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).isEqualTo("{\"code\":0,\"message\":\"Transport unknown\"}");
  }

  // ---- path, upgrades, limits

  @Test
  void path_other_isServedThere() {
    assertThat(Polling.open("/small/live/").push("40").poll().get(0)).startsWith("40{");
    assertThat(Polling.get("/small" + POLLING).statusCode()).isEqualTo(404);
  }

  @Test
  void upgrades_switchedOff_areRefused() throws IOException {
    Polling session = Polling.open("/small/live/");

    assertThat(session.handshake().getJsonArray("upgrades")).isEmpty();
    Response response = WebSocket.handshake(session.webSocketUrl(), "");
    if (response.status() == 101) {
      try (WebSocket socket = WebSocket.open(session.webSocketUrl())) {
        socket.send("2probe").awaitClose();
      }
    } else {
      assertThat(response.status()).isEqualTo(400);
    }
    assertThat(session.push("40").poll().get(0)).startsWith("40{");
  }

  @Test
  void payload_other_isToldAndHeldTo() throws IOException {
    Polling session = Polling.open("/small/live/");
    assertThat(session.handshake().getInt("maxPayload")).isEqualTo(1000);
    assertThat(session.post("4" + "x".repeat(1000)).statusCode()).isEqualTo(413);
    try (WebSocket socket = WebSocket.open("/small/live/?EIO=4&transport=websocket")) {
      assertThat(socket.send("4" + "x".repeat(1000)).awaitClose()).isEqualTo(1009);
    }
  }

  @Test
  void attachments_moreThanSet_close() throws IOException {
    try (WebSocket socket = WebSocket.open("/small/live/?EIO=4&transport=websocket")) {
      assertThat(socket.text()).startsWith("0{");
      assertThat(socket.send("40").text()).startsWith("40{");
      assertThat(socket.text()).startsWith("42[\"auth\"");
      socket.send("453-[\"message\"]").awaitClose();
    }
  }

  /** A client too slow for its outbox is disconnected, and nobody else. */
  @Test
  void outbox_full_endsTheSlowClientOnly() throws IOException {
    try (WebSocket other = WebSocket.open("/small/live/?EIO=4&transport=websocket")) {
      assertThat(other.text()).startsWith("0{");
      assertThat(other.send("40/rooms,").text()).startsWith("40/rooms,{");
      Polling slow = Polling.open("/small/live/");
      assertThat(slow.push("40/rooms,").poll().get(0)).startsWith("40/rooms,{");
      // polls no more, and lets many wait
      for (int i = 0; i < 200; i++) {
        other.send("42/rooms,[\"to-all-others\",\"text\"]");
      }
      other.send("42/rooms,1[\"enter-lobby\"]");
      assertThat(other.text()).isEqualTo("43/rooms,1[1]");
      assertThat(slow.get().statusCode()).isEqualTo(400);
    }
  }

  // ---- MicroProfile Config

  @Test
  void microProfile_comesBeforeWebXml() {
    JsonObject open = Polling.open("/microprofile/socket.io/").handshake();

    assertThat(open.getInt("pingInterval")).isEqualTo(7000);
    assertThat(open.getInt("pingTimeout")).isEqualTo(9999);
  }
}
