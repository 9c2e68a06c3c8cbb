package dev.socketee.server;

import java.time.Duration;

/** How long an application may have something waited for: as long as it likes. */
final class Waits {

  /**
   * Some hundred years. Timers count in nanoseconds, of which a {@code long} has room for 292
   * years; half of that has to be left, because points in time are compared by their difference.
   */
  static final Duration LONGEST = Duration.ofDays(36_500);

  private Waits() {}

  /** The same, or the longest time that a timer can count. */
  static Duration bounded(Duration time) {
    return time.compareTo(LONGEST) > 0 ? LONGEST : time;
  }

  /**
   * A time-out, {@linkplain #bounded bounded}.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  static Duration timeout(Duration time) {
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("A time-out must be positive, is " + time);
    }
    return bounded(time);
  }
}
