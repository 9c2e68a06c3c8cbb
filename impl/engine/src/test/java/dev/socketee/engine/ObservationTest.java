package dev.socketee.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.protocol.engine.EngineFrame;
import dev.socketee.protocol.engine.EnginePacket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody who watches a session is told. Source: reference 2.3, conn. */
class ObservationTest {

  private final EngineFixture engine = new EngineFixture();
  private final List<String> told = new ArrayList<>();

  private final SessionObserver observer =
      new SessionObserver() {
        @Override
        public void onReceived(EnginePacket packet) {
          told.add("in " + packet.type());
        }

        @Override
        public void onQueued(EngineFrame frame) {
          told.add("out " + frame.text());
        }

        @Override
        public void onHeartbeat() {
          told.add("heartbeat");
        }

        @Override
        public void onDrained() {
          told.add("drained");
        }

        @Override
        public void onUpgraded() {
          told.add("upgraded");
        }
      };

  @Test
  void polling_packets_areTold_beforeTheyAreDealtWith() {
    PollingClient client = engine.connectPolling();
    client.session().observe(observer);
    client.listener().onText(text -> told.add("delivered " + text));

    client.post("4a", "4b");
    client.session().send(EngineFrame.message("c"));
    assertThat(told)
        .containsExactly("in MESSAGE", "delivered a", "in MESSAGE", "delivered b", "out 4c");
    told.clear();
    client.get().carries("4c");

    assertThat(told).containsExactly("drained");
  }

  @Test
  void webSocket_severalFrames_areDrainedOnce() {
    FakeWebSocketChannel channel = new FakeWebSocketChannel();
    WebSocketClient client = engine.connectWebSocket(channel);
    client.session().observe(observer);

    client.session().send(EngineFixture.messages("a", "b"));

    assertThat(told).containsExactly("out 4a", "out 4b", "drained");
  }

  @Test
  void volatileMessage_isToldOnlyIfItIsSent() {
    PollingClient client = engine.connectPolling();
    client.session().observe(observer);

    assertThat(client.session().sendVolatile(EngineFixture.messages("lost"))).isFalse();
    FakeExchange get = client.get();
    assertThat(client.session().sendVolatile(EngineFixture.messages("sent"))).isTrue();

    get.carries("4sent");
    assertThat(told).containsExactly("out 4sent", "drained");
  }

  @Test
  void heartbeat_pingAndPong_areTold() {
    WebSocketClient client = engine.connectWebSocket();
    client.session().observe(observer);

    engine.timer().advance(EngineFixture.PING_INTERVAL);
    client.hears("2").says("3");

    assertThat(told).containsExactly("out 2", "drained", "in PONG", "heartbeat");
  }

  /** By protocol 3 the client pings (reference 1.8). */
  @Test
  void heartbeat_pingOfALegacyClient_isTold_butNoPong() {
    EngineFixture lenient = new EngineFixture(options -> options.allowEio3(true));
    WebSocketClient client = lenient.connectWebSocket("EIO=3&transport=websocket");
    client.session().observe(observer);

    client.says("2", "3");

    assertThat(told).containsExactly("in PING", "out 3", "drained", "heartbeat", "in PONG");
  }

  @Test
  void upgrade_isTold_andTheProbeIsNot() {
    PollingClient client = engine.connectPolling();
    client.session().observe(observer);

    client.upgrade();

    assertThat(told).containsExactly("upgraded");
    assertThat(client.session().transport()).isEqualTo(TransportName.WEBSOCKET);
  }

  @Test
  void message_thatIsNotTaken_isNotTold() {
    EngineFixture narrow = new EngineFixture(options -> options.outboxPackets(1));
    PollingClient client = narrow.connectPolling();
    client.session().observe(observer);

    client.session().send(EngineFixture.messages("a", "b"));
    client.session().send(EngineFrame.message("after the end"));

    assertThat(told).isEmpty();
    client.listener().closedBy(CloseReason.TRANSPORT_ERROR);
  }

  @Test
  void writable_isWhatTheTransportCanTake() {
    PollingClient client = engine.connectPolling();
    assertThat(client.session().writable()).isFalse();
    client.get();
    assertThat(client.session().writable()).isTrue();

    client.session().close();
    assertThat(client.session().writable()).isFalse();
  }
}
