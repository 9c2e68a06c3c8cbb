package dev.socketee.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ids of sessions and sockets. Source: reference 1.4 ({@code sid}), 6 (CVE-2017-16031). */
class IdGeneratorTest {

  @Test
  void next_manyTimes_isUniqueAndUrlSafeAndOfTwentyCharacters() {
    IdGenerator ids = new IdGenerator();
    Set<String> seen = new HashSet<>();

    for (int i = 0; i < 10_000; i++) {
      String id = ids.next();
      assertThat(id).hasSize(20).matches("[A-Za-z0-9_-]{20}");
      assertThat(seen.add(id)).as("%s is new", id).isTrue();
    }
  }

  @Test
  void label_isTheFirstFourCharacters_butNoMoreThanAQuarter() {
    assertThat(IdGenerator.label("abcdefghijklmnopqrst")).isEqualTo("abcd…");
    assertThat(IdGenerator.label("x".repeat(100))).isEqualTo("xxxx…");
    assertThat(IdGenerator.label("abcdefgh")).isEqualTo("ab…");
    assertThat(IdGenerator.label("a")).isEqualTo("…");
  }

  @Test
  void next_inEachOfItsBits_isRandom() {
    IdGenerator ids = new IdGenerator();
    byte[] ones = new byte[15];
    byte[] zeros = new byte[15];

    // A constant bit, such as of a counter or a version, would survive 200 ids.
    for (int i = 0; i < 200; i++) {
      byte[] id = Base64.getUrlDecoder().decode(ids.next());
      for (int b = 0; b < id.length; b++) {
        ones[b] |= id[b];
        zeros[b] |= (byte) ~id[b];
      }
    }

    assertThat(ones).containsOnly(0xff);
    assertThat(zeros).containsOnly(0xff);
  }
}
