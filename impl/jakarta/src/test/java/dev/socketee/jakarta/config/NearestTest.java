package dev.socketee.jakarta.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "'', abc, 3",
    "abc, abc, 0",
    "abc, abd, 1",
    "abc, ab, 1",
    "abc, xabc, 1",
    "kitten, sitting, 3",
    "flaw, lawn, 2",
  })
  void distance_ofTwoWords_isTheSameBothWays(String a, String b, int distance) {
    assertThat(Nearest.distance(a, b)).isEqualTo(distance);
    assertThat(Nearest.distance(b, a)).isEqualTo(distance);
  }

  @Test
  void nearest_similar_isTheLeastDifferent() {
    assertThat(Nearest.to("pingg", List.of("pong", "ping", "sing"))).contains("ping");
  }

  @Test
  void nearest_nothingSimilar_isEmpty() {
    assertThat(Nearest.to("abc", List.of("xyz"))).isEmpty();
    assertThat(Nearest.to("abc", List.of())).isEmpty();
  }
}
