package dev.socketee.jakarta.json;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The binary values of one packet, while one value of it is bound.
 *
 * <p>They reach the serializers and deserializers of {@link BinaryBinding} by a thread-local: those
 * are given to JSON-B once, when it is built, which is too costly to be done for every value, and
 * JSON-B has no way to hand them anything with a call. The thread-local is set for the length of
 * the call and always removed; a call within a call (an adapter of the application that emits
 * something) puts the outer one back.
 */
final class Attachments {

  private static final ThreadLocal<@Nullable Attachments> CURRENT = new ThreadLocal<>();

  private final List<byte[]> values;

  /**
   * Attachments.
   *
   * @param values those of a packet that was received, or a list to collect them in
   */
  Attachments(List<byte[]> values) {
    this.values = values;
  }

  /** Those of the call that this thread is in. */
  static Attachments current() {
    Attachments current = CURRENT.get();
    if (current == null) {
      throw new IllegalStateException("binary values are bound as parts of a packet only");
    }
    return current;
  }

  /** Makes a call during which these are the current ones. */
  <T extends @Nullable Object> T during(Supplier<T> call) {
    Attachments outer = CURRENT.get();
    CURRENT.set(this);
    try {
      return call.get();
    } finally {
      if (outer == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(outer);
      }
    }
  }

  /** Whether there are none. */
  boolean isEmpty() {
    return values.isEmpty();
  }

  /**
   * Adds one.
   *
   * @param value not to be modified from now on
   * @return its number
   */
  int add(byte[] value) {
    values.add(value);
    return values.size() - 1;
  }

  /**
   * One of them.
   *
   * @throws IllegalArgumentException if there is none of that number
   */
  byte[] at(int number) {
    if (number < 0 || number >= values.size()) {
      throw new IllegalArgumentException(
          "there is no attachment " + number + " of " + values.size());
    }
    return values.get(number);
  }
}
