package dev.socketee.jakarta.config;

import java.util.function.Function;

/**
 * How the value of an option is written.
 *
 * @param accepts what is accepted, to end a sentence that starts with "expected" and to stand in
 *     the table of the documentation
 * @param parser takes the text, trimmed and not empty; an {@link IllegalArgumentException} of it
 *     refuses the text, and its message, unless it is empty, says what is wrong beyond {@code
 *     accepts}
 * @param <T> what it is turned into
 */
record ValueType<T>(String accepts, Function<String, T> parser) {

  /** A refusal that {@link #accepts} explains. */
  static IllegalArgumentException refused() {
    return new IllegalArgumentException("");
  }
}
