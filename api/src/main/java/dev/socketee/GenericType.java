package dev.socketee;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * A type with its arguments, which a {@code Class} cannot have, for {@link Socket#on(String,
 * GenericType, TypedListener.One)} and the like:
 *
 * <pre>{@code
 * socket.on("import", new GenericType<List<Message>>() {}, (messages, ack) -> ...);
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param <T> the type
 */
public abstract class GenericType<T> {

  private final Type type;

  /**
   * Takes the type from the subclass that is being made: an anonymous one, {@code new
   * GenericType<List<Message>>() {}}.
   *
   * @throws IllegalStateException if the subclass does not say which type it is
   */
  protected GenericType() {
    if (!(getClass().getGenericSuperclass() instanceof ParameterizedType generic)
        || generic.getRawType() != GenericType.class) {
      throw new IllegalStateException(
          "Which type? Write new GenericType<List<Message>>() {}, with a type and with braces");
    }
    type = generic.getActualTypeArguments()[0];
  }

  private GenericType(Type type) {
    this.type = type;
  }

  /**
   * The type of a class, to put it beside others that are generic.
   *
   * @param <T> the type
   * @param type the class
   * @return the type
   */
  public static <T> GenericType<T> of(Class<T> type) {
    return new Plain<>(type);
  }

  /**
   * The type.
   *
   * @return what {@link Args#get(int, Type)} takes
   */
  public final Type type() {
    return type;
  }

  /** Two of them are equal if the types are. */
  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof GenericType<?> generic && type.equals(generic.type);
  }

  @Override
  public final int hashCode() {
    return type.hashCode();
  }

  @Override
  public final String toString() {
    return type.getTypeName();
  }

  /** Of a class. */
  private static final class Plain<T> extends GenericType<T> {
    Plain(Class<T> type) {
      super(type);
    }
  }
}
