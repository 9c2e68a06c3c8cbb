package dev.socketee.protocol.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.protocol.ProtocolException;
import dev.socketee.protocol.engine.EnginePacket;
import dev.socketee.protocol.engine.EnginePacket.BinaryMessage;
import dev.socketee.protocol.engine.EnginePacket.TextMessage;
import dev.socketee.protocol.engine.Payload;
import dev.socketee.protocol.engine.PayloadCodec;
import dev.socketee.protocol.socket.SocketPacket.Event;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a peer sends is decoded, or refused, in linear time and without recursion. */
@DisplayName("6: linear scanning (CVE-2020-36049)")
class DecodingCostTest {

  private static final int MEGABYTE = 1_000_000;

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
