package dev.socketee.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.engine.http.CorsOptions;
import dev.socketee.engine.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What has gone wrong in other implementations, as far as Engine.IO is concerned (reference 6).
 *
 * <p>GHSA-gr94-w7qr-f4j3 is about WebTransport, which there is none of here; that an id cannot be a
 * special key, and that it is not parsed, is tested nevertheless. CVE-2024-37890, CVE-2026-45736
 * and CVE-2026-48779 are those of a WebSocket library: see {@code JakartaAdvisoriesTest}.
 */
@DisplayName("6 security checklist: Engine.IO")
class EngineAdvisoriesTest {

  private final EngineFixture engine = new EngineFixture();

  /** CVE-2017-16031: ids could be guessed. 120 bits of a secure generator cannot. */
  @Test
  void cve_2017_16031_ids_areLongAndNeverTheSame() {
    IdGenerator ids = new IdGenerator();
    Set<String> seen = new HashSet<>();
    boolean[][] used = new boolean[20][128];

    for (int i = 0; i < 20_000; i++) {
      String id = ids.next();
      assertThat(id).matches("[A-Za-z0-9_-]{20}");
      assertThat(seen.add(id)).isTrue();
      for (int at = 0; at < id.length(); at++) {
        used[at][id.charAt(at)] = true;
      }
    }

    for (boolean[] place : used) {
      int different = 0;
      for (boolean letter : place) {
        different += letter ? 1 : 0;
      }
      assertThat(different).as("letters in one place").isEqualTo(64);
    }
  }

  /** CVE-2020-28481: responses could be read from any origin by default. */
  @Test
  void cve_2020_28481_cors_isOffByDefault() {
    FakeExchange handshake =
        engine.handle(
            new FakeExchange(FakeRequest.of("GET", EngineFixture.POLLING))
                .with("origin", "https://evil.example"));

    assertThat(handshake.response().headers().keySet())
        .noneMatch(name -> name.startsWith("Access-Control"));
  }

  /** CVE-2020-36048: bodies of 100 MB were taken by default. */
  @Test
  void cve_2020_36048_bodyBeyondAMegabyte_isRefused() {
    assertThat(EngineOptions.DEFAULT.maxPayload()).isEqualTo(1_000_000);
    PollingClient client = engine.connectPolling();

    client.postText("4" + "a".repeat(1_000_000)).answers(413, "");

    client.listener().closedBy(CloseReason.TRANSPORT_ERROR, "max payload size exceeded");
    engine.isEmpty();
  }

  /** CVE-2022-21676: a broken frame on a WebSocket that was still upgrading crashed the server. */
  @Test
  void cve_2022_21676_brokenFrameDuringAnUpgrade_endsNothingButTheAttempt() {
    PollingClient client = engine.connectPolling();
    for (String said : new String[] {"", "2probe"}) {
      WebSocketClient candidate = client.openCandidate();
      if (!said.isEmpty()) {
        candidate.says(said);
      }
      candidate.fails("RSV1 must be clear");
      candidate.closes();
    }
    WebSocketClient early = engine.connectWebSocket();
    early.fails("RSV1 must be clear");

    client.listener().isOpen();
    client.post("4still here").answers(200, "ok");
    client.listener().received("still here");
    early.listener().closedBy(CloseReason.TRANSPORT_ERROR);
    client.upgrade();
  }

  /** CVE-2023-31125: a transport named after a property of every object crashed the server. */
  @ParameterizedTest
  @ValueSource(
      strings = {"__proto__", "constructor", "toString", "", "WEBSOCKET", "polling%00", "null"})
  void cve_2023_31125_transportThatIsNone_isRefused(String transport) {
    engine
        .handle("GET", "EIO=4&transport=" + transport)
        .answers(400, "{\"code\":0,\"message\":\"Transport unknown\"}");
    assertThat(engine.server().upgrade(FakeRequest.upgrade("EIO=4&transport=" + transport)))
        .isInstanceOf(UpgradeVerdict.Refused.class);
  }

  /** CVE-2026-59725 (GHSA-r635-g3xr-vw7x): a POST of bytes in protocol 4 was never answered. */
  @Test
  void cve_2026_59725_postOfBytes_isAnswered_andEndsTheSession() {
    PollingClient client = engine.connectPolling();

    client.postBytes(new byte[] {1, 2, 3}).answers(400, "");

    client.listener().closedBy(CloseReason.TRANSPORT_ERROR, "invalid content");
    engine.isEmpty();
  }

  /** GHSA-gr94-w7qr-f4j3: an id that is a property of every object crashed the server. */
  @ParameterizedTest
  @ValueSource(strings = {"__proto__", "constructor", "hasOwnProperty", "{", "\u0000", "%"})
  void ghsa_gr94_w7qr_f4j3_idThatIsNone_isUnknown(String sid) {
    engine.connectPolling();
    for (String method : new String[] {"GET", "POST"}) {
      engine
          .handle(method, EngineFixture.POLLING + "&sid=" + sid)
          .answers(400, "{\"code\":1,\"message\":\"Session ID unknown\"}");
    }
    assertThat(
            engine.server().upgrade(FakeRequest.upgrade(EngineFixture.WEBSOCKET + "&sid=" + sid)))
        .isInstanceOf(UpgradeVerdict.Refused.class);
  }

  /** CVE-2026-48802: each pong left a thread; here it restarts the one timer there is. */
  @Test
  void cve_2026_48802_pongsWithoutEnd_keepOneTimer() {
    WebSocketClient client = engine.connectWebSocket();
    int before = engine.timer().pending();

    for (int i = 0; i < 10_000; i++) {
      client.says("3");
    }

    assertThat(engine.timer().pending()).isEqualTo(before);
    client.listener().isOpen();
  }

  // --- also required by the checklist

  private static CorsOptions matching(String pattern) {
    return new CorsOptions(
        false,
        List.of(),
        List.of(Pattern.compile(pattern, Pattern.DOTALL)),
        CorsOptions.DEFAULT_METHODS,
        List.of(),
        List.of(),
        true,
        null);
  }

  private static void isClean(HttpResponse response) {
    assertThat(response.headers().values())
        .allSatisfy(value -> assertThat(value).doesNotContain("\r", "\n", "\u0000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://a\r\nSet-Cookie: b=c", "https://a\nb", "https://a\u0000"})
  void headerInjection_byOrigin_isNotReflected(String origin) {
    EngineFixture open = new EngineFixture(options -> options.cors(matching("https://.*")));

    for (String method : new String[] {"GET", "OPTIONS", "POST"}) {
      FakeExchange exchange =
          open.handle(
              new FakeExchange(FakeRequest.of(method, EngineFixture.POLLING))
                  .with("origin", origin));
      isClean(exchange.response());
      assertThat(exchange.responseHeader("Access-Control-Allow-Origin")).isNull();
    }
    assertThat(open.accepted()).isZero();
  }

  @Test
  void headerInjection_byHeadersThatAPreflightAsksFor_isNotReflected() {
    EngineFixture open = new EngineFixture(options -> options.cors(matching("https://.*")));

    FakeExchange preflight =
        open.handle(
            new FakeExchange(FakeRequest.of("OPTIONS", EngineFixture.POLLING))
                .with("origin", "https://a")
                .with("access-control-request-headers", "x\r\nSet-Cookie: b=c"));

    isClean(preflight.response());
    assertThat(preflight.responseHeader("Access-Control-Allow-Headers")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0];alert(1);//", "<script>7", "__proto__7", "-1", "1.5"})
  void jsonp_indexOfTheFunction_onlyDigitsAreTaken(String index) {
    FakeExchange handshake = engine.handle("GET", EngineFixture.POLLING + "&j=" + index);

    assertThat(handshake.text()).matches("(?s)___eio\\[[0-9]*\\]\\(\".*\"\\);");
  }

  /** What would end the string, the script, or a line of it. */
  @Test
  void jsonp_payload_cannotLeaveItsString() {
    PollingClient client = engine.connectPolling(EngineFixture.POLLING + "&j=0");
    FakeExchange poll = client.get();

    client.session().send(EngineFixture.messages("\");alert(1);//\\\u2028\n"));

    assertThat(poll.text()).isEqualTo("___eio[0](\"4\\\");alert(1);//\\\\\\u2028\\n\");");
  }

  @Test
  void secondWebSocket_cannotTakeOverASession() {
    PollingClient client = engine.connectPolling();
    WebSocketClient carrier = client.upgrade();

    WebSocketClient thief = client.openCandidate();
    thief.says("2probe", "5").hearsNothing();

    assertThat(thief.channel().closeCodes()).isNotEmpty();
    carrier.isOpen();
    client.listener().isOpen();
  }

  @Test
  void session_isBoundToTheVersionOfItsProtocol() {
    EngineFixture both = new EngineFixture(options -> options.allowEio3(true));
    PollingClient client = both.connectPolling();

    both.handle("GET", "EIO=3&transport=polling&sid=" + client.sid())
        .answers(400, "{\"code\":3,\"message\":\"Bad request\"}");

    client.listener().isOpen();
  }

  @Test
  void id_isNotShownByAnything() {
    PollingClient client = engine.connectPolling();

    assertThat(client.session().toString()).doesNotContain(client.sid());
    assertThat(engine.server().toString()).doesNotContain(client.sid());
  }
}
