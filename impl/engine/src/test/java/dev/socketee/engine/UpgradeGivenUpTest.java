package dev.socketee.engine;

import static dev.socketee.engine.EngineFixture.POLLING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.protocol.engine.EngineFrame;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Upgrades that come to nothing: the WebSocket is closed, the session stays with polling. Source:
 * reference 1.7, point 5.
 */
class UpgradeGivenUpTest {

  private static final Duration UPGRADE_TIMEOUT = Duration.ofSeconds(10);

  private final EngineFixture engine = new EngineFixture();
  private PollingClient client;

  @BeforeEach
  void connect() {
    client = engine.connectPolling();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "2other", "3probe", "4hello", "0", "1", "6", "x", "", "b"})
  void candidate_saysAnythingElseFirst_isClosedAndTheSessionStays(String packet) {
    FakeExchange get = client.get();
    WebSocketClient candidate = client.openCandidate();

    candidate.says(packet).hearsNothing().isClosedWith(1000);

    get.isWaiting();
    client.listener().received();
    assertStillPolling(get);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "3probe", "4hello", "1", "6", "x", ""})
  void candidate_saysAnythingElseAfterTheProbe_isClosedAndTheSessionStays(String packet) {
    WebSocketClient candidate = client.openCandidate().says("2probe").hears("3probe");

    candidate.says(packet).hearsNothing().isClosedWith(1000);

    client.listener().received();
    assertStillPolling(client.get());
  }

  @Test
  void candidate_saysBytes_isClosedAndTheSessionStays() {
    WebSocketClient candidate = client.openCandidate();

    candidate.says("hello".getBytes(StandardCharsets.UTF_8)).isClosedWith(1000);

    client.listener().received();
    assertStillPolling(client.get());
  }

  @Test
  void candidate_silent_isClosedAfterTenSeconds() {
    WebSocketClient candidate = client.openCandidate();

    engine.timer().advance(UPGRADE_TIMEOUT.minusMillis(1));
    candidate.isOpen();
    engine.timer().advanceMillis(1);

    candidate.isClosedWith(1000);
    assertStillPolling(client.get());
  }

  @Test
  void candidate_silentAfterTheProbe_isClosedAfterTenSecondsInAll() {
    WebSocketClient candidate = client.openCandidate();
    engine.timer().advance(UPGRADE_TIMEOUT.minusMillis(1));
    candidate.says("2probe").hears("3probe");

    engine.timer().advanceMillis(1);

    candidate.isClosedWith(1000).says("5");
    assertStillPolling(client.get());
  }

  @Test
  void candidate_closedByTheClient_theSessionStays() {
    WebSocketClient candidate = client.openCandidate().says("2probe");

    candidate.closes();

    assertStillPolling(client.get());
  }

  /** Undertow may deliver what came before the end after it. */
  @Test
  void candidate_closedByTheClient_whichHadUpgraded_endsTheSession() {
    WebSocketClient candidate = client.openCandidate().says("2probe").hears("3probe");

    candidate.closes();
    client.listener().isOpen();
    candidate.says("5");

    client.listener().closedBy(CloseReason.TRANSPORT_CLOSE);
  }

  @Test
  void candidate_fails_theSessionStays() {
    WebSocketClient candidate = client.openCandidate().says("2probe");

    candidate.fails("connection reset");

    candidate.isClosedWith(1000);
    assertStillPolling(client.get());
  }

  @Test
  void candidate_probesAnswerFails_theSessionStays() {
    WebSocketClient candidate = client.openCandidate();
    candidate.channel().mode(FakeWebSocketChannel.Mode.FAILING);

    candidate.says("2probe").isClosedWith(1000);

    assertStillPolling(client.get());
  }

  @Test
  void candidate_probesAnswerThrows_theSessionStays() {
    WebSocketClient candidate = client.openCandidate();
    candidate.channel().mode(FakeWebSocketChannel.Mode.THROWING);

    candidate.says("2probe").isClosedWith(1000);

    assertStillPolling(client.get());
  }

  @Test
  void candidate_givenUp_makesRoomForAnother() {
    WebSocketClient failed = client.openCandidate().says("2probe").hears("3probe");
    failed.closes();
    FakeExchange get = client.get();

    WebSocketClient second = client.openCandidate().says("2probe").hears("3probe");

    get.carries("6");
    // What is still said on the first concerns nobody.
    failed.says("5", "4a", "x");
    failed.closes();
    failed.fails("reset");
    assertThat(client.session().transport()).isEqualTo(TransportName.POLLING);
    second.says("5");
    assertThat(client.session().transport()).isEqualTo(TransportName.WEBSOCKET);
    client.listener().received();
    client.listener().isOpen();
  }

  @Test
  void candidate_givenUp_theNextReleasesItsFirstPollAtOnce() {
    client.get();
    client.openCandidate().says("2probe").closes();

    client.openCandidate().says("2probe");

    client.get().carries("6");
  }

  @Test
  void candidate_givenUp_leavesNoTimerButTheHeartbeat() {
    client.get();
    WebSocketClient candidate = client.openCandidate().says("2probe");
    client.get();

    candidate.closes();

    assertThat(engine.timer().pending()).isEqualTo(1);
  }

  @Test
  void timers_thatFireAlthoughCancelled_doNothing() {
    client.get();
    WebSocketClient failed = client.openCandidate().says("2probe").hears("3probe");
    client.get();
    failed.closes();
    WebSocketClient second = client.openCandidate();

    engine.timer().runCancelled();
    second.isOpen().says("5");
    engine.timer().runCancelled();

    second.hearsNothing().isOpen().listener().isOpen();
  }

  private void assertStillPolling(FakeExchange get) {
    client.listener().isOpen();
    assertThat(client.session().transport()).isEqualTo(TransportName.POLLING);
    assertThat(engine.timer().pending()).as("only the heartbeat").isEqualTo(1);
    client.session().send(EngineFrame.message("still here"));
    get.carries("4still here");
    client.post("4me too").answers(200, "ok");
    client.listener().received("me too");
    assertThat(engine.handle("GET", POLLING + "&sid=" + client.sid()).answered()).isFalse();
  }
}
