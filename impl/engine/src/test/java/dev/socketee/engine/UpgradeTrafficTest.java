package dev.socketee.engine;

import static dev.socketee.engine.EngineFixture.messages;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.engine.FakeWebSocketChannel.Mode;
import dev.socketee.protocol.engine.EngineFrame;
import dev.socketee.protocol.engine.EnginePacket;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Messages before, at and after every step of an upgrade: none is lost, none comes twice, all keep
 * their order. Source: reference 1.7, points 3 and 4, and 1.9 for closes on the way.
 */
class UpgradeTrafficTest {

  private final EngineFixture engine = new EngineFixture();
  private PollingClient client;

  @BeforeEach
  void connect() {
    client = engine.connectPolling();
  }

  private void send(String... texts) {
    client.session().send(messages(texts));
  }

  // --- server to client

  @Test
  void down_atEveryStep_goesByPollingUntilTheUpgradeAndThenByWebSocket() {
    send("before");
    WebSocketClient candidate = client.openCandidate();
    send("opened");
    client.get().carries("4before", "4opened");
    FakeExchange waiting = client.get();
    send("waited for");
    waiting.carries("4waited for");

    candidate.says("2probe").hears("3probe");
    send("probed");
    client.get().carries("4probed");
    FakeExchange last = client.get();
    last.carries("6");
    send("paused 1");
    send("paused 2", "paused 3");
    candidate.hearsNothing();

    candidate.says("5").hears("4paused 1", "4paused 2", "4paused 3");
    send("after");
    candidate.hears("4after");
  }

  @Test
  void down_binaryWhileThePollsPause_staysBytes() {
    WebSocketClient candidate = client.openCandidate().says("2probe").hears("3probe");
    client
        .session()
        .send(java.util.List.of(EngineFrame.message("51-"), EngineFrame.binary(new byte[] {1})));

    candidate.says("5").hears("451-", "<01>");
  }

  /** A client that does not wait for the answer to its POST. */
  @Test
  void up_byAPost_isSaidToComeByIt_alsoIfTheUpgradeIsThereFirst() {
    WebSocketClient candidate = client.openCandidate().says("2probe").hears("3probe");
    client.session().observe(upgradingAtTheFirstPacket(candidate));

    client.post("4a").answers(200, "ok");
    candidate.says("4b").says(new byte[] {1});

    client.listener().received("a", "b", "<01>");
    assertThat(client.listener().carriers())
        .containsExactly(TransportName.POLLING, TransportName.WEBSOCKET, TransportName.WEBSOCKET);
  }

  private static SessionObserver upgradingAtTheFirstPacket(WebSocketClient candidate) {
    return new SessionObserver() {
      @Override
      public void onReceived(EnginePacket packet) {
        if (candidate.session().transport() == TransportName.POLLING) {
          candidate.says("5");
        }
      }

      @Override
      public void onQueued(EngineFrame frame) {}

      @Override
      public void onHeartbeat() {}

      @Override
      public void onDrained() {}

      @Override
      public void onUpgraded() {}
    };
  }

  @Test
  void down_asTheCandidateIsGivenUp_goesOnByPolling() {
    WebSocketClient candidate = client.openCandidate().says("2probe").hears("3probe");
    send("a");
    candidate.closes();
    send("b");

    client.get().carries("4a", "4b");
    candidate.hearsNothing();
  }

  @Test
  void down_whileTheProbesAnswerIsUnderWay_waitsForIt() {
    FakeWebSocketChannel channel = new FakeWebSocketChannel().mode(Mode.HELD);
    WebSocketClient candidate = client.openCandidate(channel).says("2probe").hears("3probe");
    send("a");

    candidate.says("5").hearsNothing();
    send("b");
    channel.complete();

    candidate.hears("4a");
    channel.complete();
    candidate.hears("4b");
    channel.complete();
    candidate.hearsNothing();
  }

  @Test
  void down_probesAnswerFailsAfterTheUpgrade_endsTheSession() {
    FakeWebSocketChannel channel = new FakeWebSocketChannel().mode(Mode.HELD);
    WebSocketClient candidate = client.openCandidate(channel).says("2probe", "5");

    channel.fail();

    candidate.isClosedWith(1000).listener().closedBy(CloseReason.TRANSPORT_ERROR);
    engine.isEmpty();
  }

  @Test
  void down_probesAnswerNeverEndsAfterTheUpgrade_endsTheSession() {
    FakeWebSocketChannel channel = new FakeWebSocketChannel().mode(Mode.HELD);
    WebSocketClient candidate = client.openCandidate(channel).says("2probe", "5");

    engine.timer().advance(EngineOptions.DEFAULT.sendTimeout());

    candidate
        .listener()
        .closedBy(CloseReason.TRANSPORT_ERROR, "the client is too slow: a send took too long");
    engine.isEmpty();
  }

  @Test
  void candidate_abandonedWhileTheProbesAnswerIsUnderWay_harmsNothing() {
    FakeWebSocketChannel channel = new FakeWebSocketChannel().mode(Mode.HELD);
    WebSocketClient abandoned = client.openCandidate(channel).says("2probe");
    engine.timer().advance(EngineOptions.DEFAULT.upgradeTimeout());
    abandoned.isClosedWith(1000);
    WebSocketClient second = client.openCandidate().says("2probe").hears("3probe");
    send("a");

    channel.complete();

    abandoned.hears("3probe");
    second.isOpen().says("5").hears("4a");
    client.listener().isOpen();
  }

  @Test
  void candidate_abandonedAndItsAnswerFails_harmsNothing() {
    FakeWebSocketChannel channel = new FakeWebSocketChannel().mode(Mode.HELD);
    WebSocketClient abandoned = client.openCandidate(channel).says("2probe");
    abandoned.closes();
    WebSocketClient second = client.openCandidate().says("2probe").hears("3probe");

    channel.fail();

    second.isOpen().says("5").isOpen();
    client.listener().isOpen();
  }

  @Test
  void down_upgradeWhileAPollIsBeingAnswered_comesOnceAndInOrder() {
    WebSocketClient candidate = client.openCandidate();
    // The rest of the upgrade happens while the engine is busy with giving the answer.
    FakeExchange get =
        client
            .request("GET")
            .onRespond(
                () -> {
                  candidate.says("2probe", "5");
                  send("during");
                });
    engine.handle(get);

    send("before");
    send("after");

    get.carries("4before");
    candidate.hears("3probe", "4during", "4after");
    client.listener().isOpen();
  }

  @Test
  void down_candidateGivenUpWhileTheNoopIsBeingSent_comesOnceAndInOrder() {
    WebSocketClient candidate = client.openCandidate();
    FakeExchange get =
        client
            .request("GET")
            .onRespond(
                () -> {
                  candidate.closes();
                  send("during");
                });
    engine.handle(get);

    candidate.says("2probe");

    get.carries("6");
    client.get().carries("4during");
    client.listener().isOpen();
  }

  // --- client to server

  @Test
  void up_atEveryStep_arrivesOnceAndInOrder() {
    client.post("4before");
    WebSocketClient candidate = client.openCandidate();
    client.post("4opened");
    candidate.says("2probe").hears("3probe");
    client.post("4probed 1", "4probed 2");
    candidate.says("5", "4after 1").says(new byte[] {7}).says("4after 2");

    client
        .listener()
        .received("before", "opened", "probed 1", "probed 2", "after 1", "<07>", "after 2");
  }

  @Test
  void up_andDownAtOnce_echoesComeBackInOrder() {
    client.listener().onText(this::send);
    client.post("4a");
    WebSocketClient candidate = client.openCandidate();
    client.get().carries("4a");
    candidate.says("2probe").hears("3probe");
    client.post("4b", "4c");

    candidate.says("5", "4d").hears("4b", "4c", "4d");
  }

  // --- closing on the way

  @Test
  void close_whenThePollIsPaused_deliversByWebSocketAndThenCloses() {
    FakeExchange get = client.get();
    WebSocketClient candidate = client.openCandidate().says("2probe").hears("3probe");
    get.carries("6");
    send("a", "b");

    client.session().close();
    candidate.hearsNothing().isOpen();

    candidate.says("5").hears("4a", "4b").isClosedWith(1000);
    client.listener().closedBy(CloseReason.FORCED_CLOSE);
    engine.isEmpty();
  }

  @Test
  void close_whenThePollIsPausedAndTheWebSocketIsSlow_deliversEverythingFirst() {
    FakeWebSocketChannel channel = new FakeWebSocketChannel().mode(Mode.HELD);
    WebSocketClient candidate = client.openCandidate(channel).says("2probe").hears("3probe");
    send("a", "b");
    client.session().close();
    candidate.says("5");

    channel.complete();
    channel.complete();
    candidate.hears("4a", "4b").isOpen();
    channel.complete();

    candidate.isClosedWith(1000);
    client.listener().closedBy(CloseReason.FORCED_CLOSE);
    engine.isEmpty();
  }

  @Test
  void close_whenThePollIsPausedAndNothingIsQueued_closesAfterTheUpgrade() {
    WebSocketClient candidate = client.openCandidate().says("2probe").hears("3probe");

    client.session().close();

    candidate.isOpen().says("5").hearsNothing().isClosedWith(1000);
    client.listener().closedBy(CloseReason.FORCED_CLOSE);
    engine.isEmpty();
  }

  @Test
  void close_whileAPollWaits_closesBothAtOnce() {
    WebSocketClient candidate = client.openCandidate();
    FakeExchange get = client.get();

    client.session().close();

    get.carries("1");
    candidate.isClosedWith(1000);
    client.listener().closedBy(CloseReason.FORCED_CLOSE);
    engine.isEmpty();
  }

  @Test
  void close_andTheUpgradeIsGivenUp_theNextPollHearsIt() {
    WebSocketClient candidate = client.openCandidate().says("2probe").hears("3probe");
    send("a");
    client.session().close();

    candidate.closes();

    client.get().carries("4a");
    client.get().carries("6", "1");
    client.listener().closedBy(CloseReason.FORCED_CLOSE);
    engine.isEmpty();
  }

  @Test
  void close_andNobodyComesBack_isDroppedAfterThirtySeconds() {
    WebSocketClient candidate = client.openCandidate().says("2probe");
    send("a");
    client.session().close();

    engine.timer().advance(Duration.ofSeconds(30));

    candidate.isClosedWith(1000);
    client.listener().closedBy(CloseReason.FORCED_CLOSE);
    engine.isEmpty();
  }

  @Test
  void close_byTheClientOnTheCandidate_deliversNothingTwice() {
    WebSocketClient candidate = client.openCandidate().says("2probe").hears("3probe");
    send("a");

    candidate.closes();
    client.get().carries("4a");
    WebSocketClient second = client.openCandidate().says("2probe", "5");

    second.hears("3probe");
    assertThat(client.session().closed()).isFalse();
  }

  @Test
  void volatileMessage_whenThePollIsPaused_isDropped() {
    WebSocketClient candidate = client.openCandidate().says("2probe").hears("3probe");

    assertThat(client.session().sendVolatile(messages("volatile"))).isFalse();

    candidate.says("5").hearsNothing();
    assertThat(client.session().sendVolatile(messages("volatile"))).isTrue();
    candidate.hears("4volatile");
  }
}
