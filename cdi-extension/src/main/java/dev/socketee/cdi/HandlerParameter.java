package dev.socketee.cdi;

import java.lang.reflect.Type;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a handler method.
 *
 * @param kind where its value comes from
 * @param type its type, without type variables; of a primitive one its wrapper
 * @param primitive whether it cannot be {@code null}
 * @param argument for {@link ParameterKind#ARGUMENT} the position in the event, the first one for
 *     {@link ParameterKind#REMAINING}, else -1
 * @param source where it comes from, in words for the client, such as {@code arguments[0]}
 * @param prepared gets the value, for kinds that need more than this; else {@code null}
 */
record HandlerParameter(
    ParameterKind kind,
    Type type,
    boolean primitive,
    int argument,
    String source,
    @Nullable ArgumentBinder prepared) {

  /** Gets the value, if that has been prepared. */
  ArgumentBinder binder() {
    return Objects.requireNonNull(prepared, "not a kind that is prepared");
  }
}
