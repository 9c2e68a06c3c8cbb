package dev.socketee.engine;

import static dev.socketee.engine.EngineFixture.messages;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.engine.FakeWebSocketChannel.Mode;
import dev.socketee.protocol.engine.EngineFrame;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clients that do not keep up. Source: design, rule 2 (bounded outbox, one send in flight). */
class SlowConsumerTest {

  private static final String OUTBOX_FULL = "the client is too slow: its outbox is full";
  private static final String SEND_TOO_LONG = "the client is too slow: a send took too long";
  private static final Duration SEND_TIMEOUT = EngineOptions.DEFAULT.sendTimeout();

  // --- the number of packets

  @Test
  void packets_upToTheLimit_wait() {
    EngineFixture engine = new EngineFixture(options -> options.outboxPackets(3));
    PollingClient client = engine.connectPolling();

    client.session().send(messages("a", "b"));
    client.session().send(EngineFrame.message("c"));

    client.listener().isOpen();
    client.get().carries("4a", "4b", "4c");
  }

  @Test
  void packets_pastTheLimitOneByOne_endTheSession() {
    EngineFixture engine = new EngineFixture(options -> options.outboxPackets(3));
    PollingClient client = engine.connectPolling();
    client.session().send(messages("a", "b", "c"));

    client.session().send(EngineFrame.message("d"));

    client.listener().closedBy(CloseReason.TRANSPORT_ERROR, OUTBOX_FULL);
    engine.isEmpty();
  }

  @Test
  void packets_pastTheLimitInAGroup_endTheSession() {
    EngineFixture engine = new EngineFixture(options -> options.outboxPackets(3));
    PollingClient client = engine.connectPolling();
    client.session().send(messages("a", "b"));

    client.session().send(messages("c", "d"));

    client.listener().closedBy(CloseReason.TRANSPORT_ERROR, OUTBOX_FULL);
    engine.isEmpty();
  }

  @Test
  void enqueued_waitsToBeWritten() {
    EngineFixture engine = new EngineFixture();
    PollingClient client = engine.connectPolling();
    FakeExchange poll = client.get();

    assertThat(client.session().enqueue(messages("a"))).isTrue();
    assertThat(poll.answered()).isFalse();
    client.session().writeQueued(messages("a"));

    poll.carries("4a");
  }

  @Test
  void enqueued_pastTheLimit_endsTheSessionWhenItIsToBeWritten() {
    EngineFixture engine = new EngineFixture(options -> options.outboxPackets(1));
    PollingClient client = engine.connectPolling();

    assertThat(client.session().enqueue(messages("a", "b"))).isTrue();
    client.listener().isOpen();
    client.session().writeQueued(messages("a", "b"));

    client.listener().closedBy(CloseReason.TRANSPORT_ERROR, OUTBOX_FULL);
    assertThat(client.session().enqueue(messages("late"))).isFalse();
    engine.isEmpty();
  }

  @Test
  void packets_takenByThePoll_makeRoom() {
    EngineFixture engine = new EngineFixture(options -> options.outboxPackets(2));
    PollingClient client = engine.connectPolling();

    for (int i = 0; i < 10; i++) {
      client.session().send(messages("a", "b"));
      client.get().carries("4a", "4b");
    }

    client.listener().isOpen();
  }

  // --- their bytes

  @Test
  void bytes_upToTheLimit_wait() {
    EngineFixture engine = new EngineFixture(options -> options.outboxBytes(200));
    WebSocketClient client = stalled(engine);

    client.session().send(EngineFrame.binary(new byte[150]));
    client.session().send(EngineFrame.binary(new byte[50]));

    client.listener().isOpen();
  }

  @Test
  void bytes_pastTheLimit_endTheSession() {
    EngineFixture engine = new EngineFixture(options -> options.outboxBytes(200));
    WebSocketClient client = stalled(engine);
    client.session().send(EngineFrame.binary(new byte[150]));

    client.session().send(EngineFrame.binary(new byte[51]));

    client.isClosedWith(1000);
    client.listener().closedBy(CloseReason.TRANSPORT_ERROR, OUTBOX_FULL);
    engine.isEmpty();
  }

  @Test
  void bytes_ofOneGroupLargerThanTheLimit_endTheSession() {
    EngineFixture engine = new EngineFixture(options -> options.outboxBytes(200));
    WebSocketClient client = engine.connectWebSocket();

    client.session().send(List.of(EngineFrame.message("51-"), EngineFrame.binary(new byte[200])));

    client.hearsNothing().listener().closedBy(CloseReason.TRANSPORT_ERROR, OUTBOX_FULL);
  }

  @Test
  void ping_thatNoLongerFits_endsTheSession() {
    EngineFixture engine = new EngineFixture(options -> options.outboxPackets(3));
    PollingClient client = engine.connectPolling();
    client.session().send(messages("a", "b", "c"));

    engine.timer().advance(EngineFixture.PING_INTERVAL);

    client.listener().closedBy(CloseReason.TRANSPORT_ERROR, OUTBOX_FULL);
    engine.isEmpty();
  }

  @Test
  void oneTooSlow_theOthersAreUnharmed() {
    EngineFixture engine = new EngineFixture(options -> options.outboxPackets(3));
    WebSocketClient slow = stalled(engine);
    WebSocketClient fast = engine.connectWebSocket();
    PollingClient polling = engine.connectPolling();
    List<EngineFrame> frames = messages("a", "b", "c", "d", "e", "f");

    for (EngineFrame frame : frames) {
      FakeExchange get = polling.get();
      for (EngineSession session : List.of(slow.session(), fast.session(), polling.session())) {
        session.send(frame);
      }
      assertThat(get.answered()).isTrue();
    }

    slow.listener().closedBy(CloseReason.TRANSPORT_ERROR, OUTBOX_FULL);
    fast.hears("4a", "4b", "4c", "4d", "4e", "4f").listener().isOpen();
    polling.listener().isOpen();
  }

  // --- a send that does not end

  @Test
  void send_neverCompletes_endsTheSessionAfterItsTimeout() {
    EngineFixture engine = new EngineFixture(SlowConsumerTest::withoutPings);
    WebSocketClient client = stalled(engine);

    engine.timer().advance(SEND_TIMEOUT.minusMillis(1));
    client.listener().isOpen();
    engine.timer().advanceMillis(1);

    client.isClosedWith(1000);
    client.listener().closedBy(CloseReason.TRANSPORT_ERROR, SEND_TOO_LONG);
    engine.isEmpty();
  }

  @Test
  void send_slowButComplete_eachHasItsOwnTimeout() {
    EngineFixture engine = new EngineFixture(SlowConsumerTest::withoutPings);
    WebSocketClient client = stalled(engine);

    for (int i = 0; i < 10; i++) {
      client.session().send(EngineFrame.message("a"));
      engine.timer().advance(SEND_TIMEOUT.minusSeconds(1));
      client.channel().complete();
    }
    client.listener().isOpen();
    engine.timer().advance(SEND_TIMEOUT.minusMillis(1));
    client.listener().isOpen();
    engine.timer().advanceMillis(1);

    client.listener().closedBy(CloseReason.TRANSPORT_ERROR, SEND_TOO_LONG);
  }

  @Test
  void send_quick_needsNoTimer() {
    EngineFixture engine = new EngineFixture();
    WebSocketClient client = engine.connectWebSocket();
    int before = engine.timer().pending();

    client.session().send(messages("a", "b", "c"));

    assertThat(engine.timer().pending()).isEqualTo(before);
  }

  @Test
  void send_manyThatTakeTime_shareOneTimer() {
    EngineFixture engine = new EngineFixture();
    WebSocketClient client = engine.connectWebSocket();
    int before = engine.timer().pending();
    client.channel().mode(Mode.HELD);

    for (int i = 0; i < 100; i++) {
      client.session().send(EngineFrame.message("a"));
      client.channel().complete();
    }

    assertThat(engine.timer().pending()).isEqualTo(before + 1);
    engine.timer().advance(SEND_TIMEOUT.dividedBy(2));
    client.listener().isOpen();
  }

  @Test
  void send_completedBeforeItsTimer_isNotHeldAgainstTheClient() {
    EngineFixture engine = new EngineFixture(SlowConsumerTest::withoutPings);
    WebSocketClient client = stalled(engine);
    client.channel().complete();

    engine.timer().advance(SEND_TIMEOUT.multipliedBy(3));

    client.listener().isOpen();
    client.session().send(EngineFrame.message("a"));
    engine.timer().advance(SEND_TIMEOUT);
    client.listener().closedBy(CloseReason.TRANSPORT_ERROR, SEND_TOO_LONG);
  }

  @Test
  void send_neverCompletesWhileClosing_isDroppedAfterThirtySeconds() {
    EngineFixture engine = new EngineFixture();
    WebSocketClient client = stalled(engine);
    client.session().send(EngineFrame.message("a"));
    client.session().close();

    engine.timer().advance(Duration.ofSeconds(30));

    client.isClosedWith(1000);
    assertThat(client.session().closed()).isTrue();
    engine.isEmpty();
  }

  // --- messages that need not arrive

  @Test
  void volatile_pollWaits_isSentAsAWhole() {
    PollingClient client = new EngineFixture().connectPolling();
    FakeExchange get = client.get();

    assertThat(client.session().sendVolatile(messages("a", "b"))).isTrue();

    get.carries("4a", "4b");
  }

  @Test
  void volatile_noPollWaits_isDroppedAsAWhole() {
    PollingClient client = new EngineFixture().connectPolling();

    assertThat(client.session().sendVolatile(messages("a", "b"))).isFalse();

    client.session().send(EngineFrame.message("c"));
    client.get().carries("4c");
  }

  @Test
  void volatile_webSocketIdle_isSentAsAWhole() {
    WebSocketClient client = new EngineFixture().connectWebSocket();

    assertThat(client.session().sendVolatile(messages("a", "b"))).isTrue();

    client.hears("4a", "4b");
  }

  @Test
  void volatile_webSocketTakesTimeForItsFirstPart_isStillSentAsAWhole() {
    WebSocketClient client = new EngineFixture().connectWebSocket();
    client.channel().mode(Mode.HELD);

    assertThat(client.session().sendVolatile(messages("a", "b"))).isTrue();
    assertThat(client.session().sendVolatile(messages("c"))).isFalse();
    client.channel().complete();
    assertThat(client.session().sendVolatile(messages("d"))).isFalse();
    client.channel().complete();

    assertThat(client.session().sendVolatile(messages("e"))).isTrue();
    client.hears("4a", "4b", "4e");
  }

  @Test
  void volatile_tooMuchForTheOutbox_isDroppedAndTheSessionGoesOn() {
    EngineFixture engine = new EngineFixture(options -> options.outboxPackets(2));
    WebSocketClient client = engine.connectWebSocket();

    assertThat(client.session().sendVolatile(messages("a", "b", "c"))).isFalse();
    assertThat(client.session().sendVolatile(messages("a", "b"))).isTrue();

    client.hears("4a", "4b").listener().isOpen();
  }

  private static EngineOptions.Builder withoutPings(EngineOptions.Builder options) {
    return options.pingInterval(Duration.ofDays(1));
  }

  /** A client that takes one message, and no end of it comes. */
  private static WebSocketClient stalled(EngineFixture engine) {
    WebSocketClient client = engine.connectWebSocket();
    client.channel().mode(Mode.HELD);
    client.session().send(EngineFrame.message("stalled"));
    return client.hears("4stalled");
  }
}
