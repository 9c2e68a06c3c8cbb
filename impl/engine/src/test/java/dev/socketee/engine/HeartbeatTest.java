package dev.socketee.engine;

import static dev.socketee.engine.EngineFixture.PING_INTERVAL;
import static dev.socketee.engine.EngineFixture.PING_TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server pings, every 25 s, and waits 20 s for the pong. Source: reference 1.8, Heartbeat. */
class HeartbeatTest {

  private final EngineFixture engine = new EngineFixture();
  private WebSocketClient client;

  @BeforeEach
  void connect() {
    client = engine.connectWebSocket();
  }

  @Test
  void ping_afterTheInterval_isSent() {
    engine.timer().advance(PING_INTERVAL.minusMillis(1));
    client.hearsNothing();

    engine.timer().advanceMillis(1);

    client.hears("2");
  }

  @Test
  void ping_polling_goesOutWithThePoll() {
    PollingClient polling = engine.connectPolling();
    FakeExchange get = polling.get();

    engine.timer().advance(PING_INTERVAL);

    get.carries("2");
  }

  @Test
  void ping_answered_isRepeatedOneIntervalAfterThePong() {
    for (int i = 0; i < 5; i++) {
      engine.timer().advance(PING_INTERVAL);
      client.hears("2");
      engine.timer().advance(PING_TIMEOUT.minusMillis(1));
      client.hearsNothing().says("3");
    }

    client.listener().isOpen();
  }

  @Test
  void ping_unanswered_endsTheSession() {
    engine.timer().advance(PING_INTERVAL);

    engine.timer().advance(PING_TIMEOUT.minusMillis(1));
    client.listener().isOpen();
    engine.timer().advanceMillis(1);

    client.isClosedWith(1000).listener().closedBy(CloseReason.PING_TIMEOUT);
    engine.isEmpty();
  }

  @Test
  void ping_sentALittleLate_doesNotMakeTheDeadlineLater() {
    engine.timer().stall(PING_INTERVAL.plusSeconds(1));
    engine.timer().advance(Duration.ZERO);
    client.hears("2");

    engine.timer().advance(PING_TIMEOUT.minusSeconds(1).minusMillis(1));
    client.listener().isOpen();
    engine.timer().advanceMillis(1);

    client.listener().closedBy(CloseReason.PING_TIMEOUT);
  }

  @Test
  void ping_sentMuchTooLate_leavesTheClientMostOfItsTime() {
    engine.timer().stall(Duration.ofHours(1));
    engine.timer().advance(Duration.ZERO);
    client.hears("2");

    engine.timer().advance(PING_TIMEOUT.multipliedBy(3).dividedBy(4).minusMillis(1));
    client.listener().isOpen();
    engine.timer().advanceMillis(1);

    client.listener().closedBy(CloseReason.PING_TIMEOUT);
  }

  @Test
  void ping_unansweredByAPollThatWaits_closesThatToo() {
    PollingClient polling = engine.connectPolling();
    polling.get();
    engine.timer().advance(PING_INTERVAL);
    FakeExchange get = polling.get();

    engine.timer().advance(PING_TIMEOUT);

    get.carries("1");
    polling.listener().closedBy(CloseReason.PING_TIMEOUT);
  }

  @Test
  void ping_clientThatNeverPolls_isGoneAfterIntervalAndTimeout() {
    PollingClient polling = engine.connectPolling();
    client.closes();

    engine.timer().advance(PING_INTERVAL.plus(PING_TIMEOUT));

    polling.listener().closedBy(CloseReason.PING_TIMEOUT);
    engine.isEmpty();
  }

  @Test
  void pong_stray_restartsTheInterval() {
    engine.timer().advance(PING_INTERVAL.minusSeconds(1));
    client.says("3");

    engine.timer().advance(PING_INTERVAL.minusMillis(1));
    client.hearsNothing();
    engine.timer().advanceMillis(1);
    client.hears("2");
  }

  @Test
  void pong_floods_setsNoMoreTimers() {
    int before = engine.timer().pending();

    for (int i = 0; i < 1_000; i++) {
      client.says("3");
    }

    assertThat(engine.timer().pending()).isEqualTo(before);
  }

  @Test
  void message_whileAPongIsAwaited_refreshesTheTimeoutOnce() {
    engine.timer().advance(PING_INTERVAL);
    engine.timer().advance(PING_TIMEOUT.minusSeconds(1));

    client.says("4busy");
    engine.timer().advance(PING_TIMEOUT.minusSeconds(1));
    client.listener().isOpen();
    client.says("4still busy");
    engine.timer().advance(PING_TIMEOUT.minusSeconds(1));

    client.listener().closedBy(CloseReason.PING_TIMEOUT);
  }

  @Test
  void binaryMessage_whileAPongIsAwaited_refreshesTheTimeout() {
    engine.timer().advance(PING_INTERVAL);
    engine.timer().advance(PING_TIMEOUT.minusSeconds(1));

    client.says(new byte[] {1});
    engine.timer().advance(PING_TIMEOUT.minusSeconds(1));

    client.listener().isOpen();
  }

  @Test
  void message_refreshedThenPong_beginsAnewWithTheNextPing() {
    engine.timer().advance(PING_INTERVAL);
    client.says("4busy", "3");

    engine.timer().advance(PING_INTERVAL);
    client.hears("2", "2");
    engine.timer().advance(PING_TIMEOUT.minusSeconds(1));
    client.says("4busy");
    engine.timer().advance(PING_TIMEOUT.minusSeconds(1));

    client.listener().isOpen();
  }

  @Test
  void message_whileNoPongIsAwaited_changesNothing() {
    engine.timer().advance(PING_INTERVAL.minusMillis(1));
    client.says("4busy");

    engine.timer().advanceMillis(1);

    client.hears("2");
  }

  @Test
  void ping_fromTheClient_isATransportError() {
    client.says("2");

    client.isClosedWith(1000);
    client.listener().closedBy(CloseReason.TRANSPORT_ERROR, "invalid heartbeat direction");
    engine.isEmpty();
  }

  @Test
  void probe_fromTheClientOnItsOwnTransport_isATransportError() {
    client.says("2probe");

    client.listener().closedBy(CloseReason.TRANSPORT_ERROR, "invalid heartbeat direction");
  }

  @Test
  void interval_anUpgradeInTheMiddle_isNotChanged() {
    PollingClient polling = engine.connectPolling();
    engine.timer().advance(PING_INTERVAL.minusSeconds(1));

    WebSocketClient upgraded = polling.upgrade();

    upgraded.hearsNothing();
    engine.timer().advance(Duration.ofSeconds(1));
    upgraded.hears("2").says("3");
    engine.timer().advance(PING_INTERVAL);
    upgraded.hears("2");
  }

  @Test
  void timeout_anUpgradeInTheMiddle_isStillWaitedFor() {
    PollingClient polling = engine.connectPolling();
    polling.get();
    engine.timer().advance(PING_INTERVAL);

    WebSocketClient upgraded = polling.upgrade();
    engine.timer().advance(PING_TIMEOUT);

    upgraded.isClosedWith(1000).listener().closedBy(CloseReason.PING_TIMEOUT);
  }

  @Test
  void pong_byWebSocketToAPingByPolling_counts() {
    PollingClient polling = engine.connectPolling();
    FakeExchange get = polling.get();
    engine.timer().advance(PING_INTERVAL);
    get.carries("2");

    WebSocketClient upgraded = polling.upgrade().says("3");

    engine.timer().advance(PING_TIMEOUT);
    upgraded.listener().isOpen();
  }

  @Test
  void ping_dueWhileTheClientIsBetweenTwoTransports_goesOutOnTheNewOne() {
    PollingClient polling = engine.connectPolling();
    engine.timer().advance(PING_INTERVAL.minusSeconds(1));
    WebSocketClient candidate = polling.openCandidate().says("2probe").hears("3probe");

    engine.timer().advance(Duration.ofSeconds(1));
    candidate.hearsNothing().says("5");

    candidate.hears("2");
  }

  @Test
  void timer_thatFiresAlthoughCancelled_doesNothing() {
    engine.timer().advance(PING_INTERVAL);
    client.hears("2").says("3");

    // The deadline of that ping, and the first interval: a pong came just before either could act.
    engine.timer().runCancelled();

    client.hearsNothing().listener().isOpen();
    engine.timer().advance(PING_INTERVAL);
    client.hears("2");
  }

  @Test
  void interval_thatEndsAlthoughCancelled_sendsNoPing() {
    client.says("3");

    engine.timer().runCancelled();

    client.hearsNothing();
    engine.timer().advance(PING_INTERVAL);
    client.hears("2");
  }

  @Test
  void timer_thatFiresAfterTheEnd_doesNothing() {
    client.closes();

    engine.timer().runCancelled();

    client.hearsNothing().listener().closedBy(CloseReason.TRANSPORT_CLOSE);
    engine.isEmpty();
  }
}
