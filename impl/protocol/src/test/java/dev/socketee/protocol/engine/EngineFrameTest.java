package dev.socketee.protocol.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("1.1 Engine.IO v4 packets, sent; 9 Golden vectors")
class EngineFrameTest {

  static Stream<Arguments> frames() {
    return Stream.of(
        arguments(EngineFrame.PING, "2"),
        arguments(EngineFrame.PONG_PROBE, "3probe"),
        arguments(EngineFrame.NOOP, "6"),
        arguments(EngineFrame.CLOSE, "1"),
        arguments(EngineFrame.open("{\"sid\":\"x\"}"), "0{\"sid\":\"x\"}"),
        arguments(EngineFrame.message("hello"), "4hello"),
        arguments(EngineFrame.message(""), "4"),
        arguments(EngineFrame.encodedMessage("4hello"), "4hello"));
  }

  @ParameterizedTest
  @MethodSource("frames")
  void text_ofFactory_wireForm(EngineFrame frame, String wire) {
    assertThat(frame.text()).isEqualTo(wire);
    assertThat(frame.isBinary()).isFalse();
    assertThat(frame.size()).isEqualTo(wire.length());
    assertThatIllegalStateException().isThrownBy(frame::binary);
  }

  @Test
  void binary_ofFactory_sameArray() {
    byte[] bytes = {1, 2, 3};

    EngineFrame frame = EngineFrame.binary(bytes);

    assertThat(frame.isBinary()).isTrue();
    assertThat(frame.binary()).isSameAs(bytes);
    assertThat(frame.size()).isEqualTo(3);
    assertThatIllegalStateException().isThrownBy(frame::text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "hello"})
  void encodedMessage_withoutItsDigit_illegalArgument(String wire) {
    assertThatIllegalArgumentException().isThrownBy(() -> EngineFrame.encodedMessage(wire));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "ascii", "\u007f\u0080", "\u07ff\u0800", "aé€😀b", "😀😀", "\uffff\u0000"})
  void size_ofText_bytesOfItsUtf8(String text) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;

    assertThat(EngineFrame.message(text).size()).isEqualTo(1 + bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "\ude00", "\ude00\ud83d", "a\ud83db", "é\ud83d\ud83d\ude00"})
  void size_ofLoneSurrogate_threeBytesAsNode(String text) {
    String clean =
        text.codePoints()
            .map(p -> p >> 11 == 0x1b ? 0xfffd : p)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    byte[] expected = clean.getBytes(StandardCharsets.UTF_8);

    assertThat(Utf8.length(text)).isEqualTo(expected.length);
    assertThat(Utf8.encode(text)).isEqualTo(expected);
  }

  @Test
  void equals_byContent() {
    assertThat(EngineFrame.message("a"))
        .isEqualTo(EngineFrame.encodedMessage("4a"))
        .hasSameHashCodeAs(EngineFrame.encodedMessage("4a"))
        .isNotEqualTo(EngineFrame.message("b"))
        .isNotEqualTo(EngineFrame.binary(new byte[] {'4', 'a'}));
    assertThat(EngineFrame.binary(new byte[] {1}))
        .isEqualTo(EngineFrame.binary(new byte[] {1}))
        .hasSameHashCodeAs(EngineFrame.binary(new byte[] {1}))
        .isNotEqualTo(EngineFrame.binary(new byte[] {2}));
  }

  @Test
  void toString_ofSecret_notShown() {
    assertThat(EngineFrame.open("secret")).hasToString("EngineFrame[text, 7 bytes]");
    assertThat(EngineFrame.binary(new byte[2])).hasToString("EngineFrame[binary, 2 bytes]");
  }
}
