package dev.socketee.engine;

/**
 * How many sessions there may be, and how large the requests that open them. The reference has no
 * such limits.
 *
 * @param sessions in all; 100,000
 * @param perAddress of one address, {@link #UNLIMITED} by default: behind a proxy that does not
 *     tell them, all clients have the same
 * @param urlLength characters of the URL of a request that opens a session, for it is kept; 16,384
 * @param headerLength characters of its headers, names and values, likewise; 65,536
 */
public record SessionLimits(int sessions, int perAddress, int urlLength, int headerLength) {

  /** In place of {@link #perAddress}: as many as there may be in all. */
  public static final int UNLIMITED = 0;

  /** The defaults. */
  public static final SessionLimits DEFAULT =
      new SessionLimits(100_000, UNLIMITED, 16 * 1024, 64 * 1024);

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if one is not positive, or {@code perAddress} is negative
   */
  public SessionLimits {
    atLeast(1, "sessions", sessions);
    atLeast(0, "perAddress", perAddress);
    atLeast(1, "urlLength", urlLength);
    atLeast(1, "headerLength", headerLength);
  }

  private static void atLeast(int minimum, String name, int value) {
    if (value < minimum) {
      throw new IllegalArgumentException(name + " must be at least " + minimum + ", is " + value);
    }
  }
}
