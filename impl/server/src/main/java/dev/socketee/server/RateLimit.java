package dev.socketee.server;

import dev.socketee.engine.Timer;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * So many events at once, and then as many a second, evenly spread. It is the generic cell rate
 * algorithm: all that it keeps is the time at which the events so far would have been due.
 * Thread-safe.
 */
final class RateLimit {

  private static final long SECOND = 1_000_000_000L;

  private final long interval;

  /** How far ahead of time an event may be: by all the others that may come at once. */
  private final long tolerance;

  private final AtomicLong due;

  /**
   * A limit that nothing has been counted by.
   *
   * @param perSecond events, at least 1
   * @param now the time in nanoseconds, of a clock that may start anywhere
   */
  RateLimit(int perSecond, long now) {
    interval = SECOND / perSecond;
    tolerance = interval * (perSecond - 1L);
    due = new AtomicLong(now);
  }

  /**
   * One for so many a second, or {@code null} if there is no limit.
   *
   * @param perSecond events; {@link ServerOptions#UNLIMITED} for any number
   */
  static @Nullable RateLimit of(int perSecond, Timer timer) {
    return perSecond == ServerOptions.UNLIMITED ? null : new RateLimit(perSecond, timer.nanoTime());
  }

  /** Counts an event; answers whether it is within the limit. */
  boolean admits(long now) {
    while (true) {
      long before = due.get();
      long start = before - now > 0 ? before : now;
      if (start - now > tolerance) {
        return false;
      }
      if (due.compareAndSet(before, start + interval)) {
        return true;
      }
    }
  }
}
