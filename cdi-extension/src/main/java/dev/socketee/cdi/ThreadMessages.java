package dev.socketee.cdi;

import jakarta.enterprise.inject.spi.DefinitionException;
import java.lang.reflect.Method;

/** What can be wrong with {@code @NonBlocking}: see {@link CdiMessages}. */
final class ThreadMessages {

  private ThreadMessages() {}

  static DefinitionException alwaysOnAThreadThatMayBlock(Method method, HandlerKind kind) {
    return CdiMessages.problem(
        901,
        "%s has @NonBlocking, but an %s method always runs on a thread that may block. Remove"
            + " @NonBlocking.",
        Describe.method(method),
        kind);
  }

  static DefinitionException nonBlockingNoHandler(Method method) {
    return CdiMessages.problem(
        902,
        "%s has @NonBlocking, but is no handler. Add @OnEvent or @OnError, or remove @NonBlocking.",
        Describe.method(method));
  }

  static DefinitionException nonBlockingSessionBean(Method method) {
    return CdiMessages.problem(
        903,
        "%s is @NonBlocking, but a method of a session bean, for which the container may wait: for"
            + " an instance, a lock or a transaction. Remove @NonBlocking, or make the class a"
            + " managed bean.",
        Describe.method(method));
  }

  static DefinitionException nonBlockingTransaction(Method method) {
    return CdiMessages.problem(
        904,
        "%s is @NonBlocking and @Transactional, but the commit of a transaction blocks. Remove one"
            + " of them.",
        Describe.method(method));
  }

  static DefinitionException errorHandlerMayBlock(HandlerMethod error, HandlerMethod event) {
    return CdiMessages.problem(
        905,
        "%s gets the exceptions of %s on its thread, and that is @NonBlocking. Annotate it with"
            + " @NonBlocking, too, if it does not block; else remove @NonBlocking there.",
        error.description(),
        event.description());
  }
}
