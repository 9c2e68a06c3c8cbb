package dev.socketee.protocol.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.socketee.protocol.ProtocolError;
import dev.socketee.protocol.engine.EnginePacket.BinaryMessage;
import dev.socketee.protocol.engine.EnginePacket.Close;
import dev.socketee.protocol.engine.EnginePacket.Noop;
import dev.socketee.protocol.engine.EnginePacket.Ping;
import dev.socketee.protocol.engine.EnginePacket.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("1.10 Engine.IO v3, payloads; 9 Golden vectors")
class LegacyPayloadCodecTest {

  private static final int MANY = PayloadCodec.DEFAULT_MAX_PACKETS;
  private static final byte[] BYTES = {1, 2, 3, 4};

  private static List<EnginePacket> packets(Object... packets) {
    List<EnginePacket> list = new ArrayList<>();
    for (Object packet : packets) {
      list.add(packet instanceof String text ? new TextMessage(text) : (EnginePacket) packet);
    }
    return list;
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  // ---- text

  static Stream<Arguments> goodText() {
    return Stream.of(
        arguments("6:4hello", packets("hello")),
        arguments("1:2", packets(new Ping(null))),
        arguments("2:4a2:4b1:6", packets("a", "b", new Noop())),
        // UTF-16 code units, not bytes and not characters
        arguments("2:4€", packets("€")),
        arguments("4:4a😀", packets("a😀")),
        arguments("2:4\uD83D", packets("\uD83D")),
        // what separates is data inside a packet
        arguments("6:4a:2:b1:1", packets("a:2:b", new Close(null))),
        arguments("6:4hello10:b4AQIDBA==", packets("hello", new BinaryMessage(BYTES))),
        arguments("02:4a", packets("a")),
        arguments("0:", packets()),
        arguments("0:2:4a0:", packets("a")));
  }

  static Stream<Arguments> badText() {
    return Stream.of(
        arguments("", packets()),
        arguments("abc", packets()),
        arguments(":", packets()),
        arguments(":4a", packets()),
        arguments("3", packets()),
        arguments("3:4a", packets()),
        arguments("2:", packets()),
        arguments("-1:4a", packets()),
        arguments("+2:4a", packets()),
        arguments("2.0:4a", packets()),
        arguments(" 2:4a", packets()),
        arguments("0x2:4a", packets()),
        arguments("1e0:4", packets()),
        arguments("٢:4a", packets()),
        arguments("2:xa", packets()),
        arguments("3:b2a", packets()),
        arguments("99999999999999999999:4a", packets()),
        arguments("4294967298:4a", packets()),
        // those before the bad one are kept, those after it are not looked at
        arguments("2:4a3:4b", packets("a")),
        arguments("2:4ab2:4c", packets("a")),
        arguments("2:4a1:72:4b", packets("a")),
        arguments("1:4a2:4b", packets("")));
  }

  @ParameterizedTest
  @MethodSource("goodText")
  void decodeText_goodPayload_allPackets(String body, List<EnginePacket> packets) {
    Payload payload = LegacyPayloadCodec.decodeText(body, MANY);

    assertThat(payload.failure()).isNull();
    assertThat(payload.packets()).usingRecursiveComparison().isEqualTo(packets);
  }

  @ParameterizedTest
  @MethodSource("badText")
  void decodeText_mismatch_thosePacketsBeforeItAndFailure(String body, List<EnginePacket> packets) {
    Payload payload = LegacyPayloadCodec.decodeText(body, MANY);

    assertThat(payload.failure()).isNotNull();
    assertThat(payload.failure().error()).isEqualTo(ProtocolError.PARSE_ERROR);
    assertThat(payload.packets()).usingRecursiveComparison().isEqualTo(packets);
  }

  @Test
  void decodeText_onePacketMoreThanAllowed_tooManyPackets() {
    assertThat(LegacyPayloadCodec.decodeText("1:21:21:2", 3).failure()).isNull();

    Payload payload = LegacyPayloadCodec.decodeText("1:21:21:21:2", 3);

    assertThat(payload.failure()).isNotNull();
    assertThat(payload.failure().error()).isEqualTo(ProtocolError.TOO_MANY_PACKETS);
    assertThat(payload.packets()).hasSize(3);
  }

  static Stream<Arguments> encodedText() {
    return Stream.of(
        arguments(List.of(), "0:"),
        arguments(List.of(EngineFrame.PONG), "1:3"),
        arguments(List.of(EngineFrame.NOOP, EngineFrame.CLOSE), "1:61:1"),
        arguments(List.of(EngineFrame.message("0")), "2:40"),
        arguments(List.of(EngineFrame.message("a😀")), "4:4a😀"),
        arguments(List.of(EngineFrame.message("\uD83D")), "2:4\uFFFD"),
        arguments(
            List.of(EngineFrame.message("hello"), EngineFrame.binary(BYTES)),
            "6:4hello10:b4AQIDBA=="));
  }

  @ParameterizedTest
  @MethodSource("encodedText")
  void encodeText_packets_payload(List<EngineFrame> frames, String payload) {
    assertThat(LegacyPayloadCodec.encodeText(frames))
        .isEqualTo(payload.getBytes(StandardCharsets.UTF_8));
  }

  // ---- bytes

  static Stream<Arguments> goodBinary() {
    return Stream.of(
        arguments("", packets()),
        arguments("00 04 ff 34e282ac 01 05 ff 0401020304", packets("€", new BinaryMessage(BYTES))),
        arguments("00 06 ff 3468656c6c6f", packets("hello")),
        arguments("00 01 ff 32 00 01 ff 36", packets(new Ping(null), new Noop())),
        arguments("01 01 ff 04", packets(new BinaryMessage(new byte[0]))),
        arguments("00 00 01 ff 32", packets(new Ping(null))),
        arguments("00 0100 ff 34 616161616161616161", packets("aaaaaaaaa")),
        // base64 among text, as a client may send it
        arguments("00 0100 ff 6234415149444241 3d3d", packets(new BinaryMessage(BYTES))));
  }

  @ParameterizedTest
  @MethodSource("goodBinary")
  void decodeBinary_goodPayload_allPackets(String body, List<EnginePacket> packets) {
    Payload payload = LegacyPayloadCodec.decodeBinary(hex(body), MANY);

    assertThat(payload.failure()).isNull();
    assertThat(payload.packets()).usingRecursiveComparison().isEqualTo(packets);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "00                         | 0", // no length
        "00 01                      | 0", // which does not end
        "00 ff 32                   | 0", // and has no digit
        "00 01 ff                   | 0", // no packet
        "00 02 ff 34                | 0", // cut short
        "01 05 ff 04010203          | 0",
        "02 01 ff 32                | 0", // neither text nor binary
        "ff 01 ff 32                | 0",
        "00 0a ff 32                | 0", // no digits
        "00 31 ff 32                | 0",
        "00 80 ff 32                | 0",
        "00 00 ff                   | 0", // an empty packet
        "01 00 ff                   | 0",
        "01 02 ff 0201              | 0", // a binary ping
        "00 01 ff 37                | 0",
        "00 03 ff 34e282            | 0", // no UTF-8
        "00 02 ff 34ff              | 0",
        "00 090909090909090909090909090909090909 ff 32 | 0",
        "00 04020904090607020908 ff 34 | 0", // 2^32 + 2, in a way
        "00 01 ff 32 00 02 ff 34    | 1",
        "00 01 ff 32 32             | 1",
      })
  void decodeBinary_mismatch_thosePacketsBeforeItAndFailure(String body, int packets) {
    Payload payload = LegacyPayloadCodec.decodeBinary(hex(body), MANY);

    assertThat(payload.failure()).isNotNull();
    assertThat(payload.failure().error()).isEqualTo(ProtocolError.PARSE_ERROR);
    assertThat(payload.packets()).hasSize(packets);
  }

  @Test
  void decodeBinary_onePacketMoreThanAllowed_tooManyPackets() {
    Payload payload = LegacyPayloadCodec.decodeBinary(hex("0001ff32 0001ff32 0001ff32"), 2);

    assertThat(payload.failure()).isNotNull();
    assertThat(payload.failure().error()).isEqualTo(ProtocolError.TOO_MANY_PACKETS);
    assertThat(payload.packets()).hasSize(2);
  }

  static Stream<Arguments> encodedBinary() {
    return Stream.of(
        arguments(List.of(), ""),
        arguments(
            List.of(EngineFrame.message("€"), EngineFrame.binary(BYTES)),
            "00 04 ff 34e282ac 01 05 ff 0401020304"),
        arguments(
            List.of(EngineFrame.message("hello"), EngineFrame.binary(BYTES)),
            "00 06 ff 3468656c6c6f 01 05 ff 0401020304"),
        arguments(
            List.of(EngineFrame.message("aaaaaaaaa"), EngineFrame.binary(new byte[0])),
            "00 0100 ff 34616161616161616161 01 01 ff 04"));
  }

  @ParameterizedTest
  @MethodSource("encodedBinary")
  void encodeBinary_packets_payload(List<EngineFrame> frames, String payload) {
    assertThat(LegacyPayloadCodec.encodeBinary(frames)).isEqualTo(hex(payload));
  }

  // ---- both

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void decode_limitBelowOne_illegalArgument(int limit) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LegacyPayloadCodec.decodeText("1:2", limit));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LegacyPayloadCodec.decodeBinary(new byte[0], limit));
  }

  @Test
  void decode_whatWasEncoded_isTheSame() {
    List<EngineFrame> frames =
        List.of(
            EngineFrame.message("é€😀:\u001e"),
            EngineFrame.binary(BYTES),
            EngineFrame.message(""),
            EngineFrame.binary(new byte[1000]));
    List<EnginePacket> packets =
        packets("é€😀:\u001e", new BinaryMessage(BYTES), "", new BinaryMessage(new byte[1000]));

    String text = new String(LegacyPayloadCodec.encodeText(frames), StandardCharsets.UTF_8);
    byte[] bytes = LegacyPayloadCodec.encodeBinary(frames);

    assertThat(LegacyPayloadCodec.decodeText(text, 4).packets())
        .usingRecursiveComparison()
        .isEqualTo(packets);
    assertThat(LegacyPayloadCodec.decodeBinary(bytes, 4).packets())
        .usingRecursiveComparison()
        .isEqualTo(packets);
  }

  /** Whatever comes, it is a payload, perhaps with a failure. */
  @Test
  void decode_randomInput_neverThrows() {
    Random random = new Random(20_260_131);
    String alphabet = "0123456789:::4b2aé😀";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      byte[] bytes = new byte[random.nextInt(20)];
      for (int i = 0; i < bytes.length; i++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        bytes[i] = (byte) (random.nextInt(8) == 0 ? 255 : random.nextInt(12));
      }
      assertThatCode(
              () -> {
                LegacyPayloadCodec.decodeText(text.toString(), 5);
                LegacyPayloadCodec.decodeBinary(bytes, 5);
              })
          .doesNotThrowAnyException();
    }
  }

  /** CVE-2020-36049: a long length, or many, costs no more than the body is long. */
  @Test
  void decode_megabyteOfDigits_fails() {
    String digits = "0".repeat(1_000_000);

    assertThat(LegacyPayloadCodec.decodeText(digits, MANY).failure()).isNotNull();
    assertThat(LegacyPayloadCodec.decodeText("9" + digits + ":", MANY).failure()).isNotNull();
    assertThat(LegacyPayloadCodec.decodeText("0:".repeat(500_000), MANY).packets()).isEmpty();
    assertThat(LegacyPayloadCodec.decodeBinary(new byte[1_000_000], MANY).failure()).isNotNull();
  }
}
