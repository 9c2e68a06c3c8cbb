package dev.socketee.engine;

import static dev.socketee.engine.EngineFixture.POLLING;
import static dev.socketee.engine.EngineFixture.WEBSOCKET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.engine.http.CorsOptions;
import dev.socketee.protocol.engine.EngineFrame;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The end of the whole engine. Source: reference 1.9 ({@code close(true)} on server shutdown). */
class ShutdownTest {

  private final EngineFixture engine = new EngineFixture();

  @Test
  void close_pollWaits_isAnsweredWithAClose() {
    PollingClient client = engine.connectPolling();
    FakeExchange get = client.get();

    engine.server().close();

    get.carries("1");
    client.listener().closedBy(CloseReason.SHUTTING_DOWN);
    engine.isEmpty();
  }

  @Test
  void close_noPollWaits_endsTheSessionAtOnce() {
    PollingClient client = engine.connectPolling();
    client.session().send(EngineFrame.message("never fetched"));

    engine.server().close();

    client.listener().closedBy(CloseReason.SHUTTING_DOWN);
    engine.isEmpty();
  }

  @Test
  void close_webSocket_isGoingAway() {
    WebSocketClient client = engine.connectWebSocket();

    engine.server().close();

    client.isClosedWith(1001).listener().closedBy(CloseReason.SHUTTING_DOWN);
    engine.isEmpty();
  }

  @Test
  void close_upgradeUnderWay_closesTheCandidateToo() {
    PollingClient client = engine.connectPolling();
    FakeExchange get = client.get();
    WebSocketClient candidate = client.openCandidate();

    engine.server().close();

    get.carries("1");
    candidate.isClosedWith(1001);
    client.listener().closedBy(CloseReason.SHUTTING_DOWN);
    engine.isEmpty();
  }

  @Test
  void close_sessionThatIsClosing_endsToo() {
    PollingClient client = engine.connectPolling();
    client.session().close();

    engine.server().close();

    client.listener().closedBy(CloseReason.SHUTTING_DOWN);
    engine.isEmpty();
  }

  @Test
  void close_postArrives_isAnswered() {
    PollingClient client = engine.connectPolling();
    FakeExchange post = client.beginPost();

    engine.server().close();

    post.answers(400, "");
    post.bodyArrives("4late");
    client.listener().received();
  }

  @Test
  void close_manySessions_endsEachOnce() {
    List<WebSocketClient> clients =
        List.of(engine.connectWebSocket(), engine.connectWebSocket(), engine.connectWebSocket());
    assertThat(engine.server().sessionCount()).isEqualTo(3);

    engine.server().close();
    engine.server().close();

    clients.forEach(
        client -> client.isClosedWith(1001).listener().closedBy(CloseReason.SHUTTING_DOWN));
    engine.isEmpty();
  }

  @Test
  void requests_afterwards_areNotServed() {
    PollingClient client = engine.connectPolling();
    UpgradeVerdict granted = engine.server().upgrade(FakeRequest.upgrade(WEBSOCKET));
    engine.server().close();

    engine.handle("GET", POLLING).answers(503, "");
    client.get().answers(503, "");
    client.post("4a").answers(503, "");
    UpgradeVerdict refused = engine.server().upgrade(FakeRequest.upgrade(WEBSOCKET));
    assertThat(refused).isInstanceOf(UpgradeVerdict.Refused.class);
    assertThat(((UpgradeVerdict.Refused) refused).response().status()).isEqualTo(503);

    FakeWebSocketChannel late = new FakeWebSocketChannel();
    ((UpgradeVerdict.Granted) granted).ticket().open(late);
    assertThat(late.closeCodes()).containsExactly(1001);
    engine.latest().closedBy(CloseReason.SHUTTING_DOWN);
    engine.isEmpty();
  }

  @Test
  void requests_afterwards_haveTheHeadersOfCors() {
    EngineFixture shared =
        new EngineFixture(
            options ->
                options.cors(
                    new CorsOptions(
                        true,
                        List.of(),
                        List.of(),
                        CorsOptions.DEFAULT_METHODS,
                        List.of(),
                        List.of(),
                        false,
                        null)));
    shared.server().close();

    assertThat(shared.handle("GET", POLLING).responseHeader("Access-Control-Allow-Origin"))
        .isEqualTo("*");
  }

  @Test
  void listener_closesTheEngineFromWithinItsEnd_isHarmless() {
    WebSocketClient one = engine.connectWebSocket();
    WebSocketClient two = engine.connectWebSocket();
    one.listener().onClose(engine.server()::close);

    one.closes();

    one.listener().closedBy(CloseReason.TRANSPORT_CLOSE);
    two.listener().closedBy(CloseReason.SHUTTING_DOWN);
    engine.isEmpty();
  }
}
