package dev.socketee.protocol.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.socketee.protocol.ProtocolError;
import dev.socketee.protocol.ProtocolException;
import dev.socketee.protocol.engine.EnginePacket.BinaryMessage;
import dev.socketee.protocol.engine.EnginePacket.Close;
import dev.socketee.protocol.engine.EnginePacket.Noop;
import dev.socketee.protocol.engine.EnginePacket.Open;
import dev.socketee.protocol.engine.EnginePacket.Ping;
import dev.socketee.protocol.engine.EnginePacket.Pong;
import dev.socketee.protocol.engine.EnginePacket.TextMessage;
import dev.socketee.protocol.engine.EnginePacket.Upgrade;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("1.1 Engine.IO v4 packets")
class EnginePacketCodecTest {

  static Stream<Arguments> packets() {
    return Stream.of(
        // digit only: data is absent, not empty
        arguments("0", EnginePacketType.OPEN, new Open(null)),
        arguments("1", EnginePacketType.CLOSE, new Close(null)),
        arguments("2", EnginePacketType.PING, new Ping(null)),
        arguments("3", EnginePacketType.PONG, new Pong(null)),
        arguments("5", EnginePacketType.UPGRADE, new Upgrade()),
        arguments("6", EnginePacketType.NOOP, new Noop()),
        // a message without data is fatal one layer up, where it arrives as the empty string
        arguments("4", EnginePacketType.MESSAGE, new TextMessage("")),
        // with data
        arguments("0{\"sid\":\"x\"}", EnginePacketType.OPEN, new Open("{\"sid\":\"x\"}")),
        arguments("1bye", EnginePacketType.CLOSE, new Close("bye")),
        arguments("2probe", EnginePacketType.PING, new Ping("probe")),
        arguments("3probe", EnginePacketType.PONG, new Pong("probe")),
        arguments("4hello", EnginePacketType.MESSAGE, new TextMessage("hello")),
        arguments("4\u20ac\ud83d\ude00", EnginePacketType.MESSAGE, new TextMessage("€😀")),
        arguments("44", EnginePacketType.MESSAGE, new TextMessage("4")),
        arguments("5x", EnginePacketType.UPGRADE, new Upgrade()),
        arguments("6x", EnginePacketType.NOOP, new Noop()),
        // binary in text form, on a WebSocket too
        arguments("bAQID", EnginePacketType.MESSAGE, new BinaryMessage(new byte[] {1, 2, 3})),
        arguments("bAQ==", EnginePacketType.MESSAGE, new BinaryMessage(new byte[] {1})),
        arguments("b", EnginePacketType.MESSAGE, new BinaryMessage(new byte[0])),
        arguments("b!!", EnginePacketType.MESSAGE, new BinaryMessage(new byte[0])));
  }

  @ParameterizedTest
  @MethodSource("packets")
  void decode_legalText_packet(String wire, EnginePacketType type, EnginePacket packet) {
    EnginePacket decoded = EnginePacketCodec.decodeText(wire);

    assertThat(decoded).usingRecursiveComparison().isEqualTo(packet);
    assertThat(decoded).hasSameClassAs(packet);
    assertThat(decoded.type()).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "7", "8", "9", "a", "B", "probe", "-1", " 4a", "\u001e", "\u0664", "{}"})
  void decode_unknownStart_parseError(String wire) {
    ProtocolException failure =
        catchThrowableOfType(ProtocolException.class, () -> EnginePacketCodec.decodeText(wire));

    assertThat(failure.error()).isEqualTo(ProtocolError.PARSE_ERROR);
    assertThat(failure).hasMessage("parse error");
    assertThat(failure.getStackTrace()).isEmpty();
  }
}
