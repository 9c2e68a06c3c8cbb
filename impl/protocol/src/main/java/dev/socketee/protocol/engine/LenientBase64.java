package dev.socketee.protocol.engine;

import java.util.Arrays;

/**
 * Base64 as Node reads it: of either alphabet, ended by the first {@code =} if there is one; other
 * characters are skipped, and an incomplete last byte is dropped. It accepts any text, so that a
 * packet which the reference delivers is never an error here (reference 1.1).
 */
final class LenientBase64 {

  private static final byte SKIP = -1;
  private static final byte[] SEXTETS = sextets();

  private LenientBase64() {}

  static byte[] decode(String text, int from) {
    int length = text.length();
    byte[] bytes = new byte[(int) ((length - from) * 3L / 4)];
    int count = 0;
    int buffer = 0;
    int bits = 0;
    for (int i = from; i < length; i++) {
      char c = text.charAt(i);
      if (c == '=') {
        break;
      }
      byte sextet = c < SEXTETS.length ? SEXTETS[c] : SKIP;
      if (sextet != SKIP) {
        buffer = buffer << 6 | sextet;
        bits += 6;
        if (bits >= 8) {
          bits -= 8;
          bytes[count++] = (byte) (buffer >> bits);
        }
      }
    }
    return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
  }

  private static byte[] sextets() {
    byte[] table = new byte[128];
    Arrays.fill(table, SKIP);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int i = 0; i < alphabet.length(); i++) {
      table[alphabet.charAt(i)] = (byte) i;
    }
    table['-'] = 62;
    table['_'] = 63;
    return table;
  }
}
