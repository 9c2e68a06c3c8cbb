package dev.socketee.protocol.msgpack;

import static dev.socketee.protocol.socket.SocketPacket.NO_ACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.socketee.protocol.ProtocolError;
import dev.socketee.protocol.ProtocolException;
import dev.socketee.protocol.socket.DecoderLimits;
import dev.socketee.protocol.socket.SocketPacket;
import dev.socketee.protocol.socket.SocketPacket.Ack;
import dev.socketee.protocol.socket.SocketPacket.Connect;
import dev.socketee.protocol.socket.SocketPacket.Disconnect;
import dev.socketee.protocol.socket.SocketPacket.Event;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not a golden vector of the reference (9) was written by {@code notepack} 2.2. */
@DisplayName("4.8 MessagePack: what a client sends")
class MsgpackPacketDecoderTest {

  /** An event of the root namespace, up to its data. */
  private static final String EVENT = "83a47479706502a36e7370a12fa464617461";

  private static final String ACK = "83a47479706503a36e7370a12fa464617461";

  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static SocketPacket decode(String hex) {
    return MsgpackPacketDecoder.decode(hex(hex), DecoderLimits.DEFAULT);
  }

  private static ProtocolError failure(String hex, DecoderLimits limits) {
    return catchThrowableOfType(
            ProtocolException.class, () -> MsgpackPacketDecoder.decode(hex(hex), limits))
        .error();
  }

  private static ProtocolError failure(String hex) {
    return failure(hex, DecoderLimits.DEFAULT);
  }

  @Test
  void decode_goldenVectors_packets() {
    Event event =
        (Event) decode("84a47479706502a36e7370a12fa46461746193a568656c6c6f01c4020102a2696403");
    assertThat(event.namespace()).isEqualTo("/");
    assertThat(event.ackId()).isEqualTo(3);
    assertThat(event.args().array()).isEqualTo("[\"hello\",1,{\"_placeholder\":true,\"num\":0}]");
    assertThat(event.args().attachments()).containsExactly(new byte[] {1, 2});

    Ack ack = (Ack) decode("84a47479706503a36e7370a22f78a46461746190a2696400");
    assertThat(ack.namespace()).isEqualTo("/x");
    assertThat(ack.ackId()).isZero();
    assertThat(ack.args().array()).isEqualTo("[]");

    assertThat(decode("82a47479706501a36e7370a12f")).isEqualTo(new Disconnect("/"));
  }

  static Stream<Arguments> connects() {
    return Stream.of(
        arguments("82a47479706500a36e7370a12f", "/", null),
        arguments("83a47479706500a36e7370a12fa76f7074696f6e7381a8636f6d7072657373c3", "/", null),
        arguments("83a47479706500a464617461d40000a36e7370a12f", "/", null),
        arguments(
            "83a47479706500a36e7370a62f61646d696ea46461746181a5746f6b656ea3616263",
            "/admin",
            "{\"token\":\"abc\"}"));
  }

  @ParameterizedTest
  @MethodSource("connects")
  void decode_connect_namespaceAndAuth(String hex, String namespace, String auth) {
    assertThat(decode(hex)).isEqualTo(new Connect(namespace, auth));
  }

  @Test
  void decode_keysInAnotherOrderAndUnknownOnes_packet() {
    Event event =
        (Event)
            decode(
                "85a2696407a46461746193a1619080a36e7370a22f62a47479706502a76f7074696f6e7382a8636f6d7072657373c3a178920181a179c0");

    assertThat(event.namespace()).isEqualTo("/b");
    assertThat(event.ackId()).isEqualTo(7);
    assertThat(event.args().array()).isEqualTo("[\"a\",[],{}]");
  }

  @Test
  void decode_undefinedId_noAck() {
    Event event = (Event) decode("84a47479706502a36e7370a12fa46461746191a161a26964d40000");

    assertThat(event.ackId()).isEqualTo(NO_ACK);
  }

  @Test
  void decode_idBeyondLong_largestId() {
    Event event =
        (Event) decode("84a47479706502a36e7370a12fa46461746191a161a26964cfffffffffffffffff");

    assertThat(event.ackId()).isEqualTo(Long.MAX_VALUE);
  }

  static Stream<Arguments> values() {
    return Stream.of(
        arguments(
            "96a16cc0c3c281a16181a1629190a0", "[\"l\",null,true,false,{\"a\":{\"b\":[[]]}},\"\"]"),
        arguments(
            "94a173a0a9c3a9e282acf09f9880a4225c0a01",
            "[\"s\",\"\",\"é€😀\",\"\\\"\\\\\\n\\u0001\"]"),
        arguments(
            "dc001aa16e007fcc80ccffcd0100cdffffce00010000ceffffffffcf0000000100000000cf001fffffffffffff"
                + "ffe0d0dfd080d1ff7fd18000d2ffff7fffd280000000d3ffffffff7fffffffd3ffe0000000000001cb3f"
                + "f8000000000000cbbfd0000000000000ca3fc00000cb3e7ad7f29abcaf48cb3fb999999999999a",
            "[\"n\",0,127,128,255,256,65535,65536,4294967295,4294967296,9007199254740991,-1,-32,-33,"
                + "-128,-129,-32768,-32769,-2147483648,-2147483649,-9007199254740991,1.5,-0.25,1.5,"
                + "1.0E-7,0.1]"),
        arguments("92a16ecfffffffffffffffff", "[\"n\",18446744073709551615]"),
        // whole numbers as a double, and what JSON has no numbers for
        arguments(
            "95a16ecb4000000000000000cb8000000000000000cb7ff8000000000000cbfff0000000000000",
            "[\"n\",2,0,null,null]"),
        arguments("92a16ecb43e0000000000000", "[\"n\",9.223372036854776E18]"),
        // longer forms than needed
        arguments("dd00000002d90161da000162", "[\"a\",\"b\"]"),
        arguments("92db0000000161de0001a16101", "[\"a\",{\"a\":1}]"),
        arguments("92a161df00000001a16101", "[\"a\",{\"a\":1}]"),
        // undefined: null in a list, nothing in an object
        arguments("93a175d4000082a161d40000a16201", "[\"u\",null,{\"b\":1}]"),
        arguments("92a17582a16201a161d40000", "[\"u\",{\"b\":1}]"),
        arguments("92a17581a161d40000", "[\"u\",{}]"),
        // dates, also such as JavaScript cannot have
        arguments(
            "95a164d7000000000000000000d700ffffffffffffffffd7000000018bcfe5687bd700001eb208c2dc0000",
            "[\"d\",\"1970-01-01T00:00:00.000Z\",\"1969-12-31T23:59:59.999Z\","
                + "\"2023-11-14T22:13:20.123Z\",\"+275760-09-13T00:00:00.000Z\"]"),
        arguments("92a164d700ffffc77590fba000", "[\"d\",\"0000-01-01T00:00:00.000Z\"]"),
        arguments("92a164d700ffffc77590fb9fff", "[\"d\",\"-000001-12-31T23:59:59.999Z\"]"),
        arguments("92a164d7007fffffffffffffff", "[\"d\",null]"),
        // keys as other languages send them
        arguments("92a16d8201c0d080c0", "[\"m\",{\"1\":null,\"-128\":null}]"),
        // no attachment, no placeholder
        arguments(
            "92a16d82ac5f706c616365686f6c646572c3a36e756d05",
            "[\"m\",{\"_placeholder\":true,\"num\":5}]"),
        arguments("9101", "[1]"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void decode_values_asJavaScriptWritesThem(String data, String json) {
    Event event = (Event) decode(EVENT + data);

    assertThat(event.args().array()).isEqualTo(json);
    assertThat(event.args().attachments()).isEmpty();
  }

  static Stream<Arguments> binaries() {
    return Stream.of(
        arguments("c40109", "09"),
        arguments("c400", ""),
        arguments("c500020102", "0102"),
        arguments("c6000000020102", "0102"),
        arguments("c70000", ""),
        arguments("c7010007", "07"), // an array buffer of one byte is not undefined
        arguments("c7080000000000000000" + "00", "0000000000000000"), // nor one of eight a date
        arguments("c800020001" + "02", "0102"),
        arguments("c9000000020001" + "02", "0102"),
        arguments("d5000102", "0102"),
        arguments("d60001020304", "01020304"),
        arguments("d800" + "05".repeat(16), "05".repeat(16)));
  }

  @ParameterizedTest
  @MethodSource("binaries")
  void decode_binaryData_attachment(String hex, String bytes) {
    Event event = (Event) decode(EVENT + "92a162" + hex);

    assertThat(event.args().json(0)).isEqualTo("{\"_placeholder\":true,\"num\":0}");
    assertThat(event.args().attachments()).containsExactly(hex(bytes));
  }

  @ParameterizedTest
  @CsvSource({
    "'', INVALID_PAYLOAD",
    "c0, INVALID_PAYLOAD",
    "90, INVALID_PAYLOAD",
    "80, UNKNOWN_PACKET_TYPE",
    "81a36e7370a12f, UNKNOWN_PACKET_TYPE", // no type
    "82a474797065ffa36e7370a12f, UNKNOWN_PACKET_TYPE",
    "82a47479706505a36e7370a12f, UNKNOWN_PACKET_TYPE",
    "82a474797065a130a36e7370a12f, UNKNOWN_PACKET_TYPE",
    "83a47479706504a36e7370a12fa46461746180, UNKNOWN_PACKET_TYPE", // never from a client
    "81a47479706501, INVALID_PAYLOAD", // no namespace
    "82a47479706501a36e737001, INVALID_PAYLOAD",
    "82a47479706501a36e7370a0, INVALID_PAYLOAD",
    "82a47479706501a36e7370a161, INVALID_PAYLOAD", // no slash
    "82a47479706500a36e7370a32f612c, INVALID_PAYLOAD", // a comma
    "83a47479706501a36e7370a12fa46461746190, INVALID_PAYLOAD",
    "83a47479706501a36e7370a12fa464617461c0, INVALID_PAYLOAD",
    "83a47479706500a36e7370a12fa46461746190, INVALID_PAYLOAD",
    "83a47479706500a36e7370a12fa464617461c0, INVALID_PAYLOAD",
    "83a47479706500a36e7370a12fa46461746181a161c40101, ILLEGAL_ATTACHMENTS",
    "82a47479706502a36e7370a12f, INVALID_PAYLOAD", // no data
    "83a47479706502a36e7370a12fa464617461d40000, INVALID_PAYLOAD",
    "84a47479706502a36e7370a12fa46461746191a161a26964ff, INVALID_PAYLOAD",
    "84a47479706502a36e7370a12fa46461746191a161a26964c0, INVALID_PAYLOAD",
    "84a47479706502a36e7370a12fa46461746191a161a26964a131, INVALID_PAYLOAD",
    "8201c0a47479706501, INVALID_PAYLOAD", // a key that is no string
    "82a47479706501a36e7370a12fc0, INVALID_PAYLOAD", // trailing bytes
    "83a47479706501a36e7370a12f, INVALID_PAYLOAD", // an entry less
    "dfffffffff, INVALID_PAYLOAD",
    "de0001, INVALID_PAYLOAD",
  })
  void decode_notAPacket_refused(String hex, ProtocolError error) {
    assertThat(failure(hex)).isEqualTo(error);
  }

  @ParameterizedTest
  @CsvSource({
    "90, INVALID_PAYLOAD", // as 42[]
    "80, INVALID_PAYLOAD",
    "c0, INVALID_PAYLOAD",
    "a161, INVALID_PAYLOAD",
    "91c0, INVALID_PAYLOAD",
    "9180, INVALID_PAYLOAD", // CVE-2023-32695
    "91c3, INVALID_PAYLOAD",
    "91c40161, INVALID_PAYLOAD",
    "91a7636f6e6e656374, RESERVED_EVENT",
    "91ad636f6e6e6563745f6572726f72, RESERVED_EVENT",
    "91aa646973636f6e6e656374, RESERVED_EVENT",
    "91ad646973636f6e6e656374696e67, RESERVED_EVENT",
    "91ab6e65774c697374656e6572, RESERVED_EVENT",
    "91ae72656d6f76654c697374656e6572, RESERVED_EVENT",
    "92a161c1, INVALID_PAYLOAD", // no token
    "92a161c70101" + "00, INVALID_PAYLOAD", // an extension that nobody knows
    "92a161d4ff00, INVALID_PAYLOAD",
    "92a161a1ff, INVALID_PAYLOAD", // not UTF-8
    "92a161a2c0af, INVALID_PAYLOAD",
    "92a161a3eda080, INVALID_PAYLOAD", // half a pair
    "92a16181c0c0, INVALID_PAYLOAD", // keys that no object has
    "92a1618190c0, INVALID_PAYLOAD",
    "92a161c4ff00, INVALID_PAYLOAD",
    "92a161c6ffffffff00, INVALID_PAYLOAD",
    "92a161c67fffffff00, INVALID_PAYLOAD",
    "92a161c9ffffffff0000, INVALID_PAYLOAD",
    "92a161dbffffffff00, INVALID_PAYLOAD",
    "92a161ddffffffff, INVALID_PAYLOAD",
    "92a161dd7fffffff00, INVALID_PAYLOAD",
    "92a161dfffffffff, INVALID_PAYLOAD",
    "92a161df7fffffff00, INVALID_PAYLOAD",
    "92a161d700000000, INVALID_PAYLOAD",
    "92a161cb00, INVALID_PAYLOAD",
  })
  void decode_invalidEvent_refused(String data, ProtocolError error) {
    assertThat(failure(EVENT + data)).isEqualTo(error);
  }

  @Test
  void decode_everyTruncation_refused() {
    byte[] whole =
        hex(
            "84a47479706502a36e7370a12fa46461746196a568656c6c6fd7000000018bcfe5687bcb3fb999999999999a81a1"
                + "61c0c4020102dc000101a26964cd0102");
    assertThat(MsgpackPacketDecoder.decode(whole, DecoderLimits.DEFAULT)).isInstanceOf(Event.class);

    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThat(
              catchThrowableOfType(
                  ProtocolException.class,
                  () -> MsgpackPacketDecoder.decode(part, DecoderLimits.DEFAULT)))
          .isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"05", "01", "ff", "a130", "c0"})
  void decode_mapThatLooksLikeAPlaceholderOfNothing_refused(String num) {
    // beside an attachment it would be taken for a placeholder (CVE-2022-2421)
    String lookalike = "82ac5f706c616365686f6c646572c3a36e756d" + num;

    assertThat(failure(EVENT + "93a161c40107" + lookalike))
        .isEqualTo(ProtocolError.ILLEGAL_ATTACHMENTS);
  }

  @Test
  void decode_attachments_limitedInNumber() {
    DecoderLimits limits = new DecoderLimits(2, 10, 100, 10);

    assertThat(
            ((Event) MsgpackPacketDecoder.decode(hex(EVENT + "93a161c40107c40108"), limits))
                .args()
                .attachments())
        .hasSize(2);
    assertThat(failure(EVENT + "94a161c40107c40108c40109", limits))
        .isEqualTo(ProtocolError.TOO_MANY_ATTACHMENTS);
    assertThat(failure(ACK + "93c40107c40108c40109", limits))
        .isEqualTo(ProtocolError.TOO_MANY_ATTACHMENTS);
  }

  @Test
  void decode_attachments_limitedInBytes() {
    DecoderLimits limits = new DecoderLimits(10, 10, 3, 10);

    assertThat(
            ((Event) MsgpackPacketDecoder.decode(hex(EVENT + "93a161c4020107c40108"), limits))
                .args()
                .attachments())
        .hasSize(2);
    assertThat(failure(EVENT + "93a161c4020107c4020108", limits))
        .isEqualTo(ProtocolError.ATTACHMENTS_TOO_LARGE);
  }

  @Test
  void decode_depth_limited() {
    DecoderLimits limits = new DecoderLimits(10, 3, 3, 10);

    assertThat(MsgpackPacketDecoder.decode(hex(EVENT + "92a1619190"), limits))
        .isInstanceOf(Event.class);
    assertThat(failure(EVENT + "92a161919190", limits)).isEqualTo(ProtocolError.TOO_DEEP);
    assertThat(failure(EVENT + "92a16181a16181a16180", limits)).isEqualTo(ProtocolError.TOO_DEEP);
    assertThat(failure("83a47479706500a36e7370a12fa46461746181a16181a16181a16180", limits))
        .isEqualTo(ProtocolError.TOO_DEEP);
  }

  @Test
  void decode_nestedAMillionLevels_tooDeepWithoutRecursion() {
    String nested = "91".repeat(1_000_000) + "c0";

    assertThat(failure(EVENT + "92a161" + nested)).isEqualTo(ProtocolError.TOO_DEEP);
    // in a value that nobody asks for, it is read over
    assertThat(decode("83a178" + nested + "a47479706501a36e7370a12f"))
        .isEqualTo(new Disconnect("/"));
  }

  @Test
  void decode_namespace_limited() {
    DecoderLimits limits = new DecoderLimits(10, 3, 3, 2);

    assertThat(MsgpackPacketDecoder.decode(hex("82a47479706501a36e7370a22f61"), limits))
        .isEqualTo(new Disconnect("/a"));
    assertThat(failure("82a47479706501a36e7370a32f6161", limits))
        .isEqualTo(ProtocolError.NAMESPACE_TOO_LONG);
  }
}
