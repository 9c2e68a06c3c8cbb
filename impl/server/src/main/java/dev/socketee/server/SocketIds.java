package dev.socketee.server;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * Makes the public ids of sockets: 20 characters, which the reference's Redis adapters tell from
 * the names of rooms by their length (reference 4.4).
 */
final class SocketIds {

  private static final int BYTES = 15;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private SocketIds() {}

  static String next() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return BASE64.encodeToString(bytes);
  }
}
