package dev.socketee.protocol.msgpack;

import dev.socketee.protocol.ProtocolException;
import dev.socketee.protocol.json.JsonText;
import dev.socketee.protocol.json.Placeholders;
import java.util.Arrays;
import java.util.List;

/**
 * Writes JSON text as MessagePack, and the attachments in the places of their placeholders. In two
 * passes, because a container of MessagePack starts with the number of its elements; without
 * recursion. The text is our own, and was checked or made by a JSON library: of what is wrong with
 * it, only that is found which would be in the way. Not thread-safe.
 */
final class JsonToMsgpack {

  /** A number that may be longer than this is read as a double. */
  private static final int LONG_DIGITS = 18;

  /** Whole numbers up to here are integers to JavaScript, however they are spelled. */
  private static final double EXACT = 1L << 53;

  private final String json;
  private final List<byte[]> attachments;
  private final MsgpackOutput out;

  /** The numbers of elements of all containers, in the order in which they open. */
  private final int[] counts;

  private int container;
  private int position;

  private JsonToMsgpack(String json, List<byte[]> attachments, MsgpackOutput out) {
    this.json = json;
    this.attachments = attachments;
    this.out = out;
    this.counts = new Counter(json).counts();
  }

  /**
   * Writes a value.
   *
   * @throws IllegalArgumentException if it is plainly not JSON
   */
  static void write(String json, List<byte[]> attachments, MsgpackOutput out) {
    try {
      new JsonToMsgpack(json, attachments, out).run();
    } catch (IndexOutOfBoundsException | ProtocolException | NumberFormatException e) {
      throw new IllegalArgumentException("not JSON", e);
    }
  }

  private void run() {
    while (position < json.length()) {
      char c = json.charAt(position);
      switch (c) {
        case '{' -> object();
        case '[' -> {
          out.array(counts[container++]);
          position++;
        }
        case '"' -> string();
        case 't', 'f', 'n' -> literal(c);
        case '}', ']', ',', ':', ' ', '\t', '\r', '\n' -> position++;
        default -> number();
      }
    }
  }

  private void object() {
    int index = attachments.isEmpty() ? -1 : Placeholders.indexAt(json, position);
    if (index >= 0 && index < attachments.size()) {
      out.binary(attachments.get(index));
      container++;
      position = json.indexOf('}', position) + 1;
    } else {
      out.map(counts[container++]);
      position++;
    }
  }

  private void string() {
    int start = position;
    position = endOfString(json, position);
    out.string(JsonText.unquote(json.substring(start, position)));
  }

  private void literal(char first) {
    if (first == 'n') {
      out.nil();
    } else {
      out.bool(first == 't');
    }
    position += first == 'f' ? 5 : 4;
  }

  private void number() {
    int start = position;
    boolean whole = true;
    while (position < json.length() && isNumeric(json.charAt(position))) {
      char c = json.charAt(position++);
      whole &= c == '-' || (c >= '0' && c <= '9');
    }
    String number = json.substring(start, position);
    if (whole && number.length() <= LONG_DIGITS) {
      out.integer(Long.parseLong(number));
      return;
    }
    double value = Double.parseDouble(number);
    if (value == Math.rint(value) && Math.abs(value) <= EXACT) {
      out.integer((long) value);
    } else {
      out.real(value);
    }
  }

  private static boolean isNumeric(char c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
  }

  /** Behind the closing quote. */
  private static int endOfString(String json, int start) {
    int end = start + 1;
    while (json.charAt(end) != '"') {
      end += json.charAt(end) == '\\' ? 2 : 1;
    }
    return end + 1;
  }

  /** Counts the elements of arrays, and the members of objects. */
  private static final class Counter {

    private final String json;
    private int[] counts = new int[8];
    private int opened;

    /** The open containers: their index in {@link #counts}. */
    private int[] open = new int[8];

    private int depth;

    Counter(String json) {
      this.json = json;
    }

    int[] counts() {
      int i = 0;
      while (i < json.length()) {
        char c = json.charAt(i);
        switch (c) {
          case '{', '[' -> {
            filled();
            open();
          }
          case '}', ']' -> close();
          case ',' -> counts[open[depth - 1]]++;
          case ' ', '\t', '\r', '\n' -> {}
          default -> filled();
        }
        i = c == '"' ? endOfString(json, i) : i + 1;
      }
      if (depth > 0) {
        throw unbalanced();
      }
      return counts;
    }

    private void close() {
      if (depth-- == 0) {
        throw unbalanced();
      }
    }

    private static IllegalArgumentException unbalanced() {
      return new IllegalArgumentException("not JSON: its brackets do not match");
    }

    /** There is one element more than there are commas, if there is any. */
    private void filled() {
      if (depth > 0 && counts[open[depth - 1]] == 0) {
        counts[open[depth - 1]] = 1;
      }
    }

    private void open() {
      if (opened == counts.length) {
        counts = Arrays.copyOf(counts, 2 * opened);
      }
      if (depth == open.length) {
        open = Arrays.copyOf(open, 2 * depth);
      }
      open[depth++] = opened++;
    }
  }
}
