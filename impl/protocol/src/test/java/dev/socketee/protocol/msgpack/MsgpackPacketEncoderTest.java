package dev.socketee.protocol.msgpack;

import static dev.socketee.protocol.socket.SocketPacket.NO_ACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.socketee.protocol.engine.EngineFrame;
import dev.socketee.protocol.socket.DecoderLimits;
import dev.socketee.protocol.socket.EncodedPacket;
import dev.socketee.protocol.socket.SocketPacket.Ack;
import dev.socketee.protocol.socket.SocketPacket.Event;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("4.8 MessagePack: what a server sends")
class MsgpackPacketEncoderTest {

  private static final String EVENT = "83a47479706502a36e7370a12fa464617461";
  private static final String ZERO = "{\"_placeholder\":true,\"num\":0}";
  private static final String ONE = "{\"_placeholder\":true,\"num\":1}";

  private static String hex(EncodedPacket packet) {
    assertThat(packet.attachments()).isEmpty();
    assertThat(packet.head().isBinary()).isTrue();
    return HexFormat.of().formatHex(packet.head().binary());
  }

  private static String data(String json, byte[]... attachments) {
    String event = hex(MsgpackPacketEncoder.event("/", NO_ACK, json, List.of(attachments)));
    assertThat(event).startsWith(EVENT);
    return event.substring(EVENT.length());
  }

  static Stream<Arguments> packets() {
    return Stream.of(
        arguments(
            MsgpackPacketEncoder.event(
                "/", 3, "[\"hello\",1," + ZERO + "]", List.of(new byte[] {1, 2})),
            "84a47479706502a36e7370a12fa46461746193a568656c6c6f01c4020102a2696403"),
        arguments(
            MsgpackPacketEncoder.ack("/x", 0, "[]", List.of()),
            "84a47479706503a36e7370a22f78a46461746190a2696400"),
        arguments(MsgpackPacketEncoder.disconnect("/"), "82a47479706501a36e7370a12f"),
        arguments(MsgpackPacketEncoder.connect("/", null), "82a47479706500a36e7370a12f"),
        arguments(
            MsgpackPacketEncoder.connect("/", "{\"sid\":\"ab\"}"),
            "83a47479706500a36e7370a12fa46461746181a3736964a26162"),
        arguments(
            MsgpackPacketEncoder.connectError("/", "{\"message\":\"no\"}"),
            "83a47479706504a36e7370a12fa46461746181a76d657373616765a26e6f"));
  }

  @ParameterizedTest
  @MethodSource("packets")
  void encode_packets_goldenVectors(EncodedPacket packet, String hex) {
    assertThat(hex(packet)).isEqualTo(hex);
  }

  static Stream<Arguments> values() {
    return Stream.of(
        arguments("[\"l\",null,true,false,{\"a\":{\"b\":[[]]}}]", "95a16cc0c3c281a16181a1629190"),
        arguments(
            "[\"s\",\"\",\"é€😀\",\"\\\"\\\\\\n\\u0001\"]",
            "94a173a0a9c3a9e282acf09f9880a4225c0a01"),
        // as notepack 2.2 writes them
        arguments(
            "[\"n\",0,127,128,255,256,65535,65536,4294967295,4294967296,9007199254740991,-1,-32,-33,"
                + "-128,-129,-32768,-32769,-2147483648,-2147483649,-9007199254740991,1.5,-0.25,1e-7,"
                + "0.1]",
            "dc0019a16e007fcc80ccffcd0100cdffffce00010000ceffffffffcf0000000100000000cf001fffffffffffff"
                + "ffe0d0dfd080d1ff7fd18000d2ffff7fffd280000000d3ffffffff7fffffffd3ffe0000000000001cb3f"
                + "f8000000000000cbbfd0000000000000cb3e7ad7f29abcaf48cb3fb999999999999a"),
        // whole numbers, however they are spelled; notepack breaks those from 2^64 on
        arguments("[2.0,-0.0,1e3,1E2,9223372036854775807]", "950200cd03e864cb43e0000000000000"),
        arguments("[1e21,1e400]", "92cb444b1ae4d6e2ef50cb7ff0000000000000"),
        arguments("[999999999999999999]", "91cf0de0b6b3a763ffff"),
        arguments(" [ 1 , { \"a\" : [ ] } ] ".trim(), "920181a16190"),
        arguments("[\"]\",\"{,\",{\"a,b\":\"\\\"]\"}]", "93a15da27b2c81a3612c62a2225d"),
        // half of a surrogate pair, as Node writes it
        arguments("[\"\\ud83d\"]", "91a3efbfbd"),
        // no attachments: data like any other
        arguments("[" + ZERO + "]", "9182ac5f706c616365686f6c646572c3a36e756d00"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void encode_values_smallestForms(String json, String hex) {
    assertThat(data(json)).isEqualTo(hex);
  }

  @Test
  void encode_placeholders_theirAttachments() {
    byte[] first = {1};
    byte[] second = {};

    assertThat(data("[\"b\",{\"x\":[" + ONE + "]}," + ZERO + "," + ZERO + ",{}]", first, second))
        .isEqualTo("95a16281a17891c400c40101c4010180");
    // one that points at nothing is data
    assertThat(data("[{\"_placeholder\":true,\"num\":2}]", first, second))
        .isEqualTo("9182ac5f706c616365686f6c646572c3a36e756d02");
  }

  static Stream<Arguments> sizes() {
    return Stream.of(
        arguments(31, "bf", "c41f"),
        arguments(32, "d920", "c420"),
        arguments(255, "d9ff", "c4ff"),
        arguments(256, "da0100", "c50100"),
        arguments(65_535, "daffff", "c5ffff"),
        arguments(65_536, "db00010000", "c600010000"));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void encode_stringsAndBytes_smallestHeads(int size, String string, String binary) {
    assertThat(data("[\"" + "x".repeat(size) + "\"]")).isEqualTo("91" + string + "78".repeat(size));
    assertThat(data("[" + ZERO + "]", new byte[size])).isEqualTo("91" + binary + "00".repeat(size));
  }

  static Stream<Arguments> counts() {
    return Stream.of(
        arguments(15, "9f", "8f"),
        arguments(16, "dc0010", "de0010"),
        arguments(65_535, "dcffff", "deffff"),
        arguments(65_536, "dd00010000", "df00010000"));
  }

  @ParameterizedTest
  @MethodSource("counts")
  void encode_containers_smallestHeads(int size, String array, String map) {
    assertThat(data("[" + "7,".repeat(size - 1) + "7]")).isEqualTo(array + "07".repeat(size));
    assertThat(data("[{" + "\"\":7,".repeat(size - 1) + "\"\":7}]"))
        .isEqualTo("91" + map + "a007".repeat(size));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"a\",null,true,false,0,-1,1.5,\"é😀\\n\",[],{},[[{\"a\":[{}]}]]]",
        "[\"a\",9007199254740993,-9223372036854775,123456789012345678]",
        "[\"a\"," + ZERO + ",{\"b\":" + ONE + "}]",
      })
  void encode_event_decodesToTheSame(String json) {
    List<byte[]> attachments =
        json.contains("num") ? List.of(new byte[] {1}, new byte[300]) : List.of();

    Event event = (Event) decoded(MsgpackPacketEncoder.event("/n", 70_000, json, attachments));
    Ack ack = (Ack) decoded(MsgpackPacketEncoder.ack("/n", Long.MAX_VALUE, json, attachments));

    assertThat(event.args().array()).isEqualTo(json);
    assertThat(event.args().attachments()).containsExactlyElementsOf(attachments);
    assertThat(event.ackId()).isEqualTo(70_000);
    assertThat(ack.args().array()).isEqualTo(json);
    assertThat(ack.ackId()).isEqualTo(Long.MAX_VALUE);
  }

  private static Object decoded(EncodedPacket packet) {
    EngineFrame frame = packet.head();
    return MsgpackPacketDecoder.decode(frame.binary(), DecoderLimits.DEFAULT);
  }

  @Test
  void encode_deeplyNested_withoutRecursion() {
    int depth = 1_000_000;

    assertThat(data("[".repeat(depth) + "]".repeat(depth))).hasSize(2 * depth);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"a]", "[x]", "[1,", "[\"\\x\"]", "[1e]", "[--1]", "]", "[]]"})
  void encode_notJson_refused(String json) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MsgpackPacketEncoder.event("/", NO_ACK, json, List.of()));
  }

  @Test
  void encode_impossible_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> MsgpackPacketEncoder.disconnect("a"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MsgpackPacketEncoder.event("/", -2, "[1]", List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MsgpackPacketEncoder.ack("/", NO_ACK, "[1]", List.of()));
  }
}
