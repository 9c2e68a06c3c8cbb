package dev.socketee.engine;

import static dev.socketee.engine.EngineFixture.messages;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.protocol.engine.EngineFrame;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Orderly ends. Source: reference 1.9, Close semantics. */
class CloseTest {

  private static final String UNKNOWN_SID = "{\"code\":1,\"message\":\"Session ID unknown\"}";
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);

  private final EngineFixture engine = new EngineFixture();

  // --- polling

  @Test
  void polling_aPollWaits_hearsTheCloseAtOnce() {
    PollingClient client = engine.connectPolling();
    FakeExchange get = client.get();

    client.session().close();

    get.carries("1");
    client.listener().closedBy(CloseReason.FORCED_CLOSE);
    engine.isEmpty();
  }

  @Test
  void polling_noPollWaits_theNextHearsNoopAndClose() {
    PollingClient client = engine.connectPolling();

    client.session().close();

    assertThat(client.session().closed()).isFalse();
    client.get().answers(200, "6\u001e1");
    client.listener().closedBy(CloseReason.FORCED_CLOSE);
    client.get().answers(400, UNKNOWN_SID);
    engine.isEmpty();
  }

  @Test
  void polling_packetsQueued_areDeliveredBeforeTheClose() {
    PollingClient client = engine.connectPolling();
    client.session().send(messages("a", "b"));

    client.session().close();

    client.get().carries("4a", "4b");
    assertThat(client.session().closed()).isFalse();
    client.get().carries("6", "1");
    client.listener().closedBy(CloseReason.FORCED_CLOSE);
  }

  @Test
  void polling_nobodyComes_isDroppedAfterThirtySeconds() {
    PollingClient client = engine.connectPolling();
    client.session().send(EngineFrame.message("a"));

    client.session().close();

    engine.timer().advance(CLOSE_TIMEOUT.minusMillis(1));
    assertThat(client.session().closed()).isFalse();
    engine.timer().advanceMillis(1);
    client.listener().closedBy(CloseReason.FORCED_CLOSE);
    client.get().answers(400, UNKNOWN_SID);
    engine.isEmpty();
  }

  @Test
  void polling_closingLateInAHeartbeat_stillHasItsThirtySeconds() {
    PollingClient client = engine.connectPolling();
    // One second later a ping would be due, and 20 s after it the session would count as dead.
    engine.timer().advance(EngineFixture.PING_INTERVAL.minusSeconds(1));

    client.session().close();

    engine.timer().advance(CLOSE_TIMEOUT.minusMillis(1));
    assertThat(client.session().closed()).isFalse();
    client.get().carries("6", "1");
    client.listener().closedBy(CloseReason.FORCED_CLOSE);
    engine.isEmpty();
  }

  @Test
  void polling_aPingIsUnansweredAtTheClose_noLongerMatters() {
    PollingClient client = engine.connectPolling();
    engine.timer().advance(EngineFixture.PING_INTERVAL);

    client.session().close();

    client.get().carries("2");
    engine.timer().advance(CLOSE_TIMEOUT.minusMillis(1));
    client.get().carries("6", "1");
    client.listener().closedBy(CloseReason.FORCED_CLOSE);
  }

  @Test
  void polling_sendWhileClosing_isIgnored() {
    PollingClient client = engine.connectPolling();
    client.session().close();

    client.session().send(EngineFrame.message("late"));
    client.session().send(messages("later", "latest"));
    assertThat(client.session().sendVolatile(messages("volatile"))).isFalse();

    client.get().carries("6", "1");
  }

  @Test
  void polling_messageWhileClosing_isAcknowledgedAndIgnored() {
    PollingClient client = engine.connectPolling();
    client.session().close();

    client.post("4late").answers(200, "ok");

    client.listener().received();
  }

  @Test
  void polling_clientClosesToo_endsTheSessionAtOnce() {
    PollingClient client = engine.connectPolling();
    client.session().send(EngineFrame.message("a"));
    client.session().close();

    client.post("1").answers(200, "ok");

    client.listener().closedBy(CloseReason.TRANSPORT_CLOSE);
    engine.isEmpty();
  }

  @Test
  void polling_aPostArrives_isAnsweredAsTheSessionEnds() {
    PollingClient client = engine.connectPolling();
    FakeExchange post = client.beginPost();
    FakeExchange get = client.get();

    client.session().close();

    get.carries("1");
    post.answers(400, "");
    post.bodyArrives("4late");
    client.listener().received();
  }

  @Test
  void polling_aSecondPostArrives_isAnsweredAsTheSessionEnds() {
    PollingClient client = engine.connectPolling();
    client.post("4a").answers(200, "ok");
    FakeExchange post = client.beginPost();
    client.get();

    client.session().close();

    post.answers(400, "");
    client.listener().received("a");
  }

  @Test
  void close_twice_closesOnce() {
    PollingClient client = engine.connectPolling();

    client.session().close();
    client.session().close();
    client.get().carries("6", "1");
    client.session().close();

    client.listener().closedBy(CloseReason.FORCED_CLOSE);
    engine.isEmpty();
  }

  @Test
  void close_fromWithinTheListenersEnd_isHarmless() {
    PollingClient client = engine.connectPolling();
    client.listener().onClose(() -> client.session().close());

    client.post("1").answers(200, "ok");
    engine.timer().advanceMillis(100);

    client.listener().closedBy(CloseReason.TRANSPORT_CLOSE);
  }

  // --- WebSocket

  @Test
  void webSocket_idle_isClosedAtOnce() {
    WebSocketClient client = engine.connectWebSocket();

    client.session().close();

    client.hearsNothing().isClosedWith(1000);
    client.listener().closedBy(CloseReason.FORCED_CLOSE);
    engine.isEmpty();
  }

  @Test
  void webSocket_sendInFlight_isClosedAfterEverythingQueued() {
    WebSocketClient client = engine.connectWebSocket();
    client.channel().mode(FakeWebSocketChannel.Mode.HELD);
    client.session().send(messages("a", "b"));

    client.session().close();

    client.hears("4a").isOpen();
    client.channel().complete();
    client.hears("4b").isOpen();
    client.channel().complete();
    client.hearsNothing().isClosedWith(1000);
    client.listener().closedBy(CloseReason.FORCED_CLOSE);
    engine.isEmpty();
  }

  @Test
  void webSocket_peerClosesMeanwhile_endsTheSession() {
    WebSocketClient client = engine.connectWebSocket();
    client.channel().mode(FakeWebSocketChannel.Mode.HELD);
    client.session().send(EngineFrame.message("a"));
    client.session().close();

    client.closes();

    client.listener().closedBy(CloseReason.TRANSPORT_CLOSE);
    engine.isEmpty();
  }

  @Test
  void webSocket_messageWhileClosing_isIgnored() {
    WebSocketClient client = engine.connectWebSocket();
    client.channel().mode(FakeWebSocketChannel.Mode.HELD);
    client.session().send(EngineFrame.message("a"));
    client.session().close();

    client.says("4late", "2", "x", "1");

    client.listener().received();
    assertThat(client.session().closed()).isFalse();
    client.channel().complete();
    client.listener().closedBy(CloseReason.FORCED_CLOSE);
  }

  // --- the client is entitled to its session no longer: ours

  @Test
  void revoke_webSocket_isClosedAtOnceWith1008() {
    WebSocketClient client = engine.connectWebSocket();
    client.channel().mode(FakeWebSocketChannel.Mode.HELD);
    client.session().send(messages("a", "b"));

    client.session().revoke("logged out");

    client.hears("4a").isClosedWith(1008);
    client.listener().closedBy(CloseReason.REVOKED, "logged out");
    engine.isEmpty();
  }

  @Test
  void revoke_aPollWaits_hearsTheClose() {
    PollingClient client = engine.connectPolling();
    FakeExchange get = client.get();

    client.session().revoke("logged out");

    get.carries("1");
    client.listener().closedBy(CloseReason.REVOKED, "logged out");
    client.get().answers(400, UNKNOWN_SID);
    engine.isEmpty();
  }

  @Test
  void revoke_noPollWaits_theNextIsOfNobody() {
    PollingClient client = engine.connectPolling();

    client.session().revoke("logged out");

    client.listener().closedBy(CloseReason.REVOKED, "logged out");
    client.get().answers(400, UNKNOWN_SID);
    client.post("4late").answers(400, UNKNOWN_SID);
    engine.isEmpty();
  }

  @Test
  void revoke_closingOrClosed_isTheEndOrNothing() {
    PollingClient closing = engine.connectPolling();
    closing.session().close();
    closing.session().revoke("logged out");
    closing.listener().closedBy(CloseReason.REVOKED, "logged out");

    closing.session().revoke("again");
    closing.listener().closedBy(CloseReason.REVOKED, "logged out");
    engine.isEmpty();
  }

  @Test
  void revoke_whileAccepted_isToldToTheListener() {
    engine.onAccept(listener -> listener.session().revoke("too late"));

    engine.handle("GET", EngineFixture.POLLING);

    engine.latest().closedBy(CloseReason.REVOKED, "too late");
    engine.isEmpty();
  }

  @Test
  void webSocket_channelFailsToClose_theListenerIsToldNevertheless() {
    WebSocketClient client = engine.connectWebSocket();
    client
        .channel()
        .onClose(
            () -> {
              throw new IllegalStateException("already closed");
            });

    client.session().close();

    client.listener().closedBy(CloseReason.FORCED_CLOSE);
    engine.isEmpty();
  }
}
