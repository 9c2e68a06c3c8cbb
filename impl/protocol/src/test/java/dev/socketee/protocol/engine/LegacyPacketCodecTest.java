package dev.socketee.protocol.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.socketee.protocol.ProtocolError;
import dev.socketee.protocol.ProtocolException;
import dev.socketee.protocol.engine.EnginePacket.BinaryMessage;
import dev.socketee.protocol.engine.EnginePacket.Ping;
import dev.socketee.protocol.engine.EnginePacket.TextMessage;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("1.10 Engine.IO v3, packets")
class LegacyPacketCodecTest {

  @Test
  void decodeText_whatIsNotBinary_asInProtocol4() {
    assertThat(LegacyPacketCodec.decodeText("4hello")).isEqualTo(new TextMessage("hello"));
    assertThat(LegacyPacketCodec.decodeText("4")).isEqualTo(new TextMessage(""));
    assertThat(LegacyPacketCodec.decodeText("2probe")).isEqualTo(new Ping("probe"));
  }

  @ParameterizedTest
  @CsvSource({"b4AQIDBA==, 01020304", "b4, ''", "b4AQ, 01", "b4!!, ''"})
  void decodeText_base64_message(String frame, String data) {
    EnginePacket packet = LegacyPacketCodec.decodeText(frame);

    assertThat(((BinaryMessage) packet).data()).isEqualTo(HexFormat.of().parseHex(data));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "b", "b2AQIDBA==", "bAQIDBA==", "7", "x", ":", " 4a"})
  void decodeText_noPacket_parseError(String frame) {
    assertThatExceptionOfType(ProtocolException.class)
        .isThrownBy(() -> LegacyPacketCodec.decodeText(frame))
        .extracting(ProtocolException::error)
        .isEqualTo(ProtocolError.PARSE_ERROR);
  }

  @ParameterizedTest
  @CsvSource({"0401020304, 01020304", "04, ''", "0404, 04"})
  void decodeBinary_message_withoutItsType(String frame, String data) {
    EnginePacket packet = LegacyPacketCodec.decodeBinary(HexFormat.of().parseHex(frame));

    assertThat(((BinaryMessage) packet).data()).isEqualTo(HexFormat.of().parseHex(data));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "01", "0201", "3401", "ff04"})
  void decodeBinary_anythingElse_parseError(String frame) {
    assertThatExceptionOfType(ProtocolException.class)
        .isThrownBy(() -> LegacyPacketCodec.decodeBinary(HexFormat.of().parseHex(frame)))
        .extracting(ProtocolException::error)
        .isEqualTo(ProtocolError.PARSE_ERROR);
  }

  @Test
  void encodeBinary_message_hasItsTypeInFront() {
    assertThat(LegacyPacketCodec.encodeBinary(new byte[] {1, 2, 3, 4}))
        .containsExactly(4, 1, 2, 3, 4);
    assertThat(LegacyPacketCodec.encodeBinary(new byte[0])).containsExactly(4);
  }

  @Test
  void encodeBase64_message_hasItsTypeAfterTheLetter() {
    assertThat(LegacyPacketCodec.encodeBase64(new byte[] {1, 2, 3, 4})).isEqualTo("b4AQIDBA==");
  }

  @Test
  void encodeBase64_protocol4_hasNoType() {
    assertThat(EnginePacketCodec.encodeBase64(new byte[] {1, 2, 3, 4})).isEqualTo("bAQIDBA==");
  }
}
