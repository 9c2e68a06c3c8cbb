package dev.socketee.engine;

import static dev.socketee.engine.EngineFixture.messages;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.engine.FakeWebSocketChannel.Mode;
import dev.socketee.protocol.engine.EngineFrame;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One packet per frame, both ways. Source: reference 1.6, WebSocket transport. */
class WebSocketTest {

  private final EngineFixture engine = new EngineFixture();
  private WebSocketClient client;

  @BeforeEach
  void connect() {
    client = engine.connectWebSocket();
  }

  @Test
  void send_packets_isOneFrameForEach() {
    client.session().send(EngineFrame.message("a"));
    client.session().send(List.of(EngineFrame.message("51-"), EngineFrame.binary(new byte[] {1})));

    client.hears("4a", "451-", "<01>");
  }

  @Test
  void receive_packets_reachTheListenerInOrder() {
    client.says("4a").says(new byte[] {1, 2}).says("4€ 😀", "bAQIDBA==", "4");

    client.listener().received("a", "<0102>", "€ 😀", "<01020304>", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0{}", "1", "3", "3probe", "5", "6"})
  void receive_packetThatMeansNothing_isIgnored(String packet) {
    client.says(packet).hearsNothing().isOpen();

    client.says("4a").listener().received("a");
    client.listener().isOpen();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "2probe"})
  void receive_ping_isATransportError(String packet) {
    client.says(packet).hearsNothing().isClosedWith(1000);

    client.listener().closedBy(CloseReason.TRANSPORT_ERROR, "invalid heartbeat direction");
    engine.isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "9hello", "x", "abc", " 4a", "{}"})
  void receive_noPacket_isAParseError(String frame) {
    client.says("4a").says(frame).isClosedWith(1000);

    client.says("4late").listener().received("a");
    client.listener().closedBy(CloseReason.PARSE_ERROR, "parse error");
    engine.isEmpty();
  }

  @Test
  void closed_byTheClient_endsTheSession() {
    client.closes();

    client.listener().closedBy(CloseReason.TRANSPORT_CLOSE);
    engine.isEmpty();
  }

  @Test
  void closed_byTheClientSeveralTimesOver_isToldOnce() {
    client.closes();
    client.fails("reset");
    client.closes();

    client.listener().closedBy(CloseReason.TRANSPORT_CLOSE);
  }

  @Test
  void failed_endsTheSessionWithTheDescription() {
    client.fails("message too big");

    client.isClosedWith(1000);
    client.listener().closedBy(CloseReason.TRANSPORT_ERROR, "message too big");
    engine.isEmpty();
  }

  @Test
  void send_failsLater_endsTheSession() {
    client.channel().mode(Mode.HELD);
    client.session().send(messages("a", "b"));

    client.channel().fail();

    client.hears("4a").isClosedWith(1000);
    client.listener().closedBy(CloseReason.TRANSPORT_ERROR);
    engine.isEmpty();
  }

  @Test
  void send_failsAtOnce_endsTheSession() {
    client.channel().mode(Mode.FAILING);

    client.session().send(messages("a", "b"));

    client.hearsNothing().isClosedWith(1000);
    client.listener().closedBy(CloseReason.TRANSPORT_ERROR);
  }

  @Test
  void send_throws_endsTheSessionNotTheSender() {
    client.channel().mode(Mode.THROWING);

    client.session().send(messages("a", "b"));

    client.hearsNothing().isClosedWith(1000);
    client.listener().closedBy(CloseReason.TRANSPORT_ERROR);
    engine.isEmpty();
  }

  @Test
  void send_afterTheEnd_isIgnored() {
    client.closes();

    client.session().send(EngineFrame.message("late"));
    client.session().send(messages("late"));

    client.hearsNothing();
    assertThat(client.session().sendVolatile(messages("late"))).isFalse();
  }

  @Test
  void send_completesAfterTheEnd_isHarmless() {
    client.channel().mode(Mode.HELD);
    client.session().send(messages("a", "b"));
    client.hears("4a").closes();

    client.channel().complete();

    client.hearsNothing().listener().closedBy(CloseReason.TRANSPORT_CLOSE);
  }

  @Test
  void send_fromWithinTheCompletionOfAnother_keepsTheOrder() {
    int[] sent = {0};
    client
        .channel()
        .onSend(
            () -> {
              if (sent[0]++ == 0) {
                client.session().send(messages("b", "c"));
              }
            });

    client.session().send(EngineFrame.message("a"));

    client.hears("4a", "4b", "4c");
  }

  @Test
  void send_manyCompletedOnTheSendersStack_needNoStack() {
    List<EngineFrame> many =
        IntStream.range(0, 9_999).mapToObj(i -> EngineFrame.message("m" + i)).toList();

    client.session().send(many);

    client.hears(IntStream.range(0, 9_999).mapToObj(i -> "4m" + i).toArray(String[]::new));
  }

  @Test
  void send_oneInFlight_theNextWaitsForIt() {
    client.channel().mode(Mode.HELD);

    client.session().send(messages("a", "b"));
    client.session().send(EngineFrame.message("c"));

    client.hears("4a");
    client.channel().complete();
    client.hears("4b");
    client.channel().complete();
    client.hears("4c");
    client.channel().complete();
    client.hearsNothing();
    assertThat(client.channel().holdsSend()).isFalse();
  }
}
