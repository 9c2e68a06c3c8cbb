package dev.socketee.protocol.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.socketee.protocol.ProtocolError;
import dev.socketee.protocol.ProtocolException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("6 Security checklist: every size, count and depth has a limit; at it and past it")
class DecoderLimitsTest {

  /** 2 attachments of together 5 bytes, depth 3, namespaces of 4 characters. */
  private final SocketPacketDecoder decoder =
      new SocketPacketDecoder(new DecoderLimits(2, 3, 5, 4));

  private ProtocolException failure(String text) {
    return catchThrowableOfType(ProtocolException.class, () -> decoder.text(text));
  }

  private ProtocolException failure(byte[] attachment) {
    return catchThrowableOfType(ProtocolException.class, () -> decoder.binary(attachment));
  }

  @Test
  void defaults_areTheDocumented() {
    assertThat(DecoderLimits.DEFAULT).isEqualTo(new DecoderLimits(10, 256, 10_000_000, 1024));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 1, 0, 1, maxAttachments must be at least 0",
    "0, 0, 0, 1, maxDepth must be at least 1",
    "0, 1, -1, 1, maxAttachmentBytes must be at least 0",
    "0, 1, 0, 0, maxNamespaceLength must be at least 1",
  })
  void constructor_impossibleLimit_illegalArgument(
      int attachments, int depth, long bytes, int namespace, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DecoderLimits(attachments, depth, bytes, namespace))
        .withMessageStartingWith(message);
  }

  @Test
  void attachments_atLimit_accepted() {
    assertThat(decoder.text("52-[\"a\"]")).isEmpty();
  }

  @Test
  void attachments_pastLimit_tooManyAttachments() {
    assertThat(failure("53-[\"a\"]").error()).isEqualTo(ProtocolError.TOO_MANY_ATTACHMENTS);
  }

  @Test
  void attachments_limitZero_everyBinaryPacketRefused() {
    SocketPacketDecoder none = new SocketPacketDecoder(new DecoderLimits(0, 3, 5, 4));

    ProtocolException failure =
        catchThrowableOfType(ProtocolException.class, () -> none.text("51-[\"a\"]"));

    assertThat(failure.error()).isEqualTo(ProtocolError.TOO_MANY_ATTACHMENTS);
  }

  @Test
  void depth_atLimit_accepted() {
    assertThat(decoder.text("2[\"a\",{\"b\":[]}]")).isPresent();
    assertThat(decoder.text("37[{\"b\":[]}]")).isPresent();
    assertThat(decoder.text("0{\"a\":{\"b\":[]}}")).isPresent();
    assertThat(decoder.text("51-[\"a\",{\"b\":[]}]")).isEmpty();
  }

  @Test
  void depth_pastLimit_tooDeep() {
    assertThat(failure("2[\"a\",{\"b\":[{}]}]").error()).isEqualTo(ProtocolError.TOO_DEEP);
    assertThat(failure("37[{\"b\":[[]]}]").error()).isEqualTo(ProtocolError.TOO_DEEP);
    assertThat(failure("0{\"a\":{\"b\":[{}]}}").error()).isEqualTo(ProtocolError.TOO_DEEP);
    assertThat(failure("51-[\"a\",{\"b\":[{}]}]").error()).isEqualTo(ProtocolError.TOO_DEEP);
  }

  @Test
  void attachmentBytes_atLimit_accepted() {
    decoder.text("52-[\"a\"]");

    assertThat(decoder.binary(new byte[2])).isEmpty();
    assertThat(decoder.binary(new byte[3])).isPresent();
  }

  @Test
  void attachmentBytes_pastLimitTogether_tooLarge() {
    decoder.text("52-[\"a\"]");
    decoder.binary(new byte[2]);

    ProtocolException failure = failure(new byte[4]);

    assertThat(failure.error()).isEqualTo(ProtocolError.ATTACHMENTS_TOO_LARGE);
    assertThat(failure).hasMessage("attachments too large");
    assertThat(decoder.isPending()).isFalse();
  }

  @Test
  void attachmentBytes_nextPacket_countedAnew() {
    decoder.text("51-[\"a\"]");
    decoder.binary(new byte[5]);
    decoder.text("51-[\"a\"]");

    assertThat(decoder.binary(new byte[5])).isPresent();
  }

  @Test
  void namespace_atLimit_accepted() {
    assertThat(decoder.text("0/abc,")).isPresent();
    assertThat(decoder.text("0/abc")).isPresent();
  }

  @Test
  void namespace_pastLimit_tooLarge() {
    assertThat(failure("0/abcd,").error()).isEqualTo(ProtocolError.NAMESPACE_TOO_LONG);
    assertThat(failure("2/abcd,[\"a\"]")).hasMessage("namespace too long");
  }
}
