package dev.socketee.protocol.msgpack;

import dev.socketee.protocol.ProtocolError;
import dev.socketee.protocol.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads MessagePack one token after another: a scalar, or the head of a container. No length and no
 * count is believed before there are as many bytes, and nothing recurses. Not thread-safe.
 */
final class MsgpackTokens {

  /** What a token is. */
  enum Kind {
    NIL,
    /** What {@code notepack} writes for JavaScript's {@code undefined} (reference 4.8). */
    UNDEFINED,
    FALSE,
    TRUE,
    INTEGER,
    /** An integer from 2<sup>63</sup> on. */
    UNSIGNED,
    FLOAT,
    STRING,
    BINARY,
    /** Milliseconds since 1970. */
    DATE,
    ARRAY,
    MAP
  }

  /** The type of extension that {@code notepack} 2 has for values of JavaScript. */
  private static final int EXT_JAVASCRIPT = 0;

  private static final int UNDEFINED_SIZE = 1;
  private static final int DATE_SIZE = 8;

  private final byte[] bytes;
  private int position;

  private Kind kind = Kind.NIL;
  private long integer;
  private double real;
  private int start;
  private int length;

  MsgpackTokens(byte[] bytes, int position) {
    this.bytes = bytes;
    this.position = position;
  }

  int position() {
    return position;
  }

  boolean atEnd() {
    return position == bytes.length;
  }

  /** Reads the next token. */
  Kind next() {
    int head = unsigned(1);
    kind =
        switch (head >> 4) {
          case 0x0, 0x1, 0x2, 0x3, 0x4, 0x5, 0x6, 0x7 -> integer(head);
          case 0x8 -> container(Kind.MAP, head & 0xF);
          case 0x9 -> container(Kind.ARRAY, head & 0xF);
          case 0xA, 0xB -> data(Kind.STRING, head & 0x1F);
          case 0xC -> simple(head);
          case 0xD -> larger(head);
          default -> integer((byte) head);
        };
    return kind;
  }

  private Kind simple(int head) {
    return switch (head) {
      case 0xC0 -> Kind.NIL;
      case 0xC2 -> Kind.FALSE;
      case 0xC3 -> Kind.TRUE;
      case 0xC4 -> data(Kind.BINARY, unsigned(1));
      case 0xC5 -> data(Kind.BINARY, unsigned(2));
      case 0xC6 -> data(Kind.BINARY, length32());
      case 0xC7 -> extension(unsigned(1));
      case 0xC8 -> extension(unsigned(2));
      case 0xC9 -> extension(length32());
      case 0xCA -> real(Float.intBitsToFloat((int) signed(4)));
      case 0xCB -> real(Double.longBitsToDouble(signed(8)));
      case 0xCC -> integer(unsigned(1));
      case 0xCD -> integer(unsigned(2));
      case 0xCE -> integer(signed(4) & 0xFFFF_FFFFL);
      case 0xCF -> integer(signed(8)) == Kind.INTEGER && integer < 0 ? Kind.UNSIGNED : Kind.INTEGER;
      default -> throw invalid(); // 0xC1 is no token
    };
  }

  private Kind larger(int head) {
    return switch (head) {
      case 0xD0 -> integer(signed(1));
      case 0xD1 -> integer(signed(2));
      case 0xD2 -> integer(signed(4));
      case 0xD3 -> integer(signed(8));
      case 0xD4 -> fixedExtension(1);
      case 0xD5 -> fixedExtension(2);
      case 0xD6 -> fixedExtension(4);
      case 0xD7 -> fixedExtension(8);
      case 0xD8 -> fixedExtension(16);
      case 0xD9 -> data(Kind.STRING, unsigned(1));
      case 0xDA -> data(Kind.STRING, unsigned(2));
      case 0xDB -> data(Kind.STRING, length32());
      case 0xDC -> container(Kind.ARRAY, unsigned(2));
      case 0xDD -> container(Kind.ARRAY, length32());
      case 0xDE -> container(Kind.MAP, unsigned(2));
      default -> container(Kind.MAP, length32());
    };
  }

  private Kind integer(long value) {
    integer = value;
    return Kind.INTEGER;
  }

  private Kind real(double value) {
    real = value;
    return Kind.FLOAT;
  }

  private Kind data(Kind of, int size) {
    if (size > bytes.length - position) {
      throw invalid();
    }
    start = position;
    length = size;
    position += size;
    return of;
  }

  /** Every element is a byte at least, and every entry of a map two. */
  private Kind container(Kind of, int count) {
    if ((of == Kind.MAP ? 2L * count : count) > bytes.length - position) {
      throw invalid();
    }
    length = count;
    return of;
  }

  /** An array buffer, however long it is. */
  private Kind extension(int size) {
    requireJavaScript();
    return data(Kind.BINARY, size);
  }

  /** The short forms have a meaning of their own: {@code notepack} writes no array buffer so. */
  private Kind fixedExtension(int size) {
    requireJavaScript();
    Kind binary = data(Kind.BINARY, size);
    return switch (size) {
      case UNDEFINED_SIZE -> Kind.UNDEFINED;
      case DATE_SIZE -> {
        integer = ByteBuffer.wrap(bytes, start, size).getLong();
        yield Kind.DATE;
      }
      default -> binary;
    };
  }

  /** One of an unknown type is refused: nobody could say what was meant. */
  private void requireJavaScript() {
    if (signed(1) != EXT_JAVASCRIPT) {
      throw invalid();
    }
  }

  private int length32() {
    long size = signed(4) & 0xFFFF_FFFFL;
    if (size > bytes.length - position) {
      throw invalid();
    }
    return (int) size;
  }

  private int unsigned(int size) {
    return (int) (signed(size) & ((1L << (8 * size)) - 1));
  }

  /** The big-endian value of the next bytes. */
  private long signed(int size) {
    if (size > bytes.length - position) {
      throw invalid();
    }
    long value = bytes[position++];
    for (int i = 1; i < size; i++) {
      value = value << 8 | (bytes[position++] & 0xFF);
    }
    return value;
  }

  /** Reads over one value, with all that is in it. */
  void skip() {
    for (long values = 1; values > 0; values--) {
      switch (next()) {
        case ARRAY -> values += length;
        case MAP -> values += 2L * length;
        case NIL, UNDEFINED, FALSE, TRUE, INTEGER, UNSIGNED, FLOAT, STRING, BINARY, DATE -> {}
      }
    }
  }

  /** The value of {@link Kind#INTEGER}, {@link Kind#UNSIGNED} (its bits) and {@link Kind#DATE}. */
  long integer() {
    return integer;
  }

  /** The value of {@link Kind#FLOAT}. */
  double real() {
    return real;
  }

  /** The elements of {@link Kind#ARRAY}, the entries of {@link Kind#MAP}. */
  int count() {
    return length;
  }

  /** The size of {@link Kind#BINARY}, in bytes. */
  int size() {
    return length;
  }

  /** A copy of {@link Kind#BINARY}. */
  byte[] binary() {
    byte[] copy = new byte[length];
    System.arraycopy(bytes, start, copy, 0, length);
    return copy;
  }

  /** The value of {@link Kind#STRING}; what is not UTF-8 is refused, as the reference does. */
  String string() {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, start, length))
          .toString();
    } catch (CharacterCodingException e) {
      throw invalid();
    }
  }

  static ProtocolException invalid() {
    return new ProtocolException(ProtocolError.INVALID_PAYLOAD);
  }
}
