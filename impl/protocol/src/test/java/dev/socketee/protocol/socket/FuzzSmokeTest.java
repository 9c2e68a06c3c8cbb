package dev.socketee.protocol.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.protocol.ProtocolException;
import dev.socketee.protocol.engine.EnginePacket;
import dev.socketee.protocol.engine.EnginePacket.BinaryMessage;
import dev.socketee.protocol.engine.EnginePacket.TextMessage;
import dev.socketee.protocol.engine.Payload;
import dev.socketee.protocol.engine.PayloadCodec;
import dev.socketee.protocol.json.JsonText;
import dev.socketee.protocol.socket.SocketPacket.Event;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a peer sends ends in packets or in a {@link ProtocolException}, in linear time. */
@DisplayName("1.16 and 6: decode failures never escape")
class FuzzSmokeTest {

  private static final int INPUTS = 200_000;
  private static final int MEGABYTE = 1_000_000;
  private static final String SEPARATOR = "\u001e";

  private static final List<String> CORPUS =
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

  private static final List<String> PIECES =
      List.of(
          "0",
          "1",
          "4",
          "5",
          "6",
          "9",
          "99999999999999999999",
          "-",
          "/",
          ",",
          "[",
          "]",
          "{",
          "}",
          "\"",
          ":",
          ".",
          "e",
          "+",
          " ",
          "\n",
          "\\",
          "\\u0041",
          "\\u",
          "true",
          "null",
          "b",
          SEPARATOR,
          "_placeholder",
          "num",
          "{\"_placeholder\":true,\"num\":1}",
          "\u0000",
          "é",
          "\ud83d",
          "\ude00",
          "\ufeff",
          "disconnect");

  @Test
  void decode_mutatedInput_onlyProtocolExceptions() {
    Random random = new Random(20260101);
    int accepted = 0;
    for (int i = 0; i < INPUTS; i++) {
      String body = mutate(CORPUS.get(random.nextInt(CORPUS.size())), random);
      try {
        accepted += receive(body);
      } catch (ProtocolException expected) {
        assertThat(expected.getMessage()).isNotEmpty();
      } catch (RuntimeException escaped) {
        throw new AssertionError("escaped for " + JsonText.quote(body), escaped);
      }
    }
    // else the mutations are too wild to reach anything behind the first check
    assertThat(accepted).isGreaterThan(INPUTS / 20);
  }

  /** All layers, as a server would; what is accepted has to be consistent in itself. */
  private static int receive(String body) {
    Payload payload = PayloadCodec.decode(body, PayloadCodec.DEFAULT_MAX_PACKETS);
    SocketPacketDecoder decoder = new SocketPacketDecoder(DecoderLimits.DEFAULT);
    int packets = 0;
    for (EnginePacket packet : payload.packets()) {
      Optional<SocketPacket> decoded = Optional.empty();
      if (packet instanceof TextMessage text) {
        decoded = decoder.text(text.data());
      } else if (packet instanceof BinaryMessage binary) {
        decoded = decoder.binary(binary.data());
      }
      if (decoded.isPresent()) {
        packets++;
        assertThat(decoded.get().namespace()).startsWith("/");
        if (decoded.get() instanceof Event event) {
          assertThat(EventNames.isReserved(event.event())).isFalse();
          for (int i = 0; i < event.args().size(); i++) {
            assertThat(event.args().json(i)).isNotBlank();
          }
        }
      }
    }
    return packets;
  }

  private static String mutate(String seed, Random random) {
    StringBuilder text = new StringBuilder(seed);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(text.length() + 1);
      String piece = PIECES.get(random.nextInt(PIECES.size()));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
        case 1 -> text.insert(at, piece);
        case 2 -> text.replace(at, Math.min(text.length(), at + 1), piece);
        default -> text.insert(at, text.substring(random.nextInt(at + 1), at));
      }
    }
    return text.toString();
  }

  /** Quadratic time would be minutes for each of these. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "42[|[|",
        "42|[|",
        "42[\"a\",|[],|1]",
        "42[\"a\",|{\"a\":|",
        "42[\"a\",|{\"a\":1},|1]",
        "42[\"|a|\"]",
        "42[\"|\\\\|\"]",
        "42[\"a\",\"|\\\"|\"]",
        "42[\"|\\u0041|\"]",
        "42[1|1|]",
        "42[\"a\",1e|9|]",
        "42|9|[\"a\"]",
        "45|9|-[\"a\"]",
        "45|0|1-[\"a\"]",
        "42/|a|,[\"a\"]",
        "42/|/|",
        "42[\"a\"]| |",
        "42[| |\"a\"]",
        "451-[\"a\",|{\"_placeholder\":true,\"num\":0},|1]",
        "451-[\"a\",|{\"numbers\":0},|1]",
        "451-[\"a\",{|\"\\u005fplaceholder\":1,|\"a\":1}]",
        "451-[\"a\",{\"num\":|9|}]",
        "451-[\"|\\\\|\"]",
        "|\u001e|",
        "2|\u001e2|",
        "|b|",
        "b|=|",
        "b|!|",
        "b|A|",
        "|4\ud83d\u001e|4",
      })
  @Timeout(value = 5, unit = TimeUnit.SECONDS)
  void decode_megabyteOfOneThing_linearTime(String pattern) {
    String[] parts = pattern.split("\\|", -1);
    String body = parts[0] + parts[1].repeat(MEGABYTE / parts[1].length()) + parts[2];

    int packets;
    try {
      packets = receive(body);
    } catch (ProtocolException refused) {
      packets = 0;
    }

    assertThat(packets).isBetween(0, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
  void decode_nestedAHundredThousandLevels_tooDeep(String level) {
    SocketPacketDecoder decoder =
        new SocketPacketDecoder(new DecoderLimits(10, Integer.MAX_VALUE, 10, 10));
    String nested = "2[\"a\"," + level.repeat(100_000);

    assertThat(catching(() -> decoder.text(nested))).isEqualTo("invalid payload");
    assertThat(catching(() -> receive("4" + nested))).isEqualTo("nested too deeply");
  }

  private static String catching(Runnable action) {
    try {
      action.run();
      return "nothing";
    } catch (ProtocolException failure) {
      return String.valueOf(failure.getMessage());
    }
  }
}
