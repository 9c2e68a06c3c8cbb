package dev.socketee.cdi;

import java.lang.reflect.Type;

/**
 * A parameter of a handler method.
 *
 * @param kind where its value comes from
 * @param type its type, without type variables; of a primitive one its wrapper
 * @param primitive whether it cannot be {@code null}
 * @param argument for {@link ParameterKind#ARGUMENT} the position in the event, else -1
 */
record HandlerParameter(ParameterKind kind, Type type, boolean primitive, int argument) {}
