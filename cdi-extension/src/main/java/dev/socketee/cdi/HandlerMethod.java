package dev.socketee.cdi;

import dev.socketee.Socket;
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
 * @param access who may call it
 * @param parameters its parameters
 * @param answer what it answers; {@link Answer#NOTHING} for other kinds than events
 * @param forwarding where its result goes besides; {@code null} for nowhere
 * @param nonBlocking whether it says that it does not block
 */
record HandlerMethod(
    NamespaceBean bean,
    HandlerKind kind,
    String event,
    Method method,
    Access access,
    List<HandlerParameter> parameters,
    Answer answer,
    @Nullable Forwarding forwarding,
    boolean nonBlocking) {

  /** The type of exceptions that a handler of errors takes. */
  Class<?> errorType() {
    return parameters.stream()
        .filter(parameter -> parameter.kind() == ParameterKind.THROWABLE)
        .map(parameter -> (Class<?>) parameter.type())
        .findFirst()
        .orElseThrow();
  }

  /**
   * Checks the caller of a socket.
   *
   * @throws dev.socketee.AccessRefusedException if it may not call this
   */
  void checkAccess(Socket socket) {
    access.check(socket, description());
  }

  /** The method, for messages. */
  String description() {
    return Describe.method(method);
  }
}
