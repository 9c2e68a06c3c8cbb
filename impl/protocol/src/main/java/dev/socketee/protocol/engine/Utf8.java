package dev.socketee.protocol.engine;

import java.nio.charset.StandardCharsets;

/**
 * UTF-8 as Node writes it: half a surrogate pair becomes U+FFFD (three bytes), where {@link
 * String#getBytes} writes a question mark (one byte).
 */
public final class Utf8 {

  private static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  /** The number of bytes that {@link #encode} gives, without making them. */
  public static int length(String text) {
    int length = text.length();
    int ascii = 0;
    while (ascii < length && text.charAt(ascii) < 0x80) {
      ascii++;
    }
    int bytes = length;
    for (int i = ascii; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x800) {
        bytes += 2; // a half of a pair is counted as U+FFFD here, a whole pair is put right below
        if (Character.isHighSurrogate(c)
            && i + 1 < length
            && Character.isLowSurrogate(text.charAt(i + 1))) {
          i++;
        }
      } else if (c >= 0x80) {
        bytes++;
      }
    }
    return bytes;
  }

  /** The bytes. */
  public static byte[] encode(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return bytes.length == length(text)
        ? bytes
        : withoutLoneSurrogates(text).getBytes(StandardCharsets.UTF_8);
  }

  private static String withoutLoneSurrogates(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> isSurrogate(point) ? REPLACEMENT : point)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
