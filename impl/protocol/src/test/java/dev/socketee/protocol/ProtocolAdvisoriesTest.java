package dev.socketee.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.socketee.protocol.engine.PayloadCodec;
import dev.socketee.protocol.msgpack.MsgpackPacketDecoder;
import dev.socketee.protocol.socket.DecoderLimits;
import dev.socketee.protocol.socket.SocketPacketDecoder;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What has gone wrong in other implementations, as far as codecs are concerned (reference 6). The
 * engine's part is in {@code EngineAdvisoriesTest}, the server's in {@code ServerAdvisoriesTest},
 * that of the container's binding in {@code JakartaAdvisoriesTest}.
 */
@DisplayName("6 security checklist: codecs")
class ProtocolAdvisoriesTest {

  private static final DecoderLimits LIMITS = DecoderLimits.DEFAULT;
  private static final int MEGABYTE = 1_000_000;

  private static ProtocolError refused(String packet) {
    return catchThrowableOfType(
            ProtocolException.class, () -> new SocketPacketDecoder(LIMITS).text(packet))
        .error();
  }

  private static ProtocolError refusedMessagePack(String hex) {
    byte[] message = HexFormat.of().parseHex(hex);
    return catchThrowableOfType(
            ProtocolException.class, () -> MsgpackPacketDecoder.decode(message, LIMITS))
        .error();
  }

  /** CVE-2020-36049: quadratic concatenation while a long packet was parsed. */
  @ParameterizedTest
  @ValueSource(strings = {"2[\"|a|\"]", "5|1|-[\"a\"]", "2/|a|,[\"a\"]", "2|1|[\"a\"]"})
  @Timeout(value = 5, unit = TimeUnit.SECONDS)
  void cve_2020_36049_longPackets_takeLinearTime(String pattern) {
    String[] parts = pattern.split("\\|", -1);
    String packet = parts[0] + parts[1].repeat(50 * MEGABYTE) + parts[2];
    boolean accepted;
    try {
      accepted = new SocketPacketDecoder(LIMITS).text(packet).isPresent();
    } catch (ProtocolException e) {
      accepted = false;
    }

    assertThat(accepted).isEqualTo(!pattern.contains("-") && !pattern.contains("/"));
  }

  /** CVE-2020-36049, one layer below: payloads of very many packets. */
  @Test
  @Timeout(value = 5, unit = TimeUnit.SECONDS)
  void cve_2020_36049_longPayloads_takeLinearTime() {
    assertThat(PayloadCodec.decode("4a\u001e".repeat(MEGABYTE), 10_000).failure()).isNotNull();
  }

  /** CVE-2022-2421: a placeholder whose number was no index reached into the attachments. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"splice\"",
        "\"__proto__\"",
        "\"0\"",
        "-1",
        "1",
        "0.5",
        "1e0",
        "null",
        "[0]",
        "{}",
        "true"
      })
  void cve_2022_2421_placeholderWithoutIndex_refused(String num) {
    assertThat(refused("51-[\"a\",{\"_placeholder\":true,\"num\":" + num + "}]"))
        .isEqualTo(ProtocolError.ILLEGAL_ATTACHMENTS);
  }

  /** CVE-2022-2421: nor may there be none. */
  @Test
  void cve_2022_2421_placeholderWithoutNumber_refused() {
    assertThat(refused("51-[\"a\",{\"_placeholder\":true}]"))
        .isEqualTo(ProtocolError.ILLEGAL_ATTACHMENTS);
  }

  /** CVE-2022-2421, with the parser that has bytes inline, beside which one could be feigned. */
  @Test
  void cve_2022_2421_feignedPlaceholderInMessagePack_refused() {
    String event = "83a47479706502a36e7370a12fa464617461";
    assertThat(
            refusedMessagePack(
                event + "93a161c4010182ac5f706c616365686f6c646572c3a36e756da673706c696365"))
        .isEqualTo(ProtocolError.ILLEGAL_ATTACHMENTS);
  }

  /** CVE-2023-32695: an object for the name of an event crashed the server. */
  @ParameterizedTest
  @ValueSource(
      strings = {"2[{\"toString\":\"rekt\"}]", "2[null]", "2[[\"a\"]]", "2[true]", "2[]", "2{}"})
  void cve_2023_32695_nameOfEventThatIsNone_refused(String packet) {
    assertThat(refused(packet)).isEqualTo(ProtocolError.INVALID_PAYLOAD);
  }

  /** CVE-2023-32695, with the parser that checks less in the reference. */
  @ParameterizedTest
  @ValueSource(strings = {"9181a161c0", "91c0", "9190", "91c3", "90", "80"})
  void cve_2023_32695_nameOfEventThatIsNoneInMessagePack_refused(String data) {
    assertThat(refusedMessagePack("83a47479706502a36e7370a12fa464617461" + data))
        .isEqualTo(ProtocolError.INVALID_PAYLOAD);
  }

  /** CVE-2026-33151: any number of attachments was awaited, and kept. */
  @Test
  void cve_2026_33151_tooManyAttachments_refused() {
    assertThat(refused("511-[\"a\"]")).isEqualTo(ProtocolError.TOO_MANY_ATTACHMENTS);
    assertThat(refused("599999999999999999999-[\"a\"]"))
        .isEqualTo(ProtocolError.TOO_MANY_ATTACHMENTS);
  }

  /** CVE-2026-33151: a bound on their number is none on their size. */
  @Test
  void cve_2026_33151_tooLargeAttachments_refused() {
    SocketPacketDecoder decoder = new SocketPacketDecoder(new DecoderLimits(10, 10, 5, 10));
    assertThat(decoder.text("52-[\"a\"]")).isEmpty();
    assertThat(decoder.binary(new byte[3])).isEmpty();

    assertThat(
            catchThrowableOfType(ProtocolException.class, () -> decoder.binary(new byte[3]))
                .error())
        .isEqualTo(ProtocolError.ATTACHMENTS_TOO_LARGE);
    assertThat(decoder.isPending()).as("what was held is released").isFalse();
  }

  /** CVE-2026-69185: an announcement of no attachments left a buffer that never completed. */
  @ParameterizedTest
  @ValueSource(strings = {"50-[\"a\"]", "500-[\"a\"]", "5-[\"a\"]", "60-1[]", "5-1-[\"a\"]"})
  void cve_2026_69185_noAttachmentsAnnounced_refused(String packet) {
    assertThat(refused(packet)).isEqualTo(ProtocolError.ILLEGAL_ATTACHMENTS);
  }

  /** Not an advisory, but the reference's 20,000 levels would be a stack overflow here. */
  @Test
  void depth_beyondTheLimit_refusedWithoutRecursion() {
    assertThat(refused("2[\"a\"," + "[".repeat(MEGABYTE))).isEqualTo(ProtocolError.TOO_DEEP);
    assertThat(refused("0" + "{\"a\":".repeat(MEGABYTE))).isEqualTo(ProtocolError.TOO_DEEP);
  }
}
