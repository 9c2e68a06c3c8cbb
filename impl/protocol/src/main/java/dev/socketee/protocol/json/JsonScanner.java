package dev.socketee.protocol.json;

import dev.socketee.protocol.ProtocolError;
import dev.socketee.protocol.ProtocolException;
import java.util.Arrays;

/**
 * Checks that a text is JSON (RFC 8259, strictly: what {@code JSON.parse} takes) and finds where
 * the elements of an array are, in one pass and without a tree.
 *
 * <p>It does not recurse: the nesting is kept on a small stack of its own, so that no input can end
 * in a {@link StackOverflowError} (reference 1.16, Details to match). Every character is looked at
 * once.
 *
 * <p>Stateless to its users, thread-safe.
 */
public final class JsonScanner {

  /**
   * The longest number, in characters. JSON has no limit, but the libraries that bind the number
   * later do it in quadratic time; 1000 is what Jackson allows by default, and Parsson 1100.
   */
  public static final int MAX_NUMBER_LENGTH = 1000;

  private static final boolean[] NO_NESTING = {};
  private static final int NESTING_STEP = 16;

  private final String text;
  private final int maxDepth;
  private final JsonElements.Builder elements;
  private int position;

  /** How many containers are open; {@code inObject} is the kind of the innermost one. */
  private int depth;

  private boolean inObject;

  /** The kinds of the containers around the innermost one, true for an object. */
  private boolean[] outer = NO_NESTING;

  private JsonScanner(String text, int from, int maxDepth, JsonElements.Builder elements) {
    this.text = text;
    this.position = from;
    this.maxDepth = maxDepth;
    this.elements = elements;
  }

  /**
   * Reads an array.
   *
   * @param text holds the array, to its end
   * @param from where the array starts: at its bracket, white space is only allowed after it
   * @param maxDepth how many containers may be open at once, the array itself included; at least 1
   * @return its elements
   * @throws ProtocolException {@link ProtocolError#INVALID_PAYLOAD} if it is not an array, or not
   *     JSON; {@link ProtocolError#TOO_DEEP}; {@link ProtocolError#NUMBER_TOO_LONG}
   */
  public static JsonElements array(String text, int from, int maxDepth) {
    return scan(text, from, maxDepth, '[');
  }

  /**
   * Checks an object.
   *
   * @param text holds the object, to its end
   * @param from where the object starts: at its brace, white space is only allowed after it
   * @param maxDepth how many containers may be open at once, the object itself included; at least 1
   * @throws ProtocolException {@link ProtocolError#INVALID_PAYLOAD} if it is not an object, or not
   *     JSON; {@link ProtocolError#TOO_DEEP}; {@link ProtocolError#NUMBER_TOO_LONG}
   */
  public static void requireObject(String text, int from, int maxDepth) {
    scan(text, from, maxDepth, '{');
  }

  private static JsonElements scan(String text, int from, int maxDepth, char first) {
    if (maxDepth < 1) {
      throw new IllegalArgumentException("maxDepth must be at least 1, is " + maxDepth);
    }
    if (from >= text.length() || text.charAt(from) != first) {
      throw invalid();
    }
    JsonElements.Builder elements = new JsonElements.Builder();
    JsonScanner scanner = new JsonScanner(text, from, maxDepth, elements);
    scanner.value();
    int end = scanner.position;
    scanner.skipSpace();
    if (scanner.position != text.length()) {
      throw invalid();
    }
    return elements.build(text, from, end);
  }

  /** One value with all that is in it; ends behind its last character. */
  private void value() {
    do {
      skipSpace();
      if (depth == 1 && !inObject) {
        elements.start(position);
      }
    } while (startsContainer() || continuesAfterValue());
  }

  /**
   * Reads a scalar, an empty container, or the start of a container.
   *
   * @return true if a value of the container that was opened comes next, false if a value is over
   */
  private boolean startsContainer() {
    char c = next();
    switch (c) {
      case '{' -> {
        open(true);
        skipSpace();
        if (peek() != '}') {
          key();
          return true;
        }
        position++;
        close();
      }
      case '[' -> {
        open(false);
        skipSpace();
        if (peek() != ']') {
          return true;
        }
        position++;
        close();
      }
      case '"' -> string();
      case 't' -> literal("rue");
      case 'f' -> literal("alse");
      case 'n' -> literal("ull");
      default -> number(c);
    }
    return false;
  }

  /**
   * Reads what stands behind a value: the ends of containers, and at most one comma.
   *
   * @return true if another value comes next, false if the outermost one is over
   */
  private boolean continuesAfterValue() {
    while (depth > 0) {
      if (depth == 1 && !inObject) {
        elements.end(position);
      }
      skipSpace();
      char c = next();
      if (c == ',') {
        if (inObject) {
          skipSpace();
          key();
        }
        return true;
      }
      if (c != (inObject ? '}' : ']')) {
        throw invalid();
      }
      close();
    }
    return false;
  }

  private void open(boolean object) {
    if (depth == maxDepth) {
      throw new ProtocolException(ProtocolError.TOO_DEEP);
    }
    if (depth > 0) {
      if (depth > outer.length) {
        outer = Arrays.copyOf(outer, Math.max(NESTING_STEP, 2 * outer.length));
      }
      outer[depth - 1] = inObject;
    }
    inObject = object;
    depth++;
  }

  private void close() {
    depth--;
    if (depth > 0) {
      inObject = outer[depth - 1];
    }
  }

  private void key() {
    if (next() != '"') {
      throw invalid();
    }
    string();
    skipSpace();
    if (next() != ':') {
      throw invalid();
    }
  }

  /** The rest of a string, behind its opening quote. */
  private void string() {
    while (true) {
      char c = next();
      if (c == '"') {
        return;
      }
      if (c == '\\') {
        escape();
      } else if (c < ' ') {
        throw invalid();
      }
    }
  }

  private void escape() {
    switch (next()) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {}
      case 'u' -> {
        for (int i = 0; i < 4; i++) {
          if (!JsonText.isHexDigit(next())) {
            throw invalid();
          }
        }
      }
      default -> throw invalid();
    }
  }

  private void literal(String rest) {
    if (!text.startsWith(rest, position)) {
      throw invalid();
    }
    position += rest.length();
  }

  private void number(char first) {
    int start = position - 1;
    char digit = first == '-' ? next() : first;
    if (!isDigit(digit)) {
      throw invalid();
    }
    if (digit != '0') {
      skipDigits();
    }
    if (peek() == '.') {
      position++;
      digits();
    }
    if ((peek() | 0x20) == 'e') {
      position++;
      if (peek() == '+' || peek() == '-') {
        position++;
      }
      digits();
    }
    if (position - start > MAX_NUMBER_LENGTH) {
      throw new ProtocolException(ProtocolError.NUMBER_TOO_LONG);
    }
  }

  private void digits() {
    if (!isDigit(next())) {
      throw invalid();
    }
    skipDigits();
  }

  private void skipDigits() {
    while (isDigit(peek())) {
      position++;
    }
  }

  private void skipSpace() {
    while (isSpace(peek())) {
      position++;
    }
  }

  private char next() {
    if (position == text.length()) {
      throw invalid();
    }
    return text.charAt(position++);
  }

  /** The next character without taking it, NUL at the end: no rule of JSON asks for NUL. */
  private char peek() {
    return position < text.length() ? text.charAt(position) : '\0';
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static ProtocolException invalid() {
    return new ProtocolException(ProtocolError.INVALID_PAYLOAD);
  }
}
