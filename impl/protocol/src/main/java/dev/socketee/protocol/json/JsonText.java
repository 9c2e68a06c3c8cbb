package dev.socketee.protocol.json;

import dev.socketee.protocol.ProtocolError;
import dev.socketee.protocol.ProtocolException;

/** Small operations on JSON text, byte for byte as {@code JSON.stringify} has it. Thread-safe. */
public final class JsonText {

  private static final String HEX = "0123456789abcdef";

  private JsonText() {}

  /**
   * Writes a string with its quotes. Escaped are the quote, the backslash, the control characters
   * below U+0020 and halves of surrogate pairs, in the shortest form; nothing else is.
   *
   * @param out where to write it
   * @param value what to quote
   */
  public static void quote(StringBuilder out, CharSequence value) {
    out.append('"');
    int length = value.length();
    int plain = 0; // start of what needs no escape
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      if (c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < length
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        i++;
        continue;
      }
      out.append(value, plain, i);
      escape(out, c);
      plain = i + 1;
    }
    out.append(value, plain, length).append('"');
  }

  /**
   * A string with its quotes, as {@link #quote(StringBuilder, CharSequence)} writes it.
   *
   * @param value what to quote
   * @return its JSON text
   */
  public static String quote(CharSequence value) {
    StringBuilder out = new StringBuilder(value.length() + 2);
    quote(out, value);
    return out.toString();
  }

  /**
   * The value of a JSON string.
   *
   * @param json the JSON text of a string, from quote to quote
   * @return the string, which may hold halves of surrogate pairs
   * @throws ProtocolException {@link ProtocolError#INVALID_PAYLOAD} if it is no JSON string
   */
  public static String unquote(String json) {
    int last = json.length() - 1;
    if (last < 1 || json.charAt(0) != '"' || json.charAt(last) != '"') {
      throw invalid();
    }
    StringBuilder out = null;
    int plain = 1; // start of what needs no unescaping
    for (int i = 1; i < last; i++) {
      char c = json.charAt(i);
      if (c < ' ' || c == '"') {
        throw invalid();
      }
      if (c == '\\') {
        if (out == null) {
          out = new StringBuilder(json.length());
        }
        out.append(json, plain, i);
        i++;
        if (json.charAt(i) == 'u') {
          out.append(unicode(json, i + 1));
          i += 4;
        } else {
          out.append(unescape(json.charAt(i), i, last));
        }
        plain = i + 1;
      }
    }
    return out == null ? json.substring(1, last) : out.append(json, plain, last).toString();
  }

  /**
   * Adds an element at the end of an array.
   *
   * @param array the JSON text of an array, from bracket to bracket
   * @param element the JSON text of a value
   * @return the JSON text of the longer array
   * @throws IllegalArgumentException if {@code array} does not look like one
   */
  public static String appendElement(String array, String element) {
    requireArray(array);
    int last = array.length() - 1;
    boolean empty = true;
    for (int i = 1; empty && i < last; i++) {
      empty = JsonScanner.isSpace(array.charAt(i));
    }
    return array.substring(0, last) + (empty ? "" : ",") + element + "]";
  }

  /**
   * Refuses what cannot be an array by a look at both of its ends, to find mistakes of callers
   * cheaply; {@link JsonScanner} checks it all.
   *
   * @param array the JSON text
   * @throws IllegalArgumentException unless it starts and ends with a bracket
   */
  public static void requireArray(String array) {
    if (array.length() < 2 || array.charAt(0) != '[' || array.charAt(array.length() - 1) != ']') {
      throw new IllegalArgumentException("the JSON text of an array goes from bracket to bracket");
    }
  }

  static boolean isHexDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  private static void escape(StringBuilder out, char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(HEX.charAt(c >> shift & 0xF));
        }
      }
    }
  }

  private static char unescape(char c, int at, int last) {
    if (at == last) {
      throw invalid(); // the backslash escapes the closing quote
    }
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> throw invalid();
    };
  }

  /** The four digits of an escape; the closing quote, which is no digit, ends them in any case. */
  private static char unicode(String json, int from) {
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      char c = json.charAt(i);
      if (!isHexDigit(c)) {
        throw invalid();
      }
      value = value << 4 | Character.digit(c, 16);
    }
    return (char) value;
  }

  private static ProtocolException invalid() {
    return new ProtocolException(ProtocolError.INVALID_PAYLOAD);
  }
}
