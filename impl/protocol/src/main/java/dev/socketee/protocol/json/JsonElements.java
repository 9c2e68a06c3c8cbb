package dev.socketee.protocol.json;

import java.util.Arrays;

/**
 * The elements of a JSON array that was found valid, as slices of the text it came in; they are cut
 * out when asked for. Immutable and thread-safe.
 */
public final class JsonElements {

  private final String text;
  private final int from;
  private final int to;

  /** Start and end of each element, in turns; longer than needed. */
  private final int[] bounds;

  private final int size;

  private JsonElements(String text, int from, int to, int[] bounds, int size) {
    this.text = text;
    this.from = from;
    this.to = to;
    this.bounds = bounds;
    this.size = size;
  }

  /**
   * The number of elements.
   *
   * @return 0 for an empty array
   */
  public int size() {
    return size;
  }

  /**
   * One element.
   *
   * @param index from 0
   * @return its JSON text, without the white space around it
   * @throws IndexOutOfBoundsException if there is no such element
   */
  public String json(int index) {
    return text.substring(start(index), bounds[2 * index + 1]);
  }

  /**
   * The first character of an element, which tells its type.
   *
   * @param index from 0
   * @return one of <code>{ [ " t f n -</code> or a digit
   * @throws IndexOutOfBoundsException if there is no such element
   */
  public char first(int index) {
    return text.charAt(start(index));
  }

  /**
   * The whole array.
   *
   * @return its JSON text, from bracket to bracket, as it was received
   */
  public String array() {
    return text.substring(from, to);
  }

  /**
   * The length of {@link #array()}.
   *
   * @return characters
   */
  public int length() {
    return to - from;
  }

  private int start(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("element " + index + " of " + size);
    }
    return bounds[2 * index];
  }

  @Override
  public String toString() {
    return "JsonElements[" + size + "]";
  }

  /** Collects the bounds while the array is read. */
  static final class Builder {

    private static final int[] NONE = {};
    private static final int STEP = 8;

    private int[] bounds = NONE;
    private int count;

    void start(int position) {
      add(position);
    }

    void end(int position) {
      add(position);
    }

    private void add(int position) {
      if (count == bounds.length) {
        bounds = Arrays.copyOf(bounds, Math.max(STEP, 2 * count));
      }
      bounds[count++] = position;
    }

    JsonElements build(String text, int from, int to) {
      return new JsonElements(text, from, to, bounds, count / 2);
    }
  }
}
