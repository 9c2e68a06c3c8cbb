package dev.socketee.engine;

import static dev.socketee.engine.EngineFixture.POLLING;
import static dev.socketee.engine.EngineFixture.WEBSOCKET;
import static dev.socketee.engine.EngineFixture.messages;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.protocol.engine.EngineFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Pairs of things that happen to one session at the same moment, on threads of their own. Source:
 * reference 1.9 (one end, told once), 1.7 (nothing lost, nothing doubled).
 */
class RaceTest {

  private static final int ROUNDS = 500;

  private final Threads threads = new Threads();

  @AfterEach
  void stop() {
    threads.close();
  }

  @Test
  void openByPolling_andServerCloses_isToldOnceAndLeavesNothing() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      EngineFixture engine = new EngineFixture();
      FakeExchange handshake = new FakeExchange(FakeRequest.of("GET", POLLING));

      threads.race(() -> engine.handle(handshake), engine.server()::close);

      assertThat(handshake.answered()).isTrue();
      if (engine.accepted() > 0) {
        engine.latest().closedBy(CloseReason.SHUTTING_DOWN);
      }
      engine.isEmpty();
    }
  }

  @Test
  void openByWebSocket_andServerCloses_isToldOnceAndLeavesNothing() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      EngineFixture engine = new EngineFixture();
      FakeWebSocketChannel channel = new FakeWebSocketChannel();
      UpgradeVerdict.Granted granted =
          (UpgradeVerdict.Granted) engine.server().upgrade(FakeRequest.upgrade(WEBSOCKET));

      threads.race(() -> granted.ticket().open(channel), engine.server()::close);

      engine.latest().closedBy(CloseReason.SHUTTING_DOWN);
      assertThat(channel.closeCodes()).containsExactly(1001);
      engine.isEmpty();
    }
  }

  @Test
  void close_andAPollArrives_isHeardByOneOfItsPolls() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      EngineFixture engine = new EngineFixture();
      PollingClient client = engine.connectPolling();
      FakeExchange[] get = new FakeExchange[1];

      threads.race(() -> get[0] = client.get(), client.session()::close);

      assertThat(get[0].packets()).isIn(List.of("1"), List.of("6", "1"));
      client.listener().closedBy(CloseReason.FORCED_CLOSE);
      engine.isEmpty();
    }
  }

  @Test
  void close_andAPollArrivesForWhatIsQueued_deliversItFirst() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      EngineFixture engine = new EngineFixture();
      PollingClient client = engine.connectPolling();
      client.session().send(EngineFrame.message("a"));
      FakeExchange[] get = new FakeExchange[1];

      threads.race(() -> get[0] = client.get(), client.session()::close);

      get[0].carries("4a");
      client.get().carries("6", "1");
      client.listener().closedBy(CloseReason.FORCED_CLOSE);
      engine.isEmpty();
    }
  }

  @Test
  void send_andAPollArrives_isDeliveredOnce() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      EngineFixture engine = new EngineFixture();
      PollingClient client = engine.connectPolling();
      FakeExchange[] get = new FakeExchange[1];

      threads.race(
          () -> get[0] = client.get(), () -> client.session().send(EngineFrame.message("a")));

      get[0].carries("4a");
      client.get().isWaiting();
    }
  }

  @Test
  void post_andTheSessionEnds_isAnsweredAndNothingIsToldAfterwards() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      EngineFixture engine = new EngineFixture();
      PollingClient client = engine.connectPolling();
      FakeExchange get = client.get();
      FakeExchange[] post = new FakeExchange[1];

      threads.race(() -> post[0] = client.post("4a", "4b", "4c"), client.session()::close);

      get.carries("1");
      assertThat(post[0].response().status()).isIn(200, 400);
      client.listener().closedBy(CloseReason.FORCED_CLOSE);
      engine.isEmpty();
    }
  }

  @Test
  void upgrade_andAPollIsBeingAnswered_deliversOnceAndInOrder() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      EngineFixture engine = new EngineFixture();
      PollingClient client = engine.connectPolling();
      FakeExchange get = client.get();
      WebSocketClient candidate = client.openCandidate();

      threads.race(
          () -> {
            client.session().send(EngineFrame.message("a"));
            client.session().send(messages("b", "c"));
          },
          () -> candidate.says("5"));

      List<String> all = new ArrayList<>(get.packets());
      all.remove("6");
      all.addAll(candidate.channel().frames());
      assertThat(all).containsExactly("4a", "4b", "4c");
      assertThat(candidate.channel().overlaps()).isZero();
    }
  }

  @Test
  void upgrade_andItsTimeout_eitherMovesOrStays() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      EngineFixture engine = new EngineFixture();
      PollingClient client = engine.connectPolling();
      WebSocketClient candidate = client.openCandidate().says("2probe").hears("3probe");

      threads.race(
          () -> candidate.says("5"),
          () -> engine.timer().advance(EngineOptions.DEFAULT.upgradeTimeout()));

      client.session().send(EngineFrame.message("a"));
      if (client.session().transport() == TransportName.WEBSOCKET) {
        candidate.isOpen().hears("4a");
      } else {
        candidate.isClosedWith(1000).hearsNothing();
        client.get().carries("4a");
      }
      client.listener().isOpen();
      assertThat(engine.timer().pending()).isEqualTo(1);
    }
  }

  @Test
  void upgrade_andClose_endsTheSessionOnceAndClosesTheWebSocket() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      EngineFixture engine = new EngineFixture();
      PollingClient client = engine.connectPolling();
      client.session().send(EngineFrame.message("a"));
      WebSocketClient candidate = client.openCandidate().says("2probe").hears("3probe");

      threads.race(() -> candidate.says("5"), client.session()::close);

      candidate.hears("4a").isClosedWith(1000);
      client.listener().closedBy(CloseReason.FORCED_CLOSE);
      engine.isEmpty();
    }
  }

  @Test
  void upgradeRequests_twoAtOnce_oneIsTaken() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      EngineFixture engine = new EngineFixture();
      PollingClient client = engine.connectPolling();
      FakeWebSocketChannel one = new FakeWebSocketChannel();
      FakeWebSocketChannel two = new FakeWebSocketChannel();
      UpgradeVerdict first = client.askForUpgrade();
      UpgradeVerdict second = client.askForUpgrade();

      threads.race(() -> client.open(first, one), () -> client.open(second, two));

      assertThat(one.closeCodes().size() + two.closeCodes().size()).isEqualTo(1);
      client.listener().isOpen();
    }
  }

  @Test
  void pong_andItsDeadline_eitherKeepsTheSessionOrEndsItOnce() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      EngineFixture engine = new EngineFixture();
      WebSocketClient client = engine.connectWebSocket();
      engine.timer().advance(EngineFixture.PING_INTERVAL);

      threads.race(
          () -> client.says("3"), () -> engine.timer().advance(EngineFixture.PING_TIMEOUT));

      if (client.session().closed()) {
        client.listener().closedBy(CloseReason.PING_TIMEOUT);
        engine.isEmpty();
      } else {
        client.listener().isOpen();
        assertThat(engine.timer().pending()).isEqualTo(1);
      }
    }
  }

  @Test
  void ends_ofAllKindsAtOnce_areToldOnce() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      EngineFixture engine = new EngineFixture();
      PollingClient client = engine.connectPolling();
      FakeExchange get = client.get();
      WebSocketClient candidate = client.openCandidate();

      threads.race(
          get::abort,
          client.session()::close,
          engine.server()::close,
          () -> client.post("1"),
          () -> candidate.says("5", "x"),
          () -> engine.timer().advance(Duration.ofMinutes(2)));

      assertThat(client.session().closed()).isTrue();
      assertThat(client.listener().closes()).hasSize(1);
      assertThat(get.answered()).isTrue();
      assertThat(candidate.channel().closeCodes()).hasSize(1);
      engine.isEmpty();
    }
  }

  @Test
  void send_andTheWebSocketFails_neverFailsTheSender() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      EngineFixture engine = new EngineFixture();
      WebSocketClient client = engine.connectWebSocket();
      boolean throwing = ThreadLocalRandom.current().nextBoolean();

      threads.race(
          () -> client.session().send(messages("a", "b", "c")),
          () -> {
            client
                .channel()
                .mode(
                    throwing
                        ? FakeWebSocketChannel.Mode.THROWING
                        : FakeWebSocketChannel.Mode.FAILING);
            client.session().send(EngineFrame.message("d"));
            client.closes();
          });

      assertThat(client.listener().closes()).hasSize(1);
      engine.isEmpty();
    }
  }
}
