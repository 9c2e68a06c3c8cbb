package dev.socketee.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.protocol.engine.EngineFrame;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Eight threads that send to one session: each one's messages keep their order, and nothing comes
 * between a message and its attachments. Source: reference 1.16 (the attachments follow), design,
 * rule 2.
 */
class SendOrderTest {

  private static final int SENDERS = 8;
  private static final int MESSAGES = 200;
  private static final int FRAMES = SENDERS * MESSAGES * 3;

  private final Threads threads = new Threads();

  @AfterEach
  void stop() {
    threads.close();
  }

  @Test
  void webSocket_completesAtOnce_keepsTheOrder() throws Exception {
    FakeWebSocketChannel channel = new FakeWebSocketChannel();
    sendToWebSocket(channel);
  }

  @Test
  void webSocket_completesOnOtherThreads_keepsTheOrder() throws Exception {
    FakeWebSocketChannel channel = new FakeWebSocketChannel();
    sendToWebSocket(channel.executedBy(threads.pool()));
  }

  private void sendToWebSocket(FakeWebSocketChannel channel) throws Exception {
    CountDownLatch arrived = new CountDownLatch(FRAMES + 1);
    channel.onSend(arrived::countDown);
    WebSocketClient client = new EngineFixture().connectWebSocket(channel);

    send(client.session());

    assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
    List<String> frames = new ArrayList<>(channel.frames());
    assertThat(frames.remove(0)).startsWith("0{");
    assertOrder(frames);
    assertThat(channel.overlaps()).isZero();
  }

  @Test
  void polling_keepsTheOrder() throws Exception {
    EngineFixture engine = new EngineFixture();
    PollingClient client = engine.connectPolling();
    LinkedBlockingQueue<FakeExchange> answered = new LinkedBlockingQueue<>();
    List<String> packets = new ArrayList<>();

    threads.race(
        () -> send(client.session()),
        () -> {
          while (packets.size() < FRAMES) {
            FakeExchange get = client.request("GET");
            engine.handle(get.onRespond(() -> answered.add(get)));
            FakeExchange next = answered.poll(30, TimeUnit.SECONDS);
            assertThat(next).as("the answer").isSameAs(get);
            packets.addAll(get.packets());
          }
        });

    assertOrder(packets.stream().map(SendOrderTest::asFrame).toList());
  }

  private static String asFrame(String packet) {
    return packet.startsWith("b")
        ? "<"
            + HexFormat.of().formatHex(java.util.Base64.getDecoder().decode(packet.substring(1)))
            + ">"
        : packet;
  }

  private void send(EngineSession session) throws Exception {
    Threads.Work[] senders = new Threads.Work[SENDERS];
    for (int s = 0; s < SENDERS; s++) {
      int sender = s;
      senders[s] =
          () -> {
            for (int m = 0; m < MESSAGES; m++) {
              session.send(
                  List.of(
                      EngineFrame.message(sender + ":" + m),
                      EngineFrame.binary(attachment(sender, m, 0)),
                      EngineFrame.binary(attachment(sender, m, 1))));
            }
          };
    }
    threads.race(senders);
  }

  private static byte[] attachment(int sender, int message, int number) {
    return ByteBuffer.allocate(6).put((byte) sender).putInt(message).put((byte) number).array();
  }

  private static void assertOrder(List<String> frames) {
    assertThat(frames).hasSize(FRAMES);
    Map<Integer, Integer> next = new HashMap<>();
    for (int i = 0; i < FRAMES; i += 3) {
      String[] parts = frames.get(i).substring(1).split(":", 2);
      int sender = Integer.parseInt(parts[0]);
      int message = Integer.parseInt(parts[1]);
      assertThat(message).as("of sender %s", sender).isEqualTo(next.getOrDefault(sender, 0));
      next.put(sender, message + 1);
      for (int a = 0; a < 2; a++) {
        assertThat(frames.get(i + 1 + a))
            .isEqualTo("<" + HexFormat.of().formatHex(attachment(sender, message, a)) + ">");
      }
    }
  }
}
