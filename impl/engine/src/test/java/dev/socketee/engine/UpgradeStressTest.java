package dev.socketee.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.protocol.engine.EngineFrame;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Upgrades with messages in both directions all the while, on real threads: nothing is lost,
 * nothing comes twice, everything keeps its order. Source: reference 1.7.
 */
class UpgradeStressTest {

  private static final int ROUNDS = 300;
  private static final int MESSAGES = 60;
  private static final int CLOSES = 2000;
  private static final Duration NEVER = Duration.ofDays(365);

  private final Threads threads = new Threads();

  @AfterEach
  void stop() {
    threads.close();
  }

  @Test
  void upgrade_underTrafficBothWays_losesAndDoublesNothing() throws Exception {
    for (int seed = 0; seed < ROUNDS; seed++) {
      EngineFixture engine =
          new EngineFixture(
              options -> options.pingInterval(NEVER).upgradeTimeout(NEVER).sendTimeout(NEVER));
      PollingClient polling = engine.connectPolling();
      OfficialClient client = new OfficialClient(engine, polling, seed, threads.pool());
      Random random = new Random(seed);

      threads.race(
          client::poll,
          () -> client.post(MESSAGES),
          () -> client.upgrade(MESSAGES),
          () -> send(polling.session(), client, random));

      assertThat(client.received(MESSAGES)).as("seed %s", seed).isEqualTo(numbered("4down "));
      assertThat(polling.listener().messages()).as("seed %s", seed).isEqualTo(numbered("up "));
      polling.listener().isOpen();
    }
  }

  /** A client closes just after its upgrade, and the container delivers both at the same time. */
  @Test
  void upgrade_besideTheEndOfItsWebSocket_endsTheSession() throws Exception {
    for (int round = 0; round < CLOSES; round++) {
      EngineFixture engine =
          new EngineFixture(options -> options.pingInterval(NEVER).upgradeTimeout(NEVER));
      PollingClient polling = engine.connectPolling();
      WebSocketClient client = polling.openCandidate().says("2probe").hears("3probe");

      threads.race(() -> client.says("5"), client::closes);

      assertThat(polling.listener().closes()).as("round %s", round).hasSize(1);
    }
  }

  /** Sends some before the upgrade, some between the probe and the move, and the rest after it. */
  private static void send(EngineSession session, OfficialClient client, Random random)
      throws Exception {
    int untilProbed = random.nextInt(MESSAGES / 2);
    int untilMoved = untilProbed + random.nextInt(MESSAGES / 2);
    for (int i = 0; i < MESSAGES; i += 3) {
      if (i >= untilMoved) {
        client.awaitMoved();
      } else if (i >= untilProbed) {
        client.awaitProbed();
      }
      Threads.dawdle(random);
      session.send(EngineFrame.message("down " + i));
      session.send(
          List.of(EngineFrame.message("down " + (i + 1)), EngineFrame.message("down " + (i + 2))));
    }
  }

  private static List<String> numbered(String prefix) {
    return IntStream.range(0, MESSAGES).mapToObj(i -> prefix + i).toList();
  }
}
