package dev.socketee.server;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Makes the offsets of stored events, as the reference does by {@code yeast} (reference 2.9): the
 * time in milliseconds, to the base of 64, and a number behind it if there are several at a time.
 * Thread-safe.
 */
final class Offsets {

  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

  private final LongSupplier millis;
  private final ReentrantLock lock = new ReentrantLock();
  private long last = -1;
  private long count;

  /**
   * Offsets by a clock.
   *
   * @param millis since 1970; does not go backwards
   */
  Offsets(LongSupplier millis) {
    this.millis = millis;
  }

  /** One that was not there before. */
  String next() {
    long number;
    long now;
    lock.lock();
    try {
      now = Math.max(last, millis.getAsLong());
      count = now == last ? count + 1 : 0;
      last = now;
      number = count;
    } finally {
      lock.unlock();
    }
    return number == 0 ? encode(now) : encode(now) + "." + encode(number - 1);
  }

  static String encode(long number) {
    StringBuilder text = new StringBuilder();
    long rest = number;
    do {
      text.append(ALPHABET.charAt((int) (rest % ALPHABET.length())));
      rest /= ALPHABET.length();
    } while (rest > 0);
    return text.reverse().toString();
  }
}
