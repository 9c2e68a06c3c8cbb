package dev.socketee.cdi;

import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A handler method that can be bound: what remains of it after the deployment.
 *
 * @param bean the bean that has it
 * @param kind what it is called for
 * @param event the name of the event; empty for other kinds
 * @param method the method to call on a reference to the bean
 * @param parameters its parameters
 * @param answer what it answers; {@link Answer#NOTHING} for other kinds than events
 * @param forwarding where its result goes besides; {@code null} for nowhere
 */
record HandlerMethod(
    NamespaceBean bean,
    HandlerKind kind,
    String event,
    Method method,
    List<HandlerParameter> parameters,
    Answer answer,
    @Nullable Forwarding forwarding) {

  /** The type of exceptions that a handler of errors takes. */
  Class<?> errorType() {
    return parameters.stream()
        .filter(parameter -> parameter.kind() == ParameterKind.THROWABLE)
        .map(parameter -> (Class<?>) parameter.type())
        .findFirst()
        .orElseThrow();
  }

  /** The method, for messages. */
  String description() {
    return Describe.method(method);
  }
}
