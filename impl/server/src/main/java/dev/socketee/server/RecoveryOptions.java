package dev.socketee.server;

import java.time.Duration;

/**
 * Whether and how a client that lost its connection goes on where it was (reference 2.9).
 *
 * @param enabled whether it does; no
 * @param maxDisconnection how long it may be away; 120 s
 * @param skipMiddlewares whether the middleware is not asked about it again. No: the reference says
 *     yes, and so lets users back in whose rights have been withdrawn meanwhile
 * @param packets how many events of a namespace are kept for those who are away; 10,000. The oldest
 *     go first; this limit, and the next two, are ours
 * @param bytes how many bytes these may have, a character counting as one; 16 MiB
 * @param sessions how many sockets of a namespace are remembered that are away; 10,000. The oldest
 *     are forgotten first
 */
public record RecoveryOptions(
    boolean enabled,
    Duration maxDisconnection,
    boolean skipMiddlewares,
    int packets,
    long bytes,
    int sessions) {

  /** Switched off, with the defaults for the rest. */
  public static final RecoveryOptions OFF =
      new RecoveryOptions(false, Duration.ofMinutes(2), false, 10_000, 16L * 1024 * 1024, 10_000);

  /** Refuses times and numbers that are not positive. */
  public RecoveryOptions {
    if (maxDisconnection.isNegative() || maxDisconnection.isZero()) {
      throw new IllegalArgumentException(
          "maxDisconnection must be positive, is " + maxDisconnection);
    }
    if (packets <= 0 || bytes <= 0 || sessions <= 0) {
      throw new IllegalArgumentException(
          "packets, bytes and sessions must be positive, are "
              + packets
              + ", "
              + bytes
              + ", "
              + sessions);
    }
  }

  /** The same, switched on. */
  public RecoveryOptions on() {
    return new RecoveryOptions(true, maxDisconnection, skipMiddlewares, packets, bytes, sessions);
  }
}
