package dev.socketee.engine;

import static dev.socketee.engine.EngineFixture.PING_INTERVAL;
import static dev.socketee.engine.EngineFixture.PING_TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * By protocol 3 the client pings, and has the interval and the time-out to do so. Source: reference
 * 1.8.
 */
class LegacyHeartbeatTest {

  private static final Duration LIMIT = PING_INTERVAL.plus(PING_TIMEOUT);

  private final EngineFixture engine = new EngineFixture(options -> options.allowEio3(true));
  private WebSocketClient client;

  @BeforeEach
  void connect() {
    client = engine.connectWebSocket("EIO=3&transport=websocket");
  }

  @Test
  void ping_isAnswered() {
    client.says("2").hears("3");
  }

  @Test
  void ping_withData_isAnsweredWithoutIt() {
    client.says("2probe").hears("3");
  }

  @Test
  void ping_polling_isAnsweredWithThePoll() {
    PollingClient polling = engine.connectPolling("EIO=3&transport=polling");

    polling.postText("1:2").answers(200, "ok");

    polling.get().answers(200, "1:3");
  }

  @Test
  void server_neverPings() {
    engine.timer().advance(LIMIT.minusMillis(1));

    client.hearsNothing().listener().isOpen();
  }

  @Test
  void ping_missing_endsTheSession() {
    engine.timer().advance(LIMIT.minusMillis(1));
    client.listener().isOpen();
    engine.timer().advanceMillis(1);

    client.isClosedWith(1000).listener().closedBy(CloseReason.PING_TIMEOUT);
    engine.isEmpty();
  }

  @Test
  void ping_eachTime_buysTheWholeTimeAnew() {
    for (int i = 0; i < 5; i++) {
      engine.timer().advance(LIMIT.minusMillis(1));
      client.says("2").hears("3");
    }
    engine.timer().advance(LIMIT.minusMillis(1));
    client.listener().isOpen();

    engine.timer().advanceMillis(1);

    client.listener().closedBy(CloseReason.PING_TIMEOUT);
  }

  @Test
  void message_isNoPing() {
    engine.timer().advance(LIMIT.minusMillis(1));
    client.says("4busy");

    engine.timer().advanceMillis(1);

    client.listener().closedBy(CloseReason.PING_TIMEOUT);
  }

  @Test
  void pong_fromTheClient_isATransportError() {
    client.says("3");

    client.isClosedWith(1000);
    client.listener().closedBy(CloseReason.TRANSPORT_ERROR, "invalid heartbeat direction");
    engine.isEmpty();
  }

  @Test
  void ping_floods_setsNoMoreTimers() {
    int before = engine.timer().pending();

    for (int i = 0; i < 1_000; i++) {
      client.says("2");
    }

    assertThat(engine.timer().pending()).isEqualTo(before);
  }

  @Test
  void ping_floodOfAClientThatReadsNothing_fillsItsOutboxAndEnds() {
    EngineFixture small = new EngineFixture(options -> options.allowEio3(true).outboxPackets(10));
    PollingClient deaf = small.connectPolling("EIO=3&transport=polling");

    deaf.postText("1:2".repeat(10));
    deaf.listener().isOpen();
    deaf.postText("1:2");

    deaf.listener().closedBy(CloseReason.TRANSPORT_ERROR);
    small.isEmpty();
  }

  @Test
  void deadline_anUpgradeInTheMiddle_isNotChanged() {
    PollingClient polling = engine.connectPolling("EIO=3&transport=polling");
    engine.timer().advance(LIMIT.minusMillis(1));

    WebSocketClient upgraded = polling.upgrade();
    upgraded.says("2").hears("3");
    engine.timer().advanceMillis(1);
    upgraded.listener().isOpen();
    engine.timer().advance(LIMIT);

    upgraded.isClosedWith(1000).listener().closedBy(CloseReason.PING_TIMEOUT);
  }

  @Test
  void timer_thatFiresAfterTheEnd_doesNothing() {
    client.closes();

    engine.timer().runCancelled();

    client.listener().closedBy(CloseReason.TRANSPORT_CLOSE);
    engine.isEmpty();
  }
}
