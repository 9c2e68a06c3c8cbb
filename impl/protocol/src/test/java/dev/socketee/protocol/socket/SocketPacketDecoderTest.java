package dev.socketee.protocol.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.socketee.protocol.ProtocolError;
import dev.socketee.protocol.ProtocolException;
import dev.socketee.protocol.socket.SocketPacket.Ack;
import dev.socketee.protocol.socket.SocketPacket.Connect;
import dev.socketee.protocol.socket.SocketPacket.Disconnect;
import dev.socketee.protocol.socket.SocketPacket.Event;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rows of the acceptance matrix that a decoder decides; those that need to know which
 * namespaces are joined are the server's. Inputs are without the {@code 4} of Engine.IO.
 */
@DisplayName("1.16 Socket.IO v5 packets, server acceptance matrix")
class SocketPacketDecoderTest {

  private final SocketPacketDecoder decoder = new SocketPacketDecoder(DecoderLimits.DEFAULT);

  private SocketPacket decode(String text) {
    return decoder.text(text).orElseThrow();
  }

  private ProtocolException failure(String text) {
    return catchThrowableOfType(ProtocolException.class, () -> decoder.text(text));
  }

  private static List<String> jsonOf(JsonArguments args) {
    return IntStream.range(0, args.size()).mapToObj(args::json).toList();
  }

  static Stream<Arguments> connects() {
    return Stream.of(
        arguments("0", "/", null),
        arguments("0{}", "/", "{}"),
        arguments("0{\"token\":\"abc\"}", "/", "{\"token\":\"abc\"}"),
        arguments("0/admin,", "/admin", null),
        arguments("0/admin", "/admin", null), // no comma
        arguments("0/admin,{\"a\":1}", "/admin", "{\"a\":1}"),
        arguments("0/admin?x=1,", "/admin?x=1", null), // literal name
        arguments("0/admin{\"a\":1}", "/admin{\"a\":1}", null), // literal name
        arguments("0/,", "/", null),
        arguments("0/", "/", null),
        arguments("0//,", "//", null),
        arguments("0/é😀,", "/é😀", null),
        arguments("012{\"a\":1}", "/", "{\"a\":1}")); // an id is ignored
  }

  @ParameterizedTest
  @MethodSource("connects")
  void text_connect_namespaceAndAuth(String text, String namespace, String auth) {
    assertThat(decode(text)).isEqualTo(new Connect(namespace, auth));
    assertThat(decode(text).type()).isEqualTo(SocketPacketType.CONNECT);
  }

  @ParameterizedTest
  @CsvSource({"1, /", "'1/b,', /b", "1/b, /b", "17, /"})
  void text_disconnect_namespace(String text, String namespace) {
    assertThat(decode(text)).isEqualTo(new Disconnect(namespace));
    assertThat(decode(text).type()).isEqualTo(SocketPacketType.DISCONNECT);
  }

  static Stream<Arguments> events() {
    long none = SocketPacket.NO_ACK;
    return Stream.of(
        arguments("2[\"a\"]", "/", none, "a", List.of()),
        arguments("2[\"a\",1,{\"b\":[2]}]", "/", none, "a", List.of("1", "{\"b\":[2]}")),
        arguments("2[ \"a\" , null ] ", "/", none, "a", List.of("null")),
        arguments("2/chat,[\"a\"]", "/chat", none, "a", List.of()),
        arguments(
            "2/chat,7[\"message\",{\"text\":\"hi\"}]",
            "/chat",
            7L,
            "message",
            List.of("{\"text\":\"hi\"}")),
        // ids
        arguments("20[\"a\"]", "/", 0L, "a", List.of()),
        arguments("2007[\"a\"]", "/", 7L, "a", List.of()),
        arguments("2999999999999999999[\"a\"]", "/", 999_999_999_999_999_999L, "a", List.of()),
        arguments("212345678901234567890123[\"a\"]", "/", Long.MAX_VALUE, "a", List.of()),
        arguments("29223372036854775800[\"a\"]", "/", Long.MAX_VALUE - 7, "a", List.of()),
        arguments("29223372036854775807[\"a\"]", "/", Long.MAX_VALUE, "a", List.of()),
        arguments("29223372036854775808[\"a\"]", "/", Long.MAX_VALUE, "a", List.of()),
        // names
        arguments("2[\"error\"]", "/", none, "error", List.of()),
        arguments("2[\"connection\"]", "/", none, "connection", List.of()),
        arguments("2[\"message\"]", "/", none, "message", List.of()),
        arguments("2[\"Connect\"]", "/", none, "Connect", List.of()),
        arguments("2[\"\"]", "/", none, "", List.of()),
        arguments("2[\"a\\n\\u00e9😀\"]", "/", none, "a\né😀", List.of()),
        arguments("2[\"__proto__\"]", "/", none, "__proto__", List.of()),
        arguments("2[1]", "/", none, "1", List.of()),
        arguments("2[1.5]", "/", none, "1.5", List.of()),
        arguments("2[-1,2]", "/", none, "-1", List.of("2")),
        // what looks like a placeholder is data in a packet without attachments
        arguments(
            "2[\"a\",{\"_placeholder\":true,\"num\":9}]",
            "/",
            none,
            "a",
            List.of("{\"_placeholder\":true,\"num\":9}")));
  }

  @ParameterizedTest
  @MethodSource("events")
  void text_event_nameAndArguments(
      String text, String namespace, long id, String name, List<String> args) {
    Event event = (Event) decode(text);

    assertThat(event.type()).isEqualTo(SocketPacketType.EVENT);
    assertThat(event.namespace()).isEqualTo(namespace);
    assertThat(event.ackId()).isEqualTo(id);
    assertThat(event.event()).isEqualTo(name);
    assertThat(jsonOf(event.args())).isEqualTo(args);
    assertThat(event.args().array()).isEqualTo(text.substring(text.indexOf('[')).strip());
    assertThat(event.args().attachments()).isEmpty();
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> event.args().json(-1));
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> event.args().json(args.size()));
  }

  static Stream<Arguments> acks() {
    return Stream.of(
        arguments("37[]", "/", 7L, List.of()),
        arguments("30[\"A\",\"B\"]", "/", 0L, List.of("\"A\"", "\"B\"")),
        arguments("3/b,12[{\"x\":1}]", "/b", 12L, List.of("{\"x\":1}")),
        arguments("37[\"disconnect\"]", "/", 7L, List.of("\"disconnect\"")),
        arguments("3[null]", "/", SocketPacket.NO_ACK, List.of("null"))); // unknown id
  }

  @ParameterizedTest
  @MethodSource("acks")
  void text_ack_idAndArguments(String text, String namespace, long id, List<String> args) {
    Ack ack = (Ack) decode(text);

    assertThat(ack.type()).isEqualTo(SocketPacketType.ACK);
    assertThat(ack.namespace()).isEqualTo(namespace);
    assertThat(ack.ackId()).isEqualTo(id);
    assertThat(jsonOf(ack.args())).isEqualTo(args);
    assertThatIllegalStateException().isThrownBy(() -> ack.args().event());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // no payload: the reference has a quirk, the protocol says close
        "2",
        "3",
        "2/chat,",
        "2/chat",
        "27",
        "37",
        "2/chat[\"a\"]",
        // not an array with a name
        "2{}",
        "2[]",
        "2[null]",
        "2[{}]",
        "2[[]]",
        "2[true]",
        "2\"a\"",
        "2null",
        "2[\"a\"",
        "2[\"a\"]x",
        "2[\"a\"][\"b\"]",
        "2[{\"toString\":\"a\"}]",
        "2[\"a\\u00\"]",
        // ids
        "2-1[\"a\"]",
        "2abc[\"a\"]",
        "21.5[\"a\"]",
        "21e3[\"a\"]",
        "2+1[\"a\"]",
        "2chat,[\"a\"]",
        // the reference takes a blank for the id 0: a quirk
        "2 [\"a\"]",
        "2\t[\"a\"]",
        "21 [\"a\"]",
        "2/chat, [\"a\"]",
        "2\u00a0[\"a\"]",
        "2\ufeff[\"a\"]",
        // acknowledgements
        "3{}",
        "37{}",
        "37\"a\"",
        "37null",
        "37[",
        "3/b,x",
        // disconnect has no payload
        "1{}",
        "1[]",
        "1{\"a\":1}",
        "1x",
        "1 ",
        // connect has none or an object
        "0[]",
        "0\"x\"",
        "0null",
        "01[]",
        "0true",
        "0{",
        "0{}x",
        "0 {}",
        "0x",
        "0/a,[]",
        "0{\"a\"}",
        // non-ASCII digits are not digits
        "2\u0661[\"a\"]",
      })
  void text_badPayload_invalidPayload(String text) {
    assertThat(failure(text).error()).isEqualTo(ProtocolError.INVALID_PAYLOAD);
    assertThat(failure(text)).hasMessage("invalid payload");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "connect",
        "connect_error",
        "disconnect",
        "disconnecting",
        "newListener",
        "removeListener",
        "disc\\u006fnnect",
      })
  void text_reservedName_reservedEvent(String name) {
    assertThat(failure("2[\"" + name + "\",1]").error()).isEqualTo(ProtocolError.RESERVED_EVENT);
    assertThat(failure("51-[\"" + name + "\"]").error()).isEqualTo(ProtocolError.RESERVED_EVENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "7",
        "8[\"a\"]",
        "9",
        "a",
        "[\"a\"]",
        "/",
        " 2[\"a\"]",
        "-1",
        "\u0662[\"a\"]",
        // only a server sends these
        "4",
        "4{\"message\":\"x\"}",
        "4/b,{}",
        "4\"x\"",
      })
  void text_unknownType_unknownPacketType(String text) {
    assertThat(failure(text).error()).isEqualTo(ProtocolError.UNKNOWN_PACKET_TYPE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5",
        "51",
        "5-[\"a\"]",
        "50-[\"a\"]",
        "500-[\"a\"]",
        "5-1-[\"a\"]",
        "51.5-[\"a\"]",
        "51.0-[\"a\"]",
        "5x-[\"a\"]",
        "5NaN-[\"a\"]",
        "5[\"a\"]",
        "5/b,1-[\"a\"]",
        "5 1-[\"a\"]",
        "5+1-[\"a\"]",
        "50x1-[\"a\"]",
        "51_-[\"a\"]",
        "5Infinity-[\"a\"]",
        "6[]",
        "60-[]",
        // the reference takes this for 1: a quirk
        "51e0-[\"a\"]",
      })
  void text_badCount_illegalAttachments(String text) {
    assertThat(failure(text).error()).isEqualTo(ProtocolError.ILLEGAL_ATTACHMENTS);
    assertThat(decoder.isPending()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"511-[\"a\"]", "699-7[]", "5123456789012345678901234567890-[\"a\"]"})
  void text_countAboveLimit_tooManyAttachments(String text) {
    assertThat(failure(text).error()).isEqualTo(ProtocolError.TOO_MANY_ATTACHMENTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"510-[\"a\"]", "5010-[\"a\"]", "610-7[]"})
  void text_countAtLimit_attachmentsAwaited(String text) {
    assertThat(decoder.text(text)).isEmpty();
    for (int i = 0; i < 9; i++) {
      assertThat(decoder.binary(new byte[0])).isEmpty();
    }
    assertThat(decoder.isPending()).isTrue();
    assertThat(decoder.binary(new byte[0])).isPresent();
    assertThat(decoder.isPending()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "52-[\"a\",{\"_placeholder\":true,\"num\":2}]",
        "52-[\"a\",{\"_placeholder\":true,\"num\":-1}]",
        "52-[\"a\",{\"_placeholder\":true,\"num\":\"1\"}]",
        "52-[\"a\",{\"_placeholder\":true}]",
        "52-[\"a\",[{\"b\":{\"_placeholder\":true,\"num\":7}}]]",
        "62-7[{\"_placeholder\":true,\"num\":2}]",
        // the reference delivers undefined for this: a quirk
        "52-[\"a\",{\"_placeholder\":true,\"num\":0.5}]",
      })
  void text_placeholderPointsNowhere_illegalAttachments(String text) {
    assertThat(failure(text).error()).isEqualTo(ProtocolError.ILLEGAL_ATTACHMENTS);
    assertThat(decoder.isPending()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "51-",
        "51-{}",
        "51-[]",
        "51-[{\"_placeholder\":true,\"num\":0}]",
        "51-[\"a\"",
        "51- [\"a\"]",
        "61-7",
        "61-7{}",
        "61-/b,7",
      })
  void text_badBinaryPayload_invalidPayload(String text) {
    assertThat(failure(text).error()).isEqualTo(ProtocolError.INVALID_PAYLOAD);
  }

  @Test
  void binary_lastAttachment_event() {
    byte[] first = {1};
    byte[] second = {2, 3};
    String array =
        "[\"b\",{\"_placeholder\":true,\"num\":1},[{\"k\":{\"num\":0,\"_placeholder\":true}}]]";

    assertThat(decoder.isPending()).isFalse();
    assertThat(decoder.text("52-/x,3" + array)).isEmpty();
    assertThat(decoder.isPending()).isTrue();
    assertThat(decoder.binary(first)).isEmpty();
    Event event = (Event) decoder.binary(second).orElseThrow();

    assertThat(decoder.isPending()).isFalse();
    assertThat(event.type()).isEqualTo(SocketPacketType.EVENT);
    assertThat(event.namespace()).isEqualTo("/x");
    assertThat(event.ackId()).isEqualTo(3);
    assertThat(event.event()).isEqualTo("b");
    assertThat(event.args().array()).isEqualTo(array);
    assertThat(event.args().size()).isEqualTo(2);
    assertThat(event.args().attachments()).hasSize(2);
    assertThat(event.args().attachments().get(0)).isSameAs(first);
    assertThat(event.args().attachments().get(1)).isSameAs(second);
  }

  @Test
  void binary_lastAttachment_ack() {
    assertThat(decoder.text("61-7[\"r1\",{\"_placeholder\":true,\"num\":0}]")).isEmpty();
    Ack ack = (Ack) decoder.binary(new byte[] {9}).orElseThrow();

    assertThat(ack.type()).isEqualTo(SocketPacketType.ACK);
    assertThat(ack.ackId()).isEqualTo(7);
    assertThat(ack.args().json(0)).isEqualTo("\"r1\"");
    assertThat(ack.args().attachments()).containsExactly(new byte[] {9});
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "51-[\"a\"]", // never referenced
        "51-[\"a\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":0}]", // twice
        "51-[\"a\",{\"_placeholder\":false,\"num\":9}]",
        "51-[\"a\",{\"_placeholder\":1,\"num\":9}]",
        "501-[1]",
      })
  void binary_oddReferences_accepted(String text) {
    assertThat(decoder.text(text)).isEmpty();
    assertThat(decoder.binary(new byte[1])).isPresent();
  }

  @Test
  void binary_nonePending_unexpectedBinary() {
    ProtocolException failure =
        catchThrowableOfType(ProtocolException.class, () -> decoder.binary(new byte[1]));

    assertThat(failure.error()).isEqualTo(ProtocolError.UNEXPECTED_BINARY);
  }

  @Test
  void binary_oneTooMany_unexpectedBinary() {
    decoder.text("51-[\"a\"]");
    decoder.binary(new byte[1]);

    ProtocolException failure =
        catchThrowableOfType(ProtocolException.class, () -> decoder.binary(new byte[1]));

    assertThat(failure.error()).isEqualTo(ProtocolError.UNEXPECTED_BINARY);
  }

  @Test
  void text_whileAttachmentsArePending_unexpectedText() {
    decoder.text("52-[\"a\"]");
    decoder.binary(new byte[1]);

    assertThat(failure("2[\"b\"]").error()).isEqualTo(ProtocolError.UNEXPECTED_TEXT);
    assertThat(decoder.isPending()).isFalse();
  }

  @Test
  void text_afterBinaryPacket_nextPacket() {
    decoder.text("51-[\"a\"]");
    decoder.binary(new byte[1]);

    Optional<SocketPacket> next = decoder.text("2[\"b\"]");

    assertThat(next).get().isInstanceOf(Event.class);
  }

  @Test
  void toString_ofArguments_notTheirContent() {
    assertThat(decode("2[\"a\",\"secret\"]").toString())
        .contains("1 arguments")
        .doesNotContain("secret");
    assertThat(decode("37[\"secret\"]").toString())
        .contains("1 arguments")
        .doesNotContain("secret");
  }
}
