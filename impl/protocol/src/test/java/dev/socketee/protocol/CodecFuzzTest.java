package dev.socketee.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.protocol.engine.EngineFrame;
import dev.socketee.protocol.engine.EnginePacket;
import dev.socketee.protocol.engine.EnginePacket.BinaryMessage;
import dev.socketee.protocol.engine.EnginePacket.TextMessage;
import dev.socketee.protocol.engine.LegacyPayloadCodec;
import dev.socketee.protocol.engine.Payload;
import dev.socketee.protocol.engine.PayloadCodec;
import dev.socketee.protocol.json.JsonScanner;
import dev.socketee.protocol.json.JsonText;
import dev.socketee.protocol.json.Placeholders;
import dev.socketee.protocol.msgpack.MsgpackPacketDecoder;
import dev.socketee.protocol.msgpack.MsgpackPacketEncoder;
import dev.socketee.protocol.socket.DecoderLimits;
import dev.socketee.protocol.socket.EncodedPacket;
import dev.socketee.protocol.socket.EventNames;
import dev.socketee.protocol.socket.JsonArguments;
import dev.socketee.protocol.socket.SocketPacket;
import dev.socketee.protocol.socket.SocketPacketDecoder;
import dev.socketee.protocol.socket.SocketPacketEncoder;
import dev.socketee.test.Fuzz;
import dev.socketee.test.Mutations;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Whatever a peer sends, in whatever format, ends in packets that are consistent or in a {@link
 * ProtocolException}; CONTRIBUTING says how to run it for longer.
 */
@DisplayName("6: decode failures never escape")
class CodecFuzzTest {

  private static final int INPUTS = 20_000;

  private static final List<String> PACKETS =
      List.of(
          "2",
          "2probe",
          "5",
          "40",
          "40{\"token\":\"abc\"}",
          "40/admin,{\"a\":[1,{\"b\":null}]}",
          "41/b,",
          "42[\"a\"]",
          "42/chat,7[\"message\",{\"text\":\"hi \\u00e9 \\n\",\"n\":-1.5e3}]",
          "420[\"a\",true,false,null]",
          "43/b,12[]",
          "451-[\"b\",{\"_placeholder\":true,\"num\":0}]\u001ebAQID",
          "452-/x,3[\"b\",{\"num\":1,\"_placeholder\":true},[{}]]\u001ebAQ==\u001eb",
          "461-7[\"r1\",{\"_placeholder\":true,\"num\":0}]\u001ebAQID",
          "42[1.5,\"x\"]",
          "44{\"message\":\"x\"}");

  private static final List<String> LEGACY =
      List.of(
          "2:40",
          "1:2",
          "6:4hello2:4€",
          "10:42[\"é\",1]2:41",
          "41:451-[\"b\",{\"_placeholder\":true,\"num\":0}]6:b4AQID",
          "6:2probe1:5");

  private static final List<String> MESSAGE_PACK =
      List.of(
          "84a47479706502a36e7370a12fa46461746193a568656c6c6f01c4020102a2696403",
          "84a47479706503a36e7370a22f78a46461746190a2696400",
          "82a47479706501a36e7370a12f",
          "83a47479706500a36e7370a12fa76f7074696f6e7381a8636f6d7072657373c3",
          "83a47479706500a36e7370a62f61646d696ea46461746181a5746f6b656ea3616263",
          "85a2696407a46461746193a1619080a36e7370a22f62a47479706502a76f7074696f6e7382a8636f6d707265"
              + "7373c3a178920181a179c0",
          "83a47479706502a36e7370a12fa46461746195a164d7000000000000000000d700ffffffffffffffffd70000"
              + "00018bcfe5687bd700001eb208c2dc0000",
          "83a47479706502a36e7370a12fa46461746193a175d4000082a161d40000a16201",
          "83a47479706502a36e7370a12fa46461746193a161c4010182ac5f706c616365686f6c646572c3a36e756d00",
          "83a47479706502a36e7370a12fa46461746194a162c70000c70300010203c40109",
          "83a47479706502a36e7370a12fa464617461dc0008a16eccffcdffffcb3ff8000000000000ca3fc00000cf0000"
              + "000100000000d3ffe0000000000001d2ffff7fff");

  @Test
  void payloads_mutated_onlyProtocolExceptions() {
    Fuzz fuzz =
        Fuzz.of("payload 4 and packets", INPUTS)
            .run(
                random ->
                    read(PayloadCodec.decode(Mutations.of(pick(PACKETS, random), random), 100)));

    getsSomewhere(fuzz);
  }

  @Test
  void legacyPayloadsOfText_mutated_onlyProtocolExceptions() {
    Fuzz fuzz =
        Fuzz.of("payload 3, text", INPUTS)
            .run(
                random ->
                    read(
                        LegacyPayloadCodec.decodeText(
                            Mutations.of(pick(LEGACY, random), random), 100)));

    getsSomewhere(fuzz);
  }

  @Test
  void legacyPayloadsOfBytes_mutated_onlyProtocolExceptions() {
    List<byte[]> valid =
        List.of(
            LegacyPayloadCodec.encodeBinary(
                List.of(EngineFrame.message("2[\"é\"]"), EngineFrame.message("0"))),
            LegacyPayloadCodec.encodeBinary(
                List.of(
                    EngineFrame.message("51-[\"b\",{\"_placeholder\":true,\"num\":0}]"),
                    EngineFrame.binary(new byte[] {1, 2, 3}))));
    Fuzz fuzz =
        Fuzz.of("payload 3, bytes", INPUTS)
            .run(
                random ->
                    read(
                        LegacyPayloadCodec.decodeBinary(
                            Mutations.of(pick(valid, random), random), 100)));

    getsSomewhere(fuzz);
  }

  @Test
  void messagePack_mutated_onlyProtocolExceptions() {
    List<byte[]> valid = MESSAGE_PACK.stream().map(HexFormat.of()::parseHex).toList();
    Fuzz fuzz =
        Fuzz.of("MessagePack", INPUTS)
            .run(random -> messagePack(Mutations.of(pick(valid, random), random)));

    getsSomewhere(fuzz);
  }

  /** Else the inputs are too wild, and nothing behind the first check is tried. */
  private static void getsSomewhere(Fuzz fuzz) {
    if (fuzz.inputs() >= INPUTS) {
      assertThat(fuzz.accepted()).isGreaterThan(fuzz.inputs() / 50);
    }
  }

  /** What was read can be written and read again, and is the same then. */
  private static int messagePack(byte[] message) {
    SocketPacket packet;
    try {
      packet = MsgpackPacketDecoder.decode(message, DecoderLimits.DEFAULT);
    } catch (ProtocolException expected) {
      return 0;
    }
    isConsistent(packet);
    if (packet instanceof SocketPacket.Event event) {
      JsonArguments args = event.args();
      EncodedPacket written =
          MsgpackPacketEncoder.event(
              event.namespace(), event.ackId(), args.array(), args.attachments());
      SocketPacket.Event again =
          (SocketPacket.Event)
              MsgpackPacketDecoder.decode(written.head().binary(), DecoderLimits.DEFAULT);
      assertThat(again.namespace()).isEqualTo(event.namespace());
      assertThat(again.ackId()).isEqualTo(event.ackId());
      assertThat(again.args().attachments())
          .as(args.array())
          .containsExactlyElementsOf(referenced(args));
    }
    return 1;
  }

  /** A map that looks like a placeholder may be beside them: then it is one, with its bytes. */
  private static List<byte[]> referenced(JsonArguments args) {
    List<byte[]> referenced = new ArrayList<>();
    for (int at = args.array().indexOf('{'); at >= 0; at = args.array().indexOf('{', at + 1)) {
      int index = args.attachments().isEmpty() ? -1 : Placeholders.indexAt(args.array(), at);
      if (index >= 0 && !isInString(args.array(), at)) {
        referenced.add(args.attachments().get(index));
      }
    }
    return referenced;
  }

  private static boolean isInString(String json, int at) {
    boolean inside = false;
    for (int i = 0; i < at; i++) {
      if (json.charAt(i) == '\\') {
        i++;
      } else if (json.charAt(i) == '"') {
        inside = !inside;
      }
    }
    return inside;
  }

  /** Values that JSON-B may write: through MessagePack and back they settle at once. */
  @Test
  void json_anyValid_survivesMessagePack() {
    Fuzz.of("JSON to MessagePack", INPUTS / 2)
        .run(
            random -> {
              String json = "[\"a\"," + value(random, 4) + "]";
              String once = throughMessagePack(json);
              assertThat(throughMessagePack(once)).as(json).isEqualTo(once);
              assertThat(JsonScanner.array(once, 0, 100).size()).isEqualTo(2);
              return 1;
            });
  }

  private static String throughMessagePack(String json) {
    byte[] bytes =
        MsgpackPacketEncoder.event("/", SocketPacket.NO_ACK, json, List.of()).head().binary();
    return ((SocketPacket.Event) MsgpackPacketDecoder.decode(bytes, DecoderLimits.DEFAULT))
        .args()
        .array();
  }

  private static String value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 7)) {
      case 0 -> "null";
      case 1 -> Boolean.toString(random.nextBoolean());
      case 2 -> Integer.toString(random.nextInt() >> random.nextInt(32));
      case 3 -> Long.toString(random.nextLong() >> random.nextInt(64));
      case 4 -> {
        double real = Double.longBitsToDouble(random.nextLong());
        yield Double.isFinite(real) ? Double.toString(real) : "1E400";
      }
      case 5 -> JsonText.quote(Mutations.of("text", random));
      case 6 -> JsonText.quote("x".repeat(random.nextInt(300)));
      case 7 -> {
        List<String> elements = new ArrayList<>();
        for (int i = random.nextInt(5) * random.nextInt(5); i > 0; i--) {
          elements.add(value(random, depth - 1));
        }
        yield "[" + String.join(",", elements) + "]";
      }
      default -> {
        List<String> members = new ArrayList<>();
        for (int i = random.nextInt(5) * random.nextInt(5); i > 0; i--) {
          members.add(
              JsonText.quote(Mutations.of("k" + i, random)) + ":" + value(random, depth - 1));
        }
        yield "{" + String.join(",", members) + "}";
      }
    };
  }

  /** All layers, as a server would. */
  private static int read(Payload payload) {
    SocketPacketDecoder decoder = new SocketPacketDecoder(DecoderLimits.DEFAULT);
    int packets = 0;
    try {
      for (EnginePacket packet : payload.packets()) {
        Optional<SocketPacket> decoded = Optional.empty();
        if (packet instanceof TextMessage text) {
          decoded = decoder.text(text.data());
        } else if (packet instanceof BinaryMessage binary) {
          decoded = decoder.binary(binary.data());
        }
        if (decoded.isPresent()) {
          packets++;
          isConsistent(decoded.get());
        }
      }
    } catch (ProtocolException expected) {
      assertThat(expected.getMessage()).isNotEmpty();
    }
    return packets;
  }

  private static void isConsistent(SocketPacket packet) {
    assertThat(packet.namespace()).startsWith("/").doesNotContain(",");
    if (packet instanceof SocketPacket.Event event) {
      assertThat(EventNames.isReserved(event.event())).isFalse();
      JsonArguments args = event.args();
      for (int i = 0; i < args.size(); i++) {
        assertThat(args.json(i)).isNotBlank();
      }
      JsonScanner.array(args.array(), 0, DecoderLimits.DEFAULT.maxDepth());
      if (!args.attachments().isEmpty()) {
        Placeholders.require(args.array(), args.attachments().size());
      }
      EncodedPacket written =
          SocketPacketEncoder.event(
              event.namespace(), event.ackId(), args.array(), args.attachments());
      assertThat(written.size()).isGreaterThan(args.length());
      assertThat(written.head().text().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
    }
  }

  private static <T> T pick(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
