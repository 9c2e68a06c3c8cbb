package dev.socketee.protocol.json;

import dev.socketee.protocol.ProtocolError;
import dev.socketee.protocol.ProtocolException;
import java.util.Arrays;

/**
 * What stands in JSON for an attachment: <code>{"_placeholder":true,"num":0}</code> (Socket.IO 5,
 * Packet encoding). The spelling is here, for those who write it and those who read it.
 *
 * <p>An object is a placeholder if its member {@code _placeholder} is {@code true}, whatever else
 * it has, as in the reference; of members with the same name the last one counts. Thread-safe.
 */
public final class Placeholders {

  /** The member that makes an object a placeholder, when it is {@code true}. */
  public static final String MARK = "_placeholder";

  /** The member that has the index of the attachment. */
  public static final String INDEX = "num";

  private static final String QUOTED_MARK = "\"" + MARK + "\"";
  private static final String QUOTED_INDEX = "\"" + INDEX + "\"";

  private static final String HEAD = "{" + QUOTED_MARK + ":true," + QUOTED_INDEX + ":";
  private static final char TAIL = '}';

  /** Every character as its escape of six, and the quotes. */
  private static final int LONGEST_ESCAPED_NAME = 6 * MARK.length() + 2;

  private static final int NO_INDEX = -1;
  private static final int LARGEST_INDEX = 100_000_000;

  private Placeholders() {}

  /**
   * Writes a placeholder.
   *
   * @param out where to write it
   * @param index the index of the attachment, from 0
   */
  public static void append(StringBuilder out, int index) {
    out.append(HEAD).append(index).append(TAIL);
  }

  /**
   * A placeholder.
   *
   * @param index the index of the attachment, from 0
   * @return its JSON text
   */
  public static String json(int index) {
    return HEAD + index + TAIL;
  }

  /**
   * Reads a placeholder in the form that {@link #append} writes.
   *
   * @param json JSON text
   * @param start where an object starts in it
   * @return the index, or -1 if the object is anything else, or a placeholder in another form
   */
  public static int indexAt(String json, int start) {
    if (!json.startsWith(HEAD, start)) {
      return NO_INDEX;
    }
    int first = start + HEAD.length();
    int end = first;
    int index = 0;
    while (end < json.length() && json.charAt(end) >= '0' && json.charAt(end) <= '9') {
      if (index > LARGEST_INDEX) {
        return NO_INDEX;
      }
      index = 10 * index + (json.charAt(end) - '0');
      end++;
    }
    boolean closed = end > first && end < json.length() && json.charAt(end) == TAIL;
    return closed ? index : NO_INDEX;
  }

  /**
   * Checks that all placeholders, however deep, point at an attachment: their {@code num} is a
   * plain integer from 0 on and less than {@code attachments} (CVE-2022-2421). Notations of
   * integers that no client uses, such as {@code 1.0}, are refused too. In one pass, without
   * recursion.
   *
   * @param json JSON text that was found valid; the answer for anything else is arbitrary
   * @param attachments how many there are
   * @throws ProtocolException {@link ProtocolError#ILLEGAL_ATTACHMENTS} if one does not
   */
  public static void require(String json, int attachments) {
    new Check(json, attachments).run();
  }

  /** Walks over valid JSON, where a string is a name if, and only if, a colon follows it. */
  private static final class Check {

    private final String json;
    private final int attachments;
    private int position;

    /** Per open container: is it marked, and its index. */
    private boolean[] marked = new boolean[8];

    private int[] indexes = new int[8];
    private int depth;

    Check(String json, int attachments) {
      this.json = json;
      this.attachments = attachments;
    }

    void run() {
      while (position < json.length()) {
        switch (json.charAt(position)) {
          case '{', '[' -> open();
          case '}', ']' -> close();
          case '"' -> string();
          default -> position++;
        }
      }
    }

    private void open() {
      if (depth == marked.length) {
        marked = Arrays.copyOf(marked, 2 * depth);
        indexes = Arrays.copyOf(indexes, 2 * depth);
      }
      marked[depth] = false;
      indexes[depth] = NO_INDEX;
      depth++;
      position++;
    }

    private void close() {
      depth--;
      position++;
      if (marked[depth] && (indexes[depth] < 0 || indexes[depth] >= attachments)) {
        throw new ProtocolException(ProtocolError.ILLEGAL_ATTACHMENTS);
      }
    }

    private void string() {
      int start = position++;
      boolean escaped = false;
      while (json.charAt(position) != '"') {
        if (json.charAt(position) == '\\') {
          escaped = true;
          position++;
        }
        position++;
      }
      position++;
      String name = name(start, position, escaped);
      skipSpace();
      if (json.charAt(position) != ':') {
        return; // a value: valid JSON has something behind it, for it is inside a container
      }
      position++;
      skipSpace();
      if (name.equals(MARK)) {
        marked[depth - 1] = json.startsWith("true", position);
      } else if (name.equals(INDEX)) {
        indexes[depth - 1] = index();
      }
    }

    /** The string if it may be one of the two names that count; the empty string if it is not. */
    private String name(int start, int end, boolean escaped) {
      if (escaped) {
        boolean tooLong = end - start > LONGEST_ESCAPED_NAME;
        return tooLong ? "" : JsonText.unquote(json.substring(start, end));
      }
      if (json.startsWith(QUOTED_MARK, start)) {
        return MARK;
      }
      return json.startsWith(QUOTED_INDEX, start) ? INDEX : "";
    }

    /**
     * The integer at this place, {@link #NO_INDEX} if there is none or it is too long to be one.
     */
    private int index() {
      int end = position;
      int index = 0;
      char c = json.charAt(end);
      while (c >= '0' && c <= '9') {
        if (index > LARGEST_INDEX) {
          return NO_INDEX;
        }
        index = 10 * index + (c - '0');
        c = json.charAt(++end);
      }
      boolean whole = end > position && (c == ',' || c == '}' || JsonScanner.isSpace(c));
      return whole ? index : NO_INDEX;
    }

    private void skipSpace() {
      while (JsonScanner.isSpace(json.charAt(position))) {
        position++;
      }
    }
  }
}
