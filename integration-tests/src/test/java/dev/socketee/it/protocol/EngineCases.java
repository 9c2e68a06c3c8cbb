package dev.socketee.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketee.it.wire.Polling;
import dev.socketee.it.wire.Response;
import dev.socketee.it.wire.WebSocket;
import dev.socketee.it.wire.Wire;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Messages, closing and upgrading of a bare engine that echoes. Engine.IO 4; reference 1.2, 1.6,
 * 1.7 and 1.9.
 */
public class EngineCases {

  private static final String ENGINE = "/engine.io/";
  private static final String WEB_SOCKET = ENGINE + "?EIO=4&transport=websocket";
  private static final int LIMIT = 1_000_000;

  // ---- messages by polling (reference 1.2)

  @Test
  void polling_post_isAnsweredAsTheReferenceDoes() {
    Polling session = Polling.open(ENGINE);

    HttpResponse<String> response = session.post("4hello");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("ok");
    assertThat(response.headers().firstValue("content-type")).hasValue("text/html");
    assertThat(response.headers().firstValue("content-length")).hasValue("2");
    assertThat(response.headers().firstValue("cache-control")).hasValue("no-store");
  }

  @Test
  void polling_poll_isAnsweredAsTheReferenceDoes() {
    Polling session = Polling.open(ENGINE).push("4€");

    HttpResponse<String> response = session.get();

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("4€");
    assertThat(Polling.contentType(response)).isEqualToIgnoringCase("text/plain;charset=utf-8");
    assertThat(response.headers().firstValue("content-length")).hasValue("4");
    assertThat(response.headers().firstValue("cache-control")).hasValue("no-store");
  }

  static Stream<List<String>> payloads() {
    return Stream.of(
        List.of("4hello"),
        List.of("4"),
        List.of("4one", "4two", "4three"),
        List.of("4hello", "bAQIDBA=="),
        List.of("bAQ==", "4text", "bAgM=", "4"),
        List.of("4\u2028 \"quoted\" \\ 😀"));
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void polling_packets_comeBackInOnePayload(List<String> packets) {
    Polling session = Polling.open(ENGINE);

    session.push(packets.toArray(String[]::new));

    assertThat(session.poll()).isEqualTo(packets);
  }

  @Test
  void polling_waitingPoll_isAnsweredByTheNextMessage() {
    Polling session = Polling.open(ENGINE);
    CompletableFuture<HttpResponse<String>> waiting = session.getLater();

    session.push("4now");

    assertThat(waiting.join().body()).isIn("4now", "2");
  }

  @Test
  void polling_declaredContentType_doesNotMatter() {
    Polling session = Polling.open(ENGINE);

    HttpResponse<String> response =
        Polling.send(
            Polling.request(session.url())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("4a=b&c=%20")));

    assertThat(response.body()).isEqualTo("ok");
    assertThat(session.poll()).containsExactly("4a=b&c=%20");
  }

  @Test
  void polling_bodyInPieces_isOneBody() throws IOException {
    Polling session = Polling.open(ENGINE);
    try (Wire wire = Wire.connect()) {
      wire.send(
          """
          POST %s HTTP/1.1
          Host: localhost
          Transfer-Encoding: chunked

          """
              .formatted(session.url()));
      wire.send("2\n4a\n").send("3\nbcd\n").send("0\n\n");
      assertThat(wire.response().body()).isEqualTo("ok");
    }
    assertThat(session.poll()).containsExactly("4abcd");
  }

  /** Reference 1.13, Compression. */
  @ParameterizedTest
  @CsvSource({"'gzip, deflate, br', gzip", "deflate, deflate", "br, none", "identity, none"})
  void polling_largeResponse_isCompressedAsAccepted(String accepted, String coding)
      throws IOException {
    String packet = "4" + "€ and more ".repeat(1000);
    Polling session = Polling.open(ENGINE).push(packet);
    try (Wire wire = Wire.connect()) {
      wire.send(
          "GET %s HTTP/1.1\nHost: localhost\nAccept-Encoding: %s\n\n"
              .formatted(session.url(), accepted));
      Response response = wire.response();
      assertThat(response.headers().getOrDefault("content-encoding", "none")).isEqualTo(coding);
      byte[] body = response.body().getBytes(StandardCharsets.ISO_8859_1);
      InputStream plain =
          switch (coding) {
            case "gzip" -> new GZIPInputStream(new ByteArrayInputStream(body));
            case "deflate" -> new InflaterInputStream(new ByteArrayInputStream(body));
            default -> new ByteArrayInputStream(body);
          };
      assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(packet);
    }
  }

  // ---- errors of polling

  @ParameterizedTest
  @ValueSource(strings = {"abc", "7", "", "4ok\u001e9", "4ok\u001e\u001e"})
  void polling_invalidPacket_closesTheSession(String payload) {
    Polling session = Polling.open(ENGINE);

    HttpResponse<String> response = session.post(payload);

    // The reference has answered before it looks into the payload.
    assertThat(response.statusCode()).isEqualTo(200);
    await().until(session::unknown);
  }

  @Test
  void polling_octetStream_closesTheSession() {
    Polling session = Polling.open(ENGINE);

    HttpResponse<String> response =
        Polling.send(
            Polling.request(session.url())
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(new byte[] {1, 2})));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).isEmpty();
    assertThat(session.unknown()).isTrue();
  }

  @Test
  void polling_secondPoll_closesTheSession() {
    // A server so busy that it pings the first before it comes to the second has no second one.
    await().untilAsserted(EngineCases::secondPollClosesTheSession);
  }

  private static void secondPollClosesTheSession() throws IOException {
    Polling session = Polling.open(ENGINE);
    String request = "GET %s HTTP/1.1\nHost: localhost\n\n".formatted(session.url());
    try (Wire first = Wire.connect();
        Wire second = Wire.connect()) {
      first.send(request);
      second.send(request);
      // Which of them is the second one is for the server to say.
      List<String> answers =
          Stream.of(first.response(), second.response())
              .map(response -> response.status() + response.body())
              .toList();
      assertThat(answers).containsExactlyInAnyOrder("2001", "400");
    }
    assertThat(session.unknown()).isTrue();
  }

  @Test
  void polling_secondPostWhileTheFirstArrives_closesTheSession() throws IOException {
    Polling session = Polling.open(ENGINE);
    try (Wire first = Wire.connect()) {
      first.send(
          "POST %s HTTP/1.1\nHost: localhost\nContent-Length: 10\n\n4slow"
              .formatted(session.url()));
      // Until the first one has been noticed, further ones are fine.
      await().until(() -> session.post("4quick").statusCode() == 400);
      assertThat(session.unknown()).isTrue();
    }
  }

  /** No container notices a dropped poll; the next one finds it still there. */
  @Test
  void polling_abortedPoll_closesTheSessionAtTheNext() {
    await()
        .until(
            () -> {
              Polling session = Polling.open(ENGINE);
              Wire wire = Wire.connect();
              wire.send("GET %s HTTP/1.1\nHost: localhost\n\n".formatted(session.url()));
              // a round trip, in which the poll arrives
              Polling.open(ENGINE);
              wire.reset();
              return session.get().statusCode() == 400 && session.unknown();
            });
  }

  @Test
  void polling_abortedPost_closesTheSession() throws IOException {
    Polling session = Polling.open(ENGINE);
    Wire wire = Wire.connect();
    wire.send(
        "POST %s HTTP/1.1\nHost: localhost\nContent-Length: 10\n\n4never".formatted(session.url()));
    await().until(() -> session.post("4quick").statusCode() == 400 || session.unknown());
    wire.reset();
    await().until(session::unknown);
  }

  @Test
  void polling_bodyAtTheLimit_isTaken() {
    Polling session = Polling.open(ENGINE);
    String packet = "4" + "x".repeat(LIMIT - 1);

    assertThat(session.post(packet).statusCode()).isEqualTo(200);

    assertThat(session.poll()).containsExactly(packet);
  }

  @Test
  void polling_bodyOverTheLimitInCharacters_isCountedInBytes() {
    Polling session = Polling.open(ENGINE);

    assertThat(session.post("4" + "€".repeat(LIMIT / 3)).statusCode()).isEqualTo(200);
    assertThat(session.post("4" + "€".repeat(LIMIT / 3 + 1)).statusCode()).isEqualTo(413);
  }

  @Test
  void polling_bodyOverTheLimit_isRefusedAndClosesTheSession() {
    Polling session = Polling.open(ENGINE);

    HttpResponse<String> response = session.post("4" + "x".repeat(LIMIT));

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.body()).isEmpty();
    assertThat(session.unknown()).isTrue();
  }

  /**
   * Of no declared length. The session is over before the end; with that comes the answer, and the
   * connection is fit for more, unless the server is one that closes it upon this status.
   */
  @Test
  void polling_endlessBody_isRefused() throws IOException {
    Polling session = Polling.open(ENGINE);
    try (Wire wire = Wire.connect()) {
      wire.send(
          "POST %s HTTP/1.1\nHost: localhost\nTransfer-Encoding: chunked\n\n"
              .formatted(session.url()));
      byte[] chunk = ("186a0\r\n" + "4".repeat(100_000) + "\r\n").getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 11; i++) {
        wire.send(chunk);
      }
      await().until(session::unknown);
      wire.send("0\n\n");
      Response refused = wire.response();
      assertThat(refused.status()).isEqualTo(413);

      if (!refused.header("connection").equalsIgnoreCase("close")) {
        wire.send("GET %s HTTP/1.1\nHost: localhost\n\n".formatted(session.url()));
        assertThat(wire.response().status()).isEqualTo(400);
      }
    }
  }

  // ---- messages by WebSocket (reference 1.6)

  @Test
  void webSocket_messages_comeBack() throws IOException {
    try (WebSocket socket = open()) {
      assertThat(socket.send("4hello").text()).isEqualTo("4hello");
      assertThat(socket.send("4").text()).isEqualTo("4");
      assertThat(socket.send("4€ 😀").text()).isEqualTo("4€ 😀");
      assertThat(socket.send(new byte[] {1, 2, 3, 4}).bytes()).containsExactly(1, 2, 3, 4);
      assertThat(socket.send(new byte[0]).bytes()).isEmpty();
      // base64 in text is binary, and comes back as what it is
      assertThat(socket.send("bAQI=").bytes()).containsExactly(1, 2);
    }
  }

  @Test
  void webSocket_fragments_areOneMessage() throws IOException {
    try (WebSocket socket = open()) {
      assertThat(socket.sendInPieces("4in pieces").text()).isEqualTo("4in pieces");
    }
  }

  /** Browsers cut large messages wherever it suits them. */
  @Test
  void webSocket_fragments_mayCutCharacters() throws IOException {
    try (WebSocket socket = open()) {
      assertThat(socket.sendInPieces("4€").text()).isEqualTo("4€");
    }
  }

  /**
   * A server that waits for the whole frame has no memory for anybody else. Tyrus takes some MiB.
   */
  @Test
  void webSocket_endlessFrame_closesIt() throws IOException {
    try (WebSocket socket = open()) {
      socket.sendBeginning(1L << 30, 8 * LIMIT);
      socket.awaitClose();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "7", ""})
  void webSocket_invalidPacket_closesIt(String packet) throws IOException {
    try (WebSocket socket = open()) {
      socket.send(packet);
      assertThat(socket.awaitClose()).isIn(1000, WebSocket.NO_CODE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "2probe"})
  void webSocket_pingFromTheClient_closesIt(String packet) throws IOException {
    try (WebSocket socket = open()) {
      socket.send(packet);
      assertThat(socket.awaitClose()).isIn(1000, WebSocket.NO_CODE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0{}", "1", "3", "3probe", "5", "6"})
  void webSocket_packetWithoutMeaning_isIgnored(String packet) throws IOException {
    try (WebSocket socket = open()) {
      assertThat(socket.send(packet).send("4alive").text()).isEqualTo("4alive");
    }
  }

  @Test
  void webSocket_messageAtTheLimit_isTaken() throws IOException {
    try (WebSocket socket = open()) {
      assertThat(socket.send("4" + "x".repeat(LIMIT - 1)).text()).hasSize(LIMIT);
      assertThat(socket.send(new byte[LIMIT]).bytes()).hasSize(LIMIT);
    }
  }

  @Test
  void webSocket_textOverTheLimit_closesWithItsCode() throws IOException {
    try (WebSocket socket = open()) {
      assertThat(socket.send("4" + "x".repeat(LIMIT)).awaitClose()).isEqualTo(1009);
    }
    try (WebSocket socket = open()) {
      assertThat(socket.send("4" + "€".repeat(LIMIT / 3 + 1)).awaitClose()).isEqualTo(1009);
    }
  }

  @Test
  void webSocket_bytesOverTheLimit_closesWithItsCode() throws IOException {
    try (WebSocket socket = open()) {
      assertThat(socket.send(new byte[LIMIT + 1]).awaitClose()).isEqualTo(1009);
    }
  }

  @Test
  void webSocket_textThatIsNoUtf8_closesIt() throws IOException {
    try (WebSocket socket = open()) {
      int code = socket.sendAsText(new byte[] {'4', (byte) 0xC3, (byte) 0x28}).awaitClose();
      assertThat(code).isIn(1007, WebSocket.ABNORMAL);
    }
  }

  // ---- closing (reference 1.9)

  @Test
  void polling_closePacket_endsTheSession() {
    Polling session = Polling.open(ENGINE);
    CompletableFuture<HttpResponse<String>> waiting = session.getLater();

    session.push("1");

    // The poll may arrive after the end.
    HttpResponse<String> response = waiting.join();
    assertThat(response.statusCode() + response.body())
        .isIn("2006", "400{\"code\":1,\"message\":\"Session ID unknown\"}");
    assertThat(session.unknown()).isTrue();
  }

  @Test
  void webSocket_closedByTheClient_isClosedByTheServer() throws IOException {
    try (WebSocket socket = open()) {
      socket.close(1000);
      assertThat(socket.awaitClose()).isEqualTo(1000);
    }
  }

  @Test
  void webSocket_dropped_leavesTheServerWell() throws IOException {
    for (int i = 0; i < 20; i++) {
      WebSocket socket = open();
      socket.send("4" + "x".repeat(100_000));
      socket.reset();
    }
    try (WebSocket socket = open()) {
      assertThat(socket.send("4alive").text()).isEqualTo("4alive");
    }
  }

  // ---- the upgrade (reference 1.7)

  @Test
  void upgrade_complete_movesTheSession() throws IOException {
    Polling session = Polling.open(ENGINE);
    try (WebSocket socket = WebSocket.open(session.webSocketUrl())) {
      assertThat(socket.send("2probe").text()).isEqualTo("3probe");
      assertThat(session.get().body()).isIn("6", "2");
      assertThat(socket.send("5").send("4hello").text()).isEqualTo("4hello");
    }
  }

  @Test
  void upgrade_waitingPoll_isReleasedByTheProbe() throws IOException {
    Polling session = Polling.open(ENGINE);
    CompletableFuture<HttpResponse<String>> waiting = session.getLater();
    try (WebSocket socket = WebSocket.open(session.webSocketUrl())) {
      assertThat(socket.send("2probe").text()).isEqualTo("3probe");
      assertThat(waiting.join().body()).isIn("6", "2");
      assertThat(socket.send("5").send("4hello").text()).isEqualTo("4hello");
    }
  }

  @Test
  void upgrade_messagesMeanwhile_followOnTheNewTransport() throws IOException {
    Polling session = Polling.open(ENGINE);
    try (WebSocket socket = WebSocket.open(session.webSocketUrl())) {
      assertThat(socket.send("2probe").text()).isEqualTo("3probe");
      session.push("4one", "4two", "bAw==");
      socket.send("5");
      assertThat(socket.text()).isEqualTo("4one");
      assertThat(socket.text()).isEqualTo("4two");
      assertThat(socket.bytes()).containsExactly(3);
      assertThat(socket.send("4three").text()).isEqualTo("4three");
    }
  }

  @Test
  void upgrade_complete_refusesFurtherRequests() throws IOException {
    Polling session = Polling.open(ENGINE);
    try (WebSocket socket = upgraded(session)) {
      for (HttpResponse<String> response : List.of(session.get(), session.post("4x"))) {
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo("{\"code\":3,\"message\":\"Bad request\"}");
      }
      assertThat(socket.send("4hello").text()).isEqualTo("4hello");
    }
  }

  @Test
  void upgrade_complete_closesFurtherWebSockets() throws IOException {
    Polling session = Polling.open(ENGINE);
    try (WebSocket socket = upgraded(session)) {
      refusedOrClosed(session.webSocketUrl());
      assertThat(socket.send("4hello").text()).isEqualTo("4hello");
    }
  }

  @Test
  void upgrade_underWay_closesFurtherWebSockets() throws IOException {
    Polling session = Polling.open(ENGINE);
    try (WebSocket socket = WebSocket.open(session.webSocketUrl())) {
      assertThat(socket.send("2probe").text()).isEqualTo("3probe");
      refusedOrClosed(session.webSocketUrl());
      assertThat(socket.send("5").send("4hello").text()).isEqualTo("4hello");
    }
  }

  /** The reference lets a second WebSocket take over, which is an oversight. */
  @Test
  void upgrade_ofAWebSocketSession_isRefused() throws IOException {
    try (WebSocket socket = WebSocket.open(WEB_SOCKET)) {
      String sid = Polling.json(socket.text().substring(1)).getString("sid");
      refusedOrClosed(WEB_SOCKET + "&sid=" + sid);
      assertThat(socket.send("4hello").text()).isEqualTo("4hello");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"4early", "3", "2", "2probes", "abc", ""})
  void upgrade_otherPacketThanAProbe_leavesTheSessionOnPolling(String packet) throws IOException {
    Polling session = Polling.open(ENGINE);
    try (WebSocket socket = WebSocket.open(session.webSocketUrl())) {
      socket.send(packet).awaitClose();
    }
    assertThat(session.push("4still").poll()).containsExactly("4still");
  }

  @Test
  void upgrade_abandoned_leavesTheSessionOnPollingAndCanBeTriedAgain() throws IOException {
    Polling session = Polling.open(ENGINE);
    WebSocket first = WebSocket.open(session.webSocketUrl());
    assertThat(first.send("2probe").text()).isEqualTo("3probe");
    first.reset();
    assertThat(session.push("4still").poll()).contains("4still");
    await()
        .untilAsserted(
            () -> {
              try (WebSocket second = upgraded(session)) {
                assertThat(second.send("4hello").text()).isEqualTo("4hello");
              }
            });
  }

  @Test
  void upgrade_withoutProbe_isAccepted() throws IOException {
    Polling session = Polling.open(ENGINE);
    try (WebSocket socket = WebSocket.open(session.webSocketUrl())) {
      assertThat(socket.send("5").send("4hello").text()).isEqualTo("4hello");
    }
  }

  private static WebSocket upgraded(Polling session) throws IOException {
    WebSocket socket = WebSocket.open(session.webSocketUrl());
    assertThat(socket.send("2probe").text()).isEqualTo("3probe");
    socket.send("5");
    assertThat(socket.send("4upgraded").text()).isEqualTo("4upgraded");
    return socket;
  }

  private static void refusedOrClosed(String url) throws IOException {
    Response response = WebSocket.handshake(url, "");
    if (response.status() == 101) {
      try (WebSocket socket = WebSocket.open(url)) {
        assertThat(socket.awaitClose()).isIn(1000, WebSocket.NO_CODE, WebSocket.ABNORMAL);
      }
    } else {
      assertThat(response.status()).isEqualTo(400);
    }
  }

  private static WebSocket open() throws IOException {
    WebSocket socket = WebSocket.open(WEB_SOCKET);
    assertThat(socket.text()).startsWith("0{");
    return socket;
  }
}
