package dev.socketee.protocol.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("1.1 Engine.IO v4 packets: base64 decoding is lenient in Node")
class LenientBase64Test {

  /** What {@code Buffer.from(text, "base64").toString("hex")} answers in Node 20. */
  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "'',''",
        "YWJj,616263",
        "YWI=,6162",
        "YQ==,61",
        "YWI,6162",
        "YQ,61",
        "Y,''",
        "YWJjZ,616263",
        "-_-_,fbffbf",
        "+/+/,fbffbf",
        "YWJj!ZGVm,616263646566",
        "YW I=,6162",
        "'YW\nI=',6162",
        "YQ==Yg==,61",
        "YQ===,61",
        "=YQ==,''",
        "!!,''",
      })
  void decode_anyText_asNode(String text, String hex) {
    assertThat(HexFormat.of().formatHex(LenientBase64.decode(text, 0))).isEqualTo(hex);
  }

  @Test
  void decode_charactersBeyondAscii_skipped() {
    assertThat(LenientBase64.decode("Y\u0159W\ud83d\ude00Jj", 0)).asString().isEqualTo("abc");
  }

  @Test
  void decode_whatTheJdkEncoded_sameBytes() {
    Random random = new Random(1);
    for (int length = 0; length < 100; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);

      String base64 = Base64.getEncoder().encodeToString(bytes);

      assertThat(LenientBase64.decode("b" + base64, 1)).isEqualTo(bytes);
    }
  }
}
