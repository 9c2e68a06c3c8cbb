package dev.socketee.test;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;

/** Breaks what is valid, a little. */
public final class Mutations {

  /** What protocols are made of, and what breaks them. */
  private static final List<String> PIECES =
      List.of(
          "0",
          "1",
          "2",
          "3",
          "4",
          "5",
          "6",
          "9",
          "10",
          "99999999999999999999",
          "-",
          "-1",
          "/",
          "/b",
          ",",
          "?",
          "[",
          "]",
          "{",
          "}",
          "\"",
          ":",
          ".",
          "e",
          "+",
          " ",
          "\n",
          "\\",
          "\\u0041",
          "\\ud800",
          "\\u",
          "true",
          "null",
          "b",
          "b4",
          "\u001e",
          "_placeholder",
          "num",
          "{\"_placeholder\":true,\"num\":0}",
          "{\"_placeholder\":true,\"num\":1}",
          "\u0000",
          "\u00ff",
          "é",
          "€",
          "\ud83d",
          "\ude00",
          "\ufeff",
          "disconnect",
          "probe");

  /** Heads of MessagePack and lengths, mostly. */
  private static final int[] BYTES = {
    0x00, 0x01, 0x02, 0x04, 0x7f, 0x80, 0x81, 0x83, 0x8f, 0x90, 0x91, 0x9f, 0xa0, 0xa1, 0xa4, 0xbf,
    0xc0, 0xc1, 0xc2, 0xc4, 0xc5, 0xc6, 0xc7, 0xc8, 0xc9, 0xca, 0xcb, 0xcc, 0xcf, 0xd0, 0xd3, 0xd4,
    0xd5, 0xd6, 0xd7, 0xd8, 0xd9, 0xda, 0xdb, 0xdc, 0xdd, 0xde, 0xdf, 0xe0, 0xff
  };

  private Mutations() {}

  /**
   * A text with up to four changes.
   *
   * @param seed the valid text
   * @param random decides
   * @return a text like it
   */
  public static String of(String seed, Random random) {
    StringBuilder text = new StringBuilder(seed);
    for (int i = random.nextInt(5); i > 0; i--) {
      int at = random.nextInt(text.length() + 1);
      String piece = PIECES.get(random.nextInt(PIECES.size()));
      switch (random.nextInt(5)) {
        case 0 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
        case 1 -> text.insert(at, piece);
        case 2 -> text.replace(at, Math.min(text.length(), at + 1), piece);
        case 3 -> text.setLength(at);
        default -> text.insert(at, text.substring(random.nextInt(at + 1), at));
      }
    }
    return text.toString();
  }

  /**
   * Bytes with up to four changes.
   *
   * @param seed the valid bytes, not modified
   * @param random decides
   * @return bytes like them
   */
  public static byte[] of(byte[] seed, Random random) {
    byte[] bytes = seed.clone();
    for (int i = random.nextInt(5); i > 0; i--) {
      int at = random.nextInt(bytes.length + 1);
      int piece = BYTES[random.nextInt(BYTES.length)];
      bytes =
          switch (random.nextInt(5)) {
            case 0 -> spliced(bytes, at, 1 + random.nextInt(3));
            case 1 -> spliced(bytes, at, 0, piece);
            case 2 -> spliced(bytes, at, 1, piece);
            case 3 -> spliced(bytes, at, bytes.length);
            default -> spliced(bytes, at, 1, random.nextInt(256), random.nextInt(256));
          };
    }
    return bytes;
  }

  private static byte[] spliced(byte[] bytes, int at, int removed, int... inserted) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, at);
    for (int piece : inserted) {
      out.write(piece);
    }
    int rest = Math.min(bytes.length, at + removed);
    out.write(bytes, rest, bytes.length - rest);
    return out.toByteArray();
  }
}
