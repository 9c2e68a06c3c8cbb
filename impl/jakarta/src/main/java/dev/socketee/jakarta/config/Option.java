package dev.socketee.jakarta.config;

import dev.socketee.server.NamespaceOptions;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An option: one row of the table.
 *
 * @param name the key without the prefix
 * @param initial the default, as one would write it; {@code null} if there is none, or if it
 *     follows from other options: then the description says so
 * @param type how it is written
 * @param description what it does, as a sentence for the documentation
 * @param target where its value goes
 * @param own where it goes if it is for one namespace only; {@code null} if that cannot be
 * @param <T> what the text is turned into
 */
record Option<T>(
    String name,
    @Nullable String initial,
    ValueType<T> type,
    String description,
    BiConsumer<Draft, T> target,
    @Nullable BiConsumer<NamespaceOptions.Builder, T> own) {

  /** What the keys of all options start with. */
  static final String PREFIX = "socketio.";

  /** The shortest time that makes sense. */
  static final Duration SHORTEST = Duration.ofMillis(1);

  /** The most that fits into the {@code int}s and arrays that hold one message. */
  static final int ONE_GIB = 1;

  /** More than there is memory; sums of it stay in the range of {@code long}. */
  static final int MANY_GIB = 1_000_000;

  /** An option that a namespace cannot have of its own. */
  Option(
      String name,
      @Nullable String initial,
      ValueType<T> type,
      String description,
      BiConsumer<Draft, T> target) {
    this(name, initial, type, description, target, null);
  }

  String key() {
    return PREFIX + name;
  }

  /**
   * What it does to one namespace.
   *
   * @throws IllegalArgumentException if the text is wrong; the message says what is expected
   */
  Consumer<NamespaceOptions.Builder> change(String text) {
    BiConsumer<NamespaceOptions.Builder, T> setter = Objects.requireNonNull(own, name);
    T value;
    try {
      value = type.parser().apply(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(expected(e), e);
    }
    return options -> setter.accept(options, value);
  }

  private String expected(IllegalArgumentException refusal) {
    String message = refusal.getMessage();
    return "expected "
        + type.accepts()
        + (message == null || message.isEmpty() ? "" : ": " + message);
  }

  /** Sets the option, or says what is wrong with the text. */
  Optional<String> apply(String text, Draft draft) {
    try {
      target.accept(draft, type.parser().apply(text));
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(expected(e));
    }
  }

  /** Whether a text says the same as the default. */
  boolean isDefault(String text) {
    return initial != null && type.parser().apply(text).equals(type.parser().apply(initial));
  }
}
