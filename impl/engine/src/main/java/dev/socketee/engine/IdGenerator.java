package dev.socketee.engine;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * Makes ids of sessions and sockets: 15 random bytes as 20 characters of URL-safe base64 (reference
 * 1.4, {@code sid}; Redis peers rely on the length, reference 4.4). Thread-safe.
 */
public final class IdGenerator {

  /** The length of an id, in characters. */
  public static final int LENGTH = 20;

  private static final int BYTES = 15;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder();

  private final SecureRandom random = new SecureRandom();

  /** An id that nobody can guess. */
  public String next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return BASE64.encodeToString(bytes);
  }

  /**
   * Enough of a secret id, of whatever length, to tell it from others in a log: its first four
   * characters, but no more than a quarter of it.
   */
  public static String label(String id) {
    return id.substring(0, Math.min(4, id.length() / 4)) + "…";
  }
}
