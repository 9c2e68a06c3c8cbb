package dev.socketee.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.protocol.engine.EngineFrame;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From long-polling to WebSocket, step by step. Source: reference 1.7, Upgrade state machine. */
class UpgradeTest {

  private static final String BAD_REQUEST = "{\"code\":3,\"message\":\"Bad request\"}";
  private static final Duration RELEASE_INTERVAL = Duration.ofMillis(100);

  private final EngineFixture engine = new EngineFixture();
  private PollingClient client;

  @BeforeEach
  void connect() {
    client = engine.connectPolling();
  }

  // --- as it should be

  @Test
  void upgrade_asTheOfficialClientDoesIt_movesTheSession() {
    FakeExchange get = client.get();
    WebSocketClient candidate = client.openCandidate();
    candidate.hearsNothing();
    get.isWaiting();

    candidate.says("2probe").hears("3probe");
    get.carries("6");
    assertThat(client.session().transport()).isEqualTo(TransportName.POLLING);

    candidate.says("5").hearsNothing().isOpen();
    assertThat(client.session().transport()).isEqualTo(TransportName.WEBSOCKET);

    client.session().send(EngineFrame.message("down"));
    candidate.hears("4down").says("4up");
    client.listener().received("up");
    client.listener().isOpen();
  }

  @Test
  void upgrade_done_leavesNoTimerButTheHeartbeat() {
    client.upgrade();

    assertThat(engine.timer().pending()).isEqualTo(1);
  }

  @Test
  void probe_noPollWaits_theNextIsReleasedAtOnce() {
    WebSocketClient candidate = client.openCandidate().says("2probe").hears("3probe");

    client.get().carries("6");

    candidate.says("5");
    assertThat(client.session().transport()).isEqualTo(TransportName.WEBSOCKET);
  }

  @Test
  void probe_clientGoesOnPolling_isReleasedEveryHundredMilliseconds() {
    FakeExchange first = client.get();
    client.openCandidate().says("2probe");
    first.carries("6");

    FakeExchange second = client.get();
    engine.timer().advance(RELEASE_INTERVAL.minusMillis(1));
    second.isWaiting();
    engine.timer().advanceMillis(1);
    second.carries("6");

    FakeExchange third = client.get();
    engine.timer().advance(RELEASE_INTERVAL);
    third.carries("6");
    client.listener().isOpen();
  }

  @Test
  void probe_messageForAPollThatIsHeld_isAnsweredAtOnce() {
    client.get();
    client.openCandidate().says("2probe");
    FakeExchange held = client.get();

    client.session().send(EngineFrame.message("a"));

    held.carries("4a");
    FakeExchange next = client.get();
    engine.timer().advance(RELEASE_INTERVAL);
    next.carries("6");
  }

  @Test
  void probe_pollComesWhileTheOneBeforeIsBeingAnswered_isReleasedToo() {
    FakeExchange[] next = new FakeExchange[1];
    client.session().send(EngineFrame.message("a"));
    client.openCandidate().says("2probe");
    // The answer is with the client before the engine is back from giving it.
    FakeExchange get = client.request("GET").onRespond(() -> next[0] = client.get());

    engine.handle(get);

    get.carries("4a");
    next[0].carries("6");
  }

  @Test
  void probe_pollIsReleasedWhileTheOneBeforeIsBeingAnswered_isReleasedLater() {
    FakeExchange[] next = new FakeExchange[1];
    client.get();
    client.openCandidate().says("2probe");
    FakeExchange get =
        client
            .request("GET")
            .onRespond(
                () -> {
                  next[0] = client.get();
                  engine.timer().advance(RELEASE_INTERVAL);
                });
    engine.handle(get);

    client.session().send(EngineFrame.message("a"));

    get.carries("4a");
    engine.timer().advance(RELEASE_INTERVAL);
    next[0].carries("6");
  }

  @Test
  void probe_sentAgain_isAnsweredAgain() {
    WebSocketClient candidate = client.openCandidate();

    candidate.says("2probe", "2probe").hears("3probe", "3probe").isOpen();
  }

  @Test
  void upgrade_withoutAProbe_isAccepted() {
    WebSocketClient candidate = client.openCandidate().says("5");

    client.session().send(EngineFrame.message("a"));

    candidate.hears("4a").isOpen();
  }

  @Test
  void upgrade_whileAPollWaits_answersItWithANoop() {
    FakeExchange get = client.get();

    client.openCandidate().says("5");

    get.carries("6");
    client.listener().isOpen();
  }

  @Test
  void upgrade_whileAPostArrives_endsThePostOnly() {
    FakeExchange post = client.beginPost();
    WebSocketClient candidate = client.openCandidate().says("5");

    post.answers(400, "");
    post.bodyArrives("4late");

    client.listener().received();
    candidate.says("4a").isOpen();
    client.listener().received("a");
  }

  @Test
  void upgrade_postBreaksOffAfterwards_doesNotHurtTheSession() {
    FakeExchange post = client.beginPost();
    WebSocketClient candidate = client.openCandidate().says("5");

    post.abort();

    candidate.isOpen().listener().isOpen();
  }

  @Test
  void upgrade_pollBreaksOffAfterwards_doesNotHurtTheSession() {
    FakeExchange get = client.get();
    WebSocketClient candidate = client.openCandidate().says("5");

    get.abort();

    candidate.isOpen().listener().isOpen();
  }

  // --- afterwards

  @Test
  void polling_afterTheUpgrade_isBad() {
    WebSocketClient upgraded = client.upgrade();

    client.get().answers(400, BAD_REQUEST);
    client.post("4a").answers(400, BAD_REQUEST);

    client.listener().received();
    upgraded.isOpen().listener().isOpen();
  }

  @Test
  void anotherWebSocket_afterTheUpgrade_isTurnedAway() {
    WebSocketClient upgraded = client.upgrade();

    assertTurnedAway(client.askForUpgrade());
    upgraded.isOpen().listener().isOpen();
  }

  @Test
  void anotherWebSocket_ofASessionThatBeganWithOne_isTurnedAway() {
    WebSocketClient first = engine.connectWebSocket();

    assertTurnedAway(
        engine
            .server()
            .upgrade(
                FakeRequest.upgrade(EngineFixture.WEBSOCKET + "&sid=" + first.session().id())));
    first.isOpen().listener().isOpen();
  }

  @Test
  void packetsOfAnUpgrade_onTheTransportInUse_areIgnored() {
    WebSocketClient upgraded = client.upgrade();

    upgraded.says("5", "6", "0", "1").hearsNothing().isOpen();

    client.listener().isOpen();
  }

  // --- turned away

  @Test
  void secondCandidate_whileTheFirstIsThere_isTurnedAway() {
    WebSocketClient first = client.openCandidate();

    assertTurnedAway(client.askForUpgrade());

    first.says("2probe").hears("3probe");
    assertTurnedAway(client.askForUpgrade());
    first.says("5").isOpen();
    client.listener().isOpen();
  }

  @Test
  void secondCandidate_grantedBeforeTheFirstWasOpened_isClosed() {
    UpgradeVerdict one = client.askForUpgrade();
    UpgradeVerdict two = client.askForUpgrade();
    WebSocketClient first = client.open(one, new FakeWebSocketChannel());

    WebSocketClient second = client.open(two, new FakeWebSocketChannel());

    second.isClosedWith(1000).says("2probe", "4a", "5").hearsNothing();
    first.says("2probe").hears("3probe").says("5").isOpen();
    client.listener().received();
    client.listener().isOpen();
  }

  @Test
  void candidate_grantedBeforeTheSessionEnded_isClosed() {
    UpgradeVerdict verdict = client.askForUpgrade();
    client.post("1");
    engine.timer().advanceMillis(100);

    WebSocketClient late = client.open(verdict, new FakeWebSocketChannel());

    late.isClosedWith(1000).says("2probe", "5").hearsNothing();
    engine.isEmpty();
  }

  @Test
  void upgrade_notAllowed_isTurnedAway() {
    EngineFixture fixed = new EngineFixture(options -> options.allowUpgrades(false));
    PollingClient staying = fixed.connectPolling();

    assertTurnedAway(staying.askForUpgrade());

    staying.get().isWaiting();
    fixed.connectWebSocket();
  }

  @Test
  void upgrade_ofAClosingSession_isTurnedAway() {
    client.session().close();

    assertTurnedAway(client.askForUpgrade());
  }

  // --- the session ends on the way

  @Test
  void session_endsDuringTheUpgrade_closesTheCandidate() {
    WebSocketClient candidate = client.openCandidate().says("2probe");

    client.post("1").answers(200, "ok");
    engine.timer().advanceMillis(100);

    candidate.isClosedWith(1000).says("5");
    client.listener().closedBy(CloseReason.TRANSPORT_CLOSE);
    engine.isEmpty();
  }

  @Test
  void session_endsWhileAPollIsBeingAnswered_leavesNoTimer() {
    client.get();
    WebSocketClient candidate = client.openCandidate().says("2probe");
    engine.handle(client.request("GET").onRespond(engine.server()::close));

    client.session().send(EngineFrame.message("a"));

    candidate.isClosedWith(1001);
    engine.isEmpty();
  }

  @Test
  void session_pingTimeoutDuringTheUpgrade_closesTheCandidate() {
    engine.timer().advance(EngineFixture.PING_INTERVAL);
    engine.timer().advance(EngineFixture.PING_TIMEOUT.minusSeconds(1));
    WebSocketClient candidate = client.openCandidate().says("2probe");

    engine.timer().advance(Duration.ofSeconds(1));

    candidate.isClosedWith(1000);
    client.listener().closedBy(CloseReason.PING_TIMEOUT);
    engine.isEmpty();
  }

  /** A WebSocket that the session has no use for is opened, and closed at once (point 6). */
  private void assertTurnedAway(UpgradeVerdict verdict) {
    WebSocketClient turnedAway = client.open(verdict, new FakeWebSocketChannel());

    turnedAway.isClosedWith(1000).says("2probe", "4a", "5").hearsNothing().isClosedWith(1000);
  }
}
