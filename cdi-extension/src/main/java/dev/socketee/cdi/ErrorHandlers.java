package dev.socketee.cdi;

import dev.socketee.Socket;
import jakarta.enterprise.inject.spi.Bean;
import java.util.List;
import java.util.Optional;

/** The handlers of errors of one namespace. Immutable. */
final class ErrorHandlers {

  private final List<HandlerInvoker> handlers;

  /**
   * For one namespace.
   *
   * @param handlers its handlers of errors; of two of one type, the first is preferred
   */
  ErrorHandlers(List<HandlerInvoker> handlers) {
    this.handlers = List.copyOf(handlers);
  }

  /**
   * Gives an exception to the handler with the most specific type: one of the bean that has thrown
   * it, if there is any, else one of another bean.
   *
   * @param source the bean that has thrown it
   * @param socket the socket that it was called for
   * @param error the exception
   * @return whether there was a handler
   * @throws Throwable what that handler has thrown
   */
  boolean handle(NamespaceBean source, Socket socket, Throwable error) throws Throwable {
    Optional<HandlerInvoker> found = find(source.bean(), error);
    if (found.isEmpty()) {
      return false;
    }
    try {
      found.get().invoke(Call.error(socket, error));
      return true;
    } catch (Throwable failure) {
      if (failure != error) {
        failure.addSuppressed(error);
      }
      throw failure;
    }
  }

  private Optional<HandlerInvoker> find(Bean<?> bean, Throwable error) {
    List<HandlerInvoker> matching =
        handlers.stream()
            .filter(candidate -> candidate.handler().errorType().isInstance(error))
            .toList();
    return matching.stream()
        .filter(candidate -> candidate.handler().bean().bean().equals(bean))
        .reduce(ErrorHandlers::moreSpecific)
        .or(() -> matching.stream().reduce(ErrorHandlers::moreSpecific));
  }

  /** Both types are superclasses of one class, so one is a superclass of the other. */
  private static HandlerInvoker moreSpecific(HandlerInvoker one, HandlerInvoker other) {
    Class<?> type = one.handler().errorType();
    Class<?> otherType = other.handler().errorType();
    return type != otherType && type.isAssignableFrom(otherType) ? other : one;
  }
}
