package dev.socketee.protocol.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.socketee.protocol.ProtocolError;
import dev.socketee.protocol.engine.EnginePacket.BinaryMessage;
import dev.socketee.protocol.engine.EnginePacket.Close;
import dev.socketee.protocol.engine.EnginePacket.Noop;
import dev.socketee.protocol.engine.EnginePacket.Ping;
import dev.socketee.protocol.engine.EnginePacket.Pong;
import dev.socketee.protocol.engine.EnginePacket.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("1.2 Polling framing; 9 Golden vectors")
class PayloadCodecTest {

  private static final int MANY = PayloadCodec.DEFAULT_MAX_PACKETS;

  static Stream<Arguments> good() {
    return Stream.of(
        arguments("4a", List.of(new TextMessage("a"))),
        arguments("6\u001e1", List.of(new Noop(), new Close(null))),
        arguments("4a\u001e4b\u001e2", texts("a", "b", new Ping(null))),
        arguments("3\u001e4€\u001e4", texts(new Pong(null), "€", "")),
        arguments(
            "451-[\"b\",{\"_placeholder\":true,\"num\":0}]\u001ebAQID",
            texts(
                "51-[\"b\",{\"_placeholder\":true,\"num\":0}]",
                new BinaryMessage(new byte[] {1, 2, 3}))));
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        // an empty POST is one empty packet
        arguments("", List.of()),
        arguments("\u001e", List.of()),
        arguments("x", List.of()),
        // those before the bad one are kept, those after it are not looked at
        arguments("4a\u001e", texts("a")),
        arguments("4a\u001e\u001e4b", texts("a")),
        arguments("4a\u001e4b\u001eX\u001e4c", texts("a", "b")),
        arguments("4a\u001e7\u001e4c", texts("a")));
  }

  private static List<EnginePacket> texts(Object... packets) {
    List<EnginePacket> list = new ArrayList<>();
    for (Object packet : packets) {
      list.add(packet instanceof String text ? new TextMessage(text) : (EnginePacket) packet);
    }
    return list;
  }

  @ParameterizedTest
  @MethodSource("good")
  void decode_goodPayload_allPackets(String body, List<EnginePacket> packets) {
    Payload payload = PayloadCodec.decode(body, MANY);

    assertThat(payload.failure()).isNull();
    assertThat(payload.packets()).usingRecursiveComparison().isEqualTo(packets);
  }

  @ParameterizedTest
  @MethodSource("bad")
  void decode_badPacket_thoseBeforeItAndFailure(String body, List<EnginePacket> packets) {
    Payload payload = PayloadCodec.decode(body, MANY);

    assertThat(payload.failure()).isNotNull();
    assertThat(payload.failure().error()).isEqualTo(ProtocolError.PARSE_ERROR);
    assertThat(payload.packets()).usingRecursiveComparison().isEqualTo(packets);
  }

  @Test
  void decode_framingOfProtocol3_oneStrangePacket() {
    assertThat(PayloadCodec.decode("2:40", MANY).packets()).containsExactly(new Ping(":40"));
    assertThat(PayloadCodec.decode("118:0{}", MANY).packets()).containsExactly(new Close("18:0{}"));
  }

  @Test
  void decode_asManyPacketsAsAllowed_allPackets() {
    Payload payload = PayloadCodec.decode("4a\u001e4b\u001e4c", 3);

    assertThat(payload.failure()).isNull();
    assertThat(payload.packets()).hasSize(3);
  }

  @Test
  void decode_onePacketMoreThanAllowed_tooManyPackets() {
    Payload payload = PayloadCodec.decode("4a\u001e4b\u001e4c\u001e4d", 3);

    assertThat(payload.failure()).isNotNull();
    assertThat(payload.failure().error()).isEqualTo(ProtocolError.TOO_MANY_PACKETS);
    assertThat(payload.packets()).hasSize(3);
  }

  @Test
  void decode_limitBelowOne_illegalArgument() {
    assertThatIllegalArgumentException().isThrownBy(() -> PayloadCodec.decode("2", 0));
  }

  static Stream<Arguments> encoded() {
    return Stream.of(
        arguments(List.of(), ""),
        arguments(List.of(EngineFrame.PING), "2"),
        arguments(List.of(EngineFrame.NOOP, EngineFrame.CLOSE), "6\u001e1"),
        arguments(List.of(EngineFrame.message("é€😀"), EngineFrame.message("b")), "4é€😀\u001e4b"),
        arguments(
            List.of(
                EngineFrame.message("51-[\"b\",{\"_placeholder\":true,\"num\":0}]"),
                EngineFrame.binary(new byte[] {1, 2, 3})),
            "451-[\"b\",{\"_placeholder\":true,\"num\":0}]\u001ebAQID"),
        arguments(
            List.of(
                EngineFrame.binary(new byte[0]),
                EngineFrame.binary(new byte[] {-5}),
                EngineFrame.binary(new byte[] {-5, -1}),
                EngineFrame.binary(new byte[] {-5, -1, -65, 0})),
            "b\u001eb+w==\u001eb+/8=\u001eb+/+/AA=="),
        arguments(List.of(EngineFrame.message("\ud83dx")), "4\ufffdx"));
  }

  @ParameterizedTest
  @MethodSource("encoded")
  void encode_frames_payloadInUtf8(List<EngineFrame> frames, String body) {
    assertThat(PayloadCodec.encode(frames)).isEqualTo(body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void decode_whatWasEncoded_samePackets() {
    byte[] bytes = new byte[1000];
    List<EngineFrame> frames =
        List.of(EngineFrame.PONG_PROBE, EngineFrame.message("a€"), EngineFrame.binary(bytes));

    String body = new String(PayloadCodec.encode(frames), StandardCharsets.UTF_8);

    assertThat(PayloadCodec.decode(body, MANY).packets())
        .usingRecursiveComparison()
        .isEqualTo(texts(new Pong("probe"), "a€", new BinaryMessage(bytes)));
  }
}
