package dev.socketee.engine;

import static dev.socketee.engine.EngineFixture.POLLING;
import static dev.socketee.engine.EngineFixture.WEBSOCKET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.engine.http.EngineRequest;
import dev.socketee.test.ExpectedLogs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids that an application makes. Source: reference 1.4, generateId; 1.5, ID_GENERATION_ERROR. */
class GenerateIdTest {

  private static final String BAD_REQUEST = "{\"code\":3,\"message\":\"Bad request\"}";

  private final List<String> told = new ArrayList<>();
  private Optional<String> next = Optional.empty();
  private final EngineFixture engine =
      new EngineFixture(options -> options.allowEio3(true), hooks());

  private EngineHooks hooks() {
    return new EngineHooks() {
      @Override
      public Optional<String> refuse(EngineRequest request) {
        return Optional.ofNullable(request.query().get("refuse"));
      }

      @Override
      public Optional<String> generateId(EngineRequest request) {
        assertThat(request.query()).doesNotContainKey("refuse");
        if (next.equals(Optional.of("throw"))) {
          throw new IllegalStateException("a bug of the application");
        }
        return next;
      }

      @Override
      public void failed(
          EngineRequest request, EngineError error, String message, Map<String, String> context) {
        told.add(error.code() + " " + message + " " + new TreeMap<>(context));
      }
    };
  }

  private void isRefused(String query) {
    assertThat(engine.server().upgrade(FakeRequest.upgrade(query)))
        .isInstanceOfSatisfying(
            UpgradeVerdict.Refused.class,
            refused -> {
              assertThat(refused.response().status()).isEqualTo(400);
              assertThat(new String(refused.response().body(), StandardCharsets.UTF_8))
                  .isEqualTo("Bad request");
            });
  }

  @Test
  void id_none_isRandom() {
    assertThat(engine.connectPolling().sid()).matches("[A-Za-z0-9_-]{20}");
    assertThat(engine.connectWebSocket().session().id()).matches("[A-Za-z0-9_-]{20}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "node-1.AZaz09_~", "__proto__"})
  void id_wellFormed_isThatOfTheSession_whichWorks(String id) {
    next = Optional.of(id);
    PollingClient client = engine.connectPolling();

    assertThat(client.sid()).isEqualTo(id);
    client.post("4a").answers(200, "ok");
    client.upgrade().says("4b");
    client.listener().received("a", "b");
    // What is written to the log tells nobody the id.
    assertThat(client.session().toString()).doesNotContain(id + " ").contains("…");
  }

  @Test
  void id_ofAWebSocket_isInItsOpenPacket() {
    next = Optional.of("x".repeat(100));

    assertThat(engine.connectWebSocket().session().id()).isEqualTo("x".repeat(100));
    assertThat(told).isEmpty();
  }

  @Test
  void id_ofALegacyClient_isThatOfTheSession() {
    next = Optional.of("legacy");

    assertThat(engine.connectPolling("EIO=3&transport=polling").sid()).isEqualTo("legacy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "a b", "a/b", "a+b", "a\"b", "a;b", "a#b", "é", "a\n", "a\r\nX: y"})
  void id_illFormed_refusesTheRequest(String id, ExpectedLogs logs) {
    logs.expect("the hook that makes ids made a bad one");
    next = Optional.of(id);

    engine.handle("GET", POLLING).answers(400, BAD_REQUEST);
    isRefused(WEBSOCKET);

    assertThat(told)
        .hasSize(2)
        .allSatisfy(
            failure ->
                assertThat(failure)
                    .startsWith("3 Bad request {error=an id has 1 to 100 of the characters")
                    .endsWith("name=ID_GENERATION_ERROR}"));
    engine.isEmpty();
  }

  @Test
  void id_tooLong_refusesTheRequest(ExpectedLogs logs) {
    logs.expect("the hook that makes ids made a bad one");
    next = Optional.of("x".repeat(101));

    engine.handle("GET", POLLING).answers(400, BAD_REQUEST);
    isRefused(WEBSOCKET);

    assertThat(told).hasSize(2);
    engine.isEmpty();
  }

  @Test
  void hook_thatFails_isLogged_andRefusesTheRequest(ExpectedLogs logs) {
    logs.expect("the hook that makes ids failed.*a bug of the application");
    next = Optional.of("throw");

    engine.handle("GET", POLLING).answers(400, BAD_REQUEST);
    isRefused(WEBSOCKET);

    assertThat(told)
        .hasSize(2)
        .containsOnly("3 Bad request {error=a bug of the application, name=ID_GENERATION_ERROR}");
    engine.isEmpty();
  }

  @Test
  void hook_isNotAsked_aboutWhatIsRefusedAnyway() {
    next = Optional.of("throw");
    engine.handle("GET", POLLING + "&refuse=no").answers(403, "{\"code\":4,\"message\":\"no\"}");
    engine.handle("GET", "EIO=4");
    engine.server().drain();

    assertThat(engine.handle("GET", POLLING).response().status()).isEqualTo(503);
    assertThat(told).hasSize(2).noneMatch(failure -> failure.contains("ID_GENERATION_ERROR"));
  }

  @Test
  void id_inUse_refusesTheRequest_andHarmsNobody() {
    next = Optional.of("same");
    PollingClient client = engine.connectPolling();

    engine.handle("GET", POLLING).answers(400, BAD_REQUEST);
    isRefused(WEBSOCKET);

    assertThat(told)
        .hasSize(2)
        .containsOnly("3 Bad request {error=a session has that id, name=ID_GENERATION_ERROR}");
    client.post("4a").answers(200, "ok");
    client.listener().received("a");
    client.post("1");
    engine.timer().advanceMillis(100);
    engine.isEmpty();
    assertThat(engine.connectPolling().sid()).isEqualTo("same");
  }

  @Test
  void id_takenWhileAWebSocketOpens_closesThat_andHarmsNobody() {
    next = Optional.of("same");
    UpgradeVerdict granted = engine.server().upgrade(FakeRequest.upgrade(WEBSOCKET));
    PollingClient client = engine.connectPolling();
    FakeWebSocketChannel late = new FakeWebSocketChannel();

    WebSocketReceiver receiver = ((UpgradeVerdict.Granted) granted).ticket().open(late);
    receiver.onText("4stolen");
    receiver.onClose();

    assertThat(late.closeCodes()).startsWith(1013);
    assertThat(late.frames()).isEmpty();
    assertThat(told)
        .containsExactly("3 Bad request {error=a session has that id, name=ID_GENERATION_ERROR}");
    client.post("4a").answers(200, "ok");
    client.listener().received("a");
    assertThat(engine.server().toString()).contains("1 sessions, 1 places");
  }
}
