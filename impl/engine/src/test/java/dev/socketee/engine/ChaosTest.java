package dev.socketee.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.protocol.engine.EngineFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A client that keeps to no protocol, on several threads: whatever it does, every request is
 * answered, no two sends overlap, the session ends once, and nothing is left. Source: reference 6
 * (constant behaviour on abort races), 1.9.
 */
class ChaosTest {

  private static final int ROUNDS = 400;
  private static final int STEPS = 100;
  private static final String[] PACKETS = {"4a", "3", "5", "6", "0", "2probe", "1", "2", "x", ""};

  private final Threads threads = new Threads();

  @AfterEach
  void stop() {
    threads.close();
  }

  @Test
  void anythingAtAnyTime_leavesNothingBehind() throws Exception {
    for (int seed = 0; seed < ROUNDS; seed++) {
      new Session("seed " + seed).run(seed);
    }
  }

  /** One engine with one session, on which three threads work. */
  private final class Session {

    private final String name;
    private final EngineFixture engine = new EngineFixture(options -> options.outboxPackets(40));
    private final PollingClient client = engine.connectPolling();
    private final Queue<FakeExchange> exchanges = new ConcurrentLinkedQueue<>();
    private final Queue<WebSocketClient> webSockets = new ConcurrentLinkedQueue<>();
    private volatile FakeExchange latestGet = client.handshake();

    private Session(String name) {
      this.name = name;
    }

    private void run(long seed) throws Exception {
      threads.race(
          new Hand(this, 3 * seed)::act,
          new Hand(this, 3 * seed + 1)::act,
          new Hand(this, 3 * seed + 2)::act);
      client.session().close();
      engine.server().close();
      engine.timer().runCancelled();

      assertThat(client.listener().closes()).as(name).hasSize(1);
      assertThat(exchanges).as(name).allMatch(FakeExchange::answered);
      for (WebSocketClient webSocket : webSockets) {
        assertThat(webSocket.channel().closeCodes()).as(name).hasSize(1);
        assertThat(webSocket.channel().overlaps()).as(name).isZero();
      }
      engine.isEmpty();
    }

    private FakeExchange handle(FakeExchange exchange) {
      exchanges.add(exchange);
      return engine.handle(exchange);
    }
  }

  /** One of the threads; the WebSockets that it opened are its own, as a container has it. */
  private final class Hand {

    private final Session on;
    private final Random random;
    private final List<WebSocketClient> mine = new ArrayList<>();

    private Hand(Session on, long seed) {
      this.on = on;
      this.random = new Random(seed);
    }

    private void act() {
      for (int i = 0; i < STEPS; i++) {
        step();
      }
    }

    private void step() {
      EngineSession session = on.client.session();
      switch (random.nextInt(12)) {
        case 0, 1 -> get();
        case 2, 3 -> on.handle(on.client.request("POST").withPackets("4a", "4b"));
        case 4 -> openWebSocket();
        case 5, 6, 7 -> say();
        case 8 -> session.send(EngineFrame.message("a"));
        case 9 ->
            session.send(List.of(EngineFrame.message("a"), EngineFrame.binary(new byte[] {1})));
        case 10 -> session.sendVolatile(EngineFixture.messages("a", "b"));
        default -> rare();
      }
    }

    private void rare() {
      switch (random.nextInt(20)) {
        case 0 -> on.client.session().close();
        case 1 -> on.latestGet.abort();
        case 2 -> on.handle(on.client.request("GET"));
        case 3 -> on.handle(on.client.request("POST")).abort();
        case 4 -> on.handle(on.client.request("POST")).bodyArrives("4late");
        case 5 -> on.handle(on.client.request("POST").withPackets(packet()));
        case 6, 7, 8 -> on.engine.timer().advanceMillis(random.nextInt(20_000));
        case 9, 10, 11, 12 -> on.engine.timer().runCancelled();
        default -> on.engine.timer().advanceMillis(100);
      }
    }

    private void get() {
      if (on.latestGet.answered()) {
        FakeExchange get = on.client.request("GET");
        on.latestGet = get;
        on.handle(get);
      }
    }

    private void openWebSocket() {
      UpgradeVerdict verdict = on.client.askForUpgrade();
      if (verdict instanceof UpgradeVerdict.Granted) {
        FakeWebSocketChannel channel = new FakeWebSocketChannel();
        switch (random.nextInt(10)) {
          case 0 -> channel.mode(FakeWebSocketChannel.Mode.FAILING);
          case 1 -> channel.mode(FakeWebSocketChannel.Mode.THROWING);
          case 2, 3, 4, 5 -> channel.executedBy(threads.pool());
          default -> channel.mode(FakeWebSocketChannel.Mode.IMMEDIATE);
        }
        WebSocketClient webSocket = on.client.open(verdict, channel);
        mine.add(webSocket);
        on.webSockets.add(webSocket);
      }
    }

    private void say() {
      if (mine.isEmpty()) {
        return;
      }
      WebSocketClient webSocket = mine.get(random.nextInt(mine.size()));
      switch (random.nextInt(10)) {
        case 0, 1, 2 -> webSocket.says("2probe");
        case 3, 4 -> webSocket.says("5");
        case 5, 6 -> webSocket.says("4a", "3");
        case 7 -> webSocket.says(new byte[] {1});
        case 8 -> webSocket.says(packet());
        default -> webSocket.closes();
      }
    }

    private String packet() {
      return PACKETS[random.nextInt(PACKETS.length)];
    }
  }
}
