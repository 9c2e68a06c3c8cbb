package dev.socketee.protocol.socket;

import static dev.socketee.protocol.socket.SocketPacket.NO_ACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.socketee.protocol.engine.EngineFrame;
import dev.socketee.protocol.engine.PayloadCodec;
import dev.socketee.protocol.json.JsonText;
import dev.socketee.protocol.json.Placeholders;
import dev.socketee.protocol.socket.SocketPacket.Ack;
import dev.socketee.protocol.socket.SocketPacket.Connect;
import dev.socketee.protocol.socket.SocketPacket.Event;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("1.16 Socket.IO v5 packets, outputs; 9 Golden vectors")
class SocketPacketEncoderTest {

  private static final byte[] BYTES = {1, 2, 3};

  static Stream<Arguments> plain() {
    return Stream.of(
        arguments(SocketPacketEncoder.connect("/", null), "40"),
        arguments(SocketPacketEncoder.connect("/", "{\"sid\":\"x\"}"), "40{\"sid\":\"x\"}"),
        arguments(SocketPacketEncoder.connect("/b", null), "40/b,"),
        arguments(SocketPacketEncoder.connect("/b", "{\"sid\":\"x\"}"), "40/b,{\"sid\":\"x\"}"),
        arguments(
            SocketPacketEncoder.connectError("/", "{\"message\":\"no\",\"data\":{\"a\":1}}"),
            "44{\"message\":\"no\",\"data\":{\"a\":1}}"),
        arguments(
            SocketPacketEncoder.connectError("/nope", "{\"message\":\"Invalid namespace\"}"),
            "44/nope,{\"message\":\"Invalid namespace\"}"),
        arguments(
            SocketPacketEncoder.connectError("/admin?x=1", "{\"message\":\"Invalid namespace\"}"),
            "44/admin?x=1,{\"message\":\"Invalid namespace\"}"),
        arguments(SocketPacketEncoder.disconnect("/"), "41"),
        arguments(SocketPacketEncoder.disconnect("/b"), "41/b,"),
        arguments(SocketPacketEncoder.event("/", NO_ACK, "[\"x\"]", List.of()), "42[\"x\"]"),
        arguments(SocketPacketEncoder.event("/", 0, "[\"x\",1]", List.of()), "420[\"x\",1]"),
        arguments(SocketPacketEncoder.event("/b", NO_ACK, "[\"x\"]", List.of()), "42/b,[\"x\"]"),
        arguments(SocketPacketEncoder.event("/b", 12, "[\"x\"]", List.of()), "42/b,12[\"x\"]"),
        arguments(SocketPacketEncoder.ack("/", 0, "[\"A\",\"B\"]", List.of()), "430[\"A\",\"B\"]"),
        arguments(SocketPacketEncoder.ack("/", 7, "[]", List.of()), "437[]"),
        arguments(SocketPacketEncoder.ack("/b", 7, "[]", List.of()), "43/b,7[]"),
        arguments(
            SocketPacketEncoder.event(
                "/",
                NO_ACK,
                JsonText.appendElement("[\"hello\",1]", JsonText.quote("Q825f_o")),
                List.of()),
            "42[\"hello\",1,\"Q825f_o\"]"));
  }

  @ParameterizedTest
  @MethodSource("plain")
  void encode_withoutAttachments_oneTextFrame(EncodedPacket packet, String wire) {
    assertThat(packet.head()).isEqualTo(EngineFrame.encodedMessage(wire));
    assertThat(packet.attachments()).isEmpty();
    assertThat(packet.frames()).containsExactly(packet.head());
    assertThat(packet.size()).isEqualTo(wire.length());
  }

  static Stream<Arguments> binary() {
    String zero = Placeholders.json(0);
    List<byte[]> one = List.of(BYTES);
    return Stream.of(
        arguments(
            SocketPacketEncoder.event("/", NO_ACK, "[\"b\"," + zero + "]", one),
            "451-[\"b\",{\"_placeholder\":true,\"num\":0}]"),
        arguments(
            SocketPacketEncoder.event("/x", 3, "[\"b\"," + zero + "]", one),
            "451-/x,3[\"b\",{\"_placeholder\":true,\"num\":0}]"),
        arguments(
            SocketPacketEncoder.ack("/", 7, "[\"r1\"," + zero + "]", one),
            "461-7[\"r1\",{\"_placeholder\":true,\"num\":0}]"),
        arguments(
            SocketPacketEncoder.ack("/x", 7, "[" + zero + "]", one),
            "461-/x,7[{\"_placeholder\":true,\"num\":0}]"));
  }

  @ParameterizedTest
  @MethodSource("binary")
  void encode_withAttachments_textThenBinaryFrames(EncodedPacket packet, String wire) {
    assertThat(packet.head().text()).isEqualTo(wire);
    assertThat(packet.attachments()).containsExactly(EngineFrame.binary(BYTES));
    assertThat(packet.attachments().get(0).binary()).isSameAs(BYTES); // shared, never copied
    assertThat(packet.frames()).containsExactly(packet.head(), EngineFrame.binary(BYTES));
    assertThat(packet.size()).isEqualTo(wire.length() + BYTES.length);
  }

  @Test
  void encode_binaryEventForPolling_goldenVector() {
    EncodedPacket packet =
        SocketPacketEncoder.event(
            "/", NO_ACK, "[\"b\"," + Placeholders.json(0) + "]", List.of(BYTES));

    assertThat(PayloadCodec.encode(packet.frames()))
        .asString()
        .isEqualTo("451-[\"b\",{\"_placeholder\":true,\"num\":0}]\u001ebAQID");
  }

  @Test
  void size_ofTextBeyondAscii_bytes() {
    assertThat(SocketPacketEncoder.event("/", NO_ACK, "[\"€\"]", List.of()).size()).isEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "b", "b/", "/a,b"})
  void encode_notANamespace_illegalArgument(String namespace) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SocketPacketEncoder.disconnect(namespace));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "\"a\"", "[", "null"})
  void encode_notAnArray_illegalArgument(String json) {
    List<byte[]> one = List.of(BYTES);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SocketPacketEncoder.event("/", NO_ACK, json, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SocketPacketEncoder.event("/", NO_ACK, json, one));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SocketPacketEncoder.ack("/", 1, json, List.of()));
  }

  @Test
  void encode_impossibleId_illegalArgument() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SocketPacketEncoder.event("/", -2, "[\"a\"]", List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SocketPacketEncoder.ack("/", NO_ACK, "[]", List.of()));
  }

  @Test
  void decode_whatWasEncoded_samePacket() {
    for (String namespace : List.of("/", "/b")) {
      for (long id : new long[] {NO_ACK, 0, 41, Long.MAX_VALUE}) {
        for (List<byte[]> attachments : List.of(List.<byte[]>of(), List.of(BYTES, new byte[0]))) {
          String array = "[\"e\\n\",{\"a\":[1,\"€\"]}]";
          Event event =
              (Event) decoded(SocketPacketEncoder.event(namespace, id, array, attachments));

          assertThat(event.namespace()).isEqualTo(namespace);
          assertThat(event.ackId()).isEqualTo(id);
          assertThat(event.event()).isEqualTo("e\n");
          assertThat(event.args().array()).isEqualTo(array);
          assertThat(event.args().attachments()).isEqualTo(attachments);
        }
      }
      Ack ack = (Ack) decoded(SocketPacketEncoder.ack(namespace, 7, "[1]", List.of(BYTES)));
      assertThat(ack.ackId()).isEqualTo(7);
      assertThat(ack.namespace()).isEqualTo(namespace);
      assertThat(ack.args().json(0)).isEqualTo("1");
      assertThat(ack.args().attachments()).containsExactly(BYTES);
      assertThat(decoded(SocketPacketEncoder.connect(namespace, "{\"sid\":\"x\"}")))
          .isEqualTo(new Connect(namespace, "{\"sid\":\"x\"}"));
      assertThat(decoded(SocketPacketEncoder.disconnect(namespace)))
          .isEqualTo(new SocketPacket.Disconnect(namespace));
    }
  }

  private static SocketPacket decoded(EncodedPacket packet) {
    SocketPacketDecoder decoder = new SocketPacketDecoder(DecoderLimits.DEFAULT);
    var decoded = decoder.text(packet.head().text().substring(1));
    for (EngineFrame attachment : packet.attachments()) {
      assertThat(decoded).isEmpty();
      decoded = decoder.binary(attachment.binary());
    }
    return decoded.orElseThrow();
  }
}
