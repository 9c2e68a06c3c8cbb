package dev.socketee.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.socketee.protocol.engine.EngineFrame;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many sessions there may be, how large what opens them, and that all limits are counted. */
class EngineLimitsTest {

  private static final int FREE = SessionLimits.UNLIMITED;

  private static EngineFixture engine(int sessions, int perAddress, int url, int headers) {
    SessionLimits limits = new SessionLimits(sessions, perAddress, url, headers);
    return new EngineFixture(options -> options.limits(limits));
  }

  private static FakeExchange from(String address) {
    return new FakeExchange(
        FakeRequest.of("GET", EngineFixture.POLLING).with(FakeRequest.ADDRESS, address));
  }

  // --- how many

  @Test
  void sessions_upToTheLimit_areOpened_andOneMoreIsRefused() {
    EngineFixture engine = engine(2, FREE, 1000, 1000);
    engine.connectPolling();
    WebSocketClient leaving = engine.connectWebSocket();

    engine
        .handle("GET", EngineFixture.POLLING)
        .answers(503, "{\"code\":4,\"message\":\"Too many sessions\"}");
    assertThat(engine.server().upgrade(FakeRequest.upgrade(EngineFixture.WEBSOCKET)))
        .isInstanceOf(UpgradeVerdict.Refused.class);
    leaving.closes();
    engine.connectPolling();

    assertThat(engine.accepted()).isEqualTo(3);
    assertThat(engine.limits()).containsExactly(EngineLimit.SESSIONS, EngineLimit.SESSIONS);
  }

  @Test
  void sessions_requestsOfThoseThereAre_areServedAtTheLimit() {
    EngineFixture engine = engine(1, FREE, 1000, 1000);
    PollingClient client = engine.connectPolling();

    client.post("4a").answers(200, "ok");
    client.upgrade();

    client.listener().received("a");
  }

  @Test
  void sessions_lastPlaceTakenWhileAWebSocketOpens_closesIt() {
    EngineFixture engine = engine(1, FREE, 1000, 1000);
    List<UpgradeVerdict> verdicts = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      verdicts.add(engine.server().upgrade(FakeRequest.upgrade(EngineFixture.WEBSOCKET)));
    }
    List<FakeWebSocketChannel> channels = new ArrayList<>();
    List<WebSocketReceiver> receivers = new ArrayList<>();
    for (UpgradeVerdict verdict : verdicts) {
      FakeWebSocketChannel channel = new FakeWebSocketChannel();
      channels.add(channel);
      receivers.add(((UpgradeVerdict.Granted) verdict).ticket().open(channel));
    }

    assertThat(channels.get(0).closeCodes()).isEmpty();
    assertThat(channels.get(1).closeCodes()).containsExactly(1013);
    assertThat(channels.get(1).frames()).isEmpty();
    receivers.get(1).onText("4a");
    receivers.get(1).onClose();
    assertThat(engine.accepted()).isEqualTo(1);
    assertThat(engine.server().sessionCount()).isEqualTo(1);
    receivers.get(0).onClose();
    engine.isEmpty();
    engine.connectWebSocket();
  }

  @Test
  void sessionsOfOneAddress_pastTheLimit_areRefused_andOthersAreNot() {
    EngineFixture engine = engine(10, 2, 1000, 1000);
    List<RecordingListener> ofA = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      assertThat(engine.handle(from("a")).response().status()).isEqualTo(200);
      ofA.add(engine.latest());
    }

    engine
        .handle(from("a"))
        .answers(429, "{\"code\":4,\"message\":\"Too many sessions of this address\"}");
    assertThat(engine.handle(from("b")).response().status()).isEqualTo(200);
    ofA.get(0).session().close();
    engine.timer().advance(EngineOptions.DEFAULT.closeTimeout());
    assertThat(engine.handle(from("a")).response().status()).isEqualTo(200);

    assertThat(engine.limits()).containsExactly(EngineLimit.SESSIONS_PER_ADDRESS);
  }

  @Test
  void sessionsOfOneAddress_lastPlaceTakenWhileAWebSocketOpens_closesIt() {
    EngineFixture engine = engine(10, 1, 1000, 1000);
    UpgradeVerdict granted = engine.server().upgrade(FakeRequest.upgrade(EngineFixture.WEBSOCKET));
    engine.connectPolling();
    FakeWebSocketChannel channel = new FakeWebSocketChannel();

    ((UpgradeVerdict.Granted) granted).ticket().open(channel).onClose();

    assertThat(channel.closeCodes()).startsWith(1013);
    engine.server().close();
    assertThat(engine.server().toString()).contains("0 sessions, 0 places, 0 addresses");
  }

  @Test
  void places_ofManySessionsThatCameAndWent_areFree() {
    EngineFixture engine = engine(3, 3, 1000, 1000);

    for (int i = 0; i < 100; i++) {
      engine.connectPolling().post("1");
      engine.timer().advanceMillis(100);
      engine.connectWebSocket().closes();
      engine.connectWebSocket().fails("broken pipe");
    }

    engine.isEmpty();
    assertThat(engine.server().toString()).contains("0 sessions, 0 places, 0 addresses");
    assertThat(engine.limits()).isEmpty();
  }

  // --- how large

  @Test
  void url_asLongAsAllowed_opensASession_andOneLongerDoesNot() {
    String url = FakeRequest.of("GET", EngineFixture.POLLING).url();
    EngineFixture engine = engine(10, FREE, url.length(), 1000);

    engine.connectPolling();
    engine
        .handle("GET", EngineFixture.POLLING + "&")
        .answers(414, "{\"code\":3,\"message\":\"URL too long\"}");

    assertThat(engine.limits()).containsExactly(EngineLimit.URL_LENGTH);
    assertThat(engine.accepted()).isEqualTo(1);
  }

  @Test
  void headers_asLongAsAllowed_openASession_andOneLongerDoesNot() {
    EngineFixture engine = engine(10, FREE, 1000, 10);

    engine.handle(
        new FakeExchange(FakeRequest.of("GET", EngineFixture.POLLING)).with("abc", "1234567"));
    FakeExchange refused =
        engine.handle(
            new FakeExchange(FakeRequest.of("GET", EngineFixture.POLLING))
                .with("abc", "123")
                .with("d", "4567"));

    refused.answers(431, "{\"code\":3,\"message\":\"Headers too long\"}");
    assertThat(engine.limits()).containsExactly(EngineLimit.HEADER_LENGTH);
    assertThat(engine.accepted()).isEqualTo(1);
  }

  @Test
  void requestsOfASession_areNotKept_andMayBeLonger() {
    String url = FakeRequest.of("GET", EngineFixture.POLLING).url();
    EngineFixture engine = engine(10, FREE, url.length(), 10);

    PollingClient client = engine.connectPolling();
    FakeExchange post =
        engine.handle(client.request("POST").with("x", "y".repeat(20)).withPackets("4a"));

    post.answers(200, "ok");
  }

  // --- all others are counted

  @Test
  void body_tooLarge_isCounted() {
    EngineFixture engine = new EngineFixture(options -> options.maxPayload(3));

    engine.connectPolling().post("4ab").answers(200, "ok");
    engine.connectPolling().post("4abc").answers(413, "");

    assertThat(engine.limits()).containsExactly(EngineLimit.MAX_PAYLOAD);
  }

  @Test
  void packetsOfABody_tooMany_areCounted() {
    EngineFixture engine = new EngineFixture(options -> options.payloadPackets(2));

    engine.connectPolling().post("4a", "4b");
    assertThat(engine.limits()).isEmpty();
    engine.connectPolling().post("4a", "4b", "4c");

    assertThat(engine.limits()).containsExactly(EngineLimit.PAYLOAD_PACKETS);
  }

  @Test
  void outbox_full_isCounted() {
    EngineFixture engine = new EngineFixture(options -> options.outboxPackets(1));
    PollingClient client = engine.connectPolling();
    client.session().send(EngineFrame.message("a"));
    assertThat(engine.limits()).isEmpty();

    client.session().send(EngineFrame.message("b"));

    assertThat(engine.limits()).containsExactly(EngineLimit.OUTBOX);
  }

  @Test
  void send_tooSlow_isCounted() {
    EngineFixture engine = new EngineFixture();
    WebSocketClient client = engine.connectWebSocket();
    client.channel().mode(FakeWebSocketChannel.Mode.HELD);
    client.session().send(EngineFrame.message("a"));

    engine.timer().advance(EngineOptions.DEFAULT.sendTimeout());

    assertThat(engine.limits()).containsExactly(EngineLimit.SEND_TIMEOUT);
  }

  @Test
  void webSocketMessage_pastALimit_isCounted_andEndsTheSession() {
    EngineFixture engine = new EngineFixture();
    WebSocketClient client = engine.connectWebSocket();

    client.exceeds(EngineLimit.MESSAGE_PARTS, "too many parts");

    assertThat(engine.limits()).containsExactly(EngineLimit.MESSAGE_PARTS);
    client.listener().closedBy(CloseReason.TRANSPORT_ERROR, "too many parts");
  }

  @Test
  void limits_thatNothingCanWorkWith_areRefused() {
    for (int wrong = 0; wrong < 4; wrong++) {
      int[] values = {1, 1, 1, 1};
      values[wrong] = -1;
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new SessionLimits(values[0], values[1], values[2], values[3]));
    }
  }
}
