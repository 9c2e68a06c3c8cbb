package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Reference 2.9, yeast. */
class OffsetsTest {

  private final AtomicLong clock = new AtomicLong(1_700_000_000_000L);
  private final Offsets offsets = new Offsets(clock::get);

  @Test
  void next_newTime_isTheTimeInBase64() {
    assertThat(Offsets.encode(0)).isEqualTo("0");
    assertThat(Offsets.encode(63)).isEqualTo("_");
    assertThat(Offsets.encode(64)).isEqualTo("10");
    assertThat(offsets.next()).isEqualTo(Offsets.encode(1_700_000_000_000L)).hasSize(7);
  }

  @Test
  void next_sameTime_isCounted() {
    String first = offsets.next();

    assertThat(offsets.next()).isEqualTo(first + ".0");
    assertThat(offsets.next()).isEqualTo(first + ".1");
    clock.incrementAndGet();
    assertThat(offsets.next()).doesNotContain(".").isNotEqualTo(first);
    clock.decrementAndGet();
    assertThat(offsets.next()).endsWith(".0");
  }
}
