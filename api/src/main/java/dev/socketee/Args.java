package dev.socketee;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * The arguments that a client sent with an event or an acknowledgement, converted on demand.
 * Immutable and thread-safe.
 */
public interface Args {

  /**
   * How many arguments there are.
   *
   * @return the number, 0 or more
   */
  int size();

  /**
   * The JSON text of an argument, binary parts as {@code {"_placeholder":true,"num":n}}.
   *
   * @param index the position, from 0
   * @return the text, or {@code null} if there are not that many arguments
   */
  @Nullable String json(int index);

  /**
   * Converts an argument.
   *
   * @param <T> the type
   * @param index the position, from 0
   * @param type what to convert it to: anything that JSON-B can read, {@code String}, the numbers,
   *     {@code jakarta.json.JsonValue}, {@code byte[]}, {@code java.nio.ByteBuffer}, or {@code
   *     Object} for whatever comes
   * @return the value, or {@code null} if it is JSON's {@code null} or there are not that many
   *     arguments
   * @throws ConversionException if it cannot be converted
   */
  <T> @Nullable T get(int index, Class<T> type);

  /**
   * Converts an argument to a generic type, such as {@code List<Message>}.
   *
   * @param index the position, from 0
   * @param type what to convert it to
   * @return the value, or {@code null} as {@link #get(int, Class)} says
   * @throws ConversionException if it cannot be converted
   */
  @Nullable Object get(int index, Type type);

  /**
   * Converts an argument to a generic type.
   *
   * @param <T> the type
   * @param index the position, from 0
   * @param type what to convert it to, such as {@code new GenericType<List<Message>>() {}}
   * @return the value, or {@code null} as {@link #get(int, Class)} says
   * @throws ConversionException if it cannot be converted
   */
  @SuppressWarnings("unchecked") // what has been converted to a type is of it
  default <T> @Nullable T get(int index, GenericType<T> type) {
    return (T) get(index, type.type());
  }
}
