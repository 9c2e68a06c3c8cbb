package dev.socketee.cdi;

import dev.socketee.annotation.NonBlocking;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Finds the handlers that say that they do not block, and what is wrong with that. */
final class NonBlockingHandlers {

  /** By name, because a server need not have it. */
  private static final String TRANSACTIONAL = "jakarta.transaction.Transactional";

  private final Problems problems;

  NonBlockingHandlers(Problems problems) {
    this.problems = problems;
  }

  /** Whether a handler says so, itself or by its class. */
  boolean read(NamespaceBean bean, AnnotatedMethod<?> method, HandlerKind kind) {
    boolean itself = present(method);
    return switch (kind) {
      case CONNECT, DISCONNECT -> {
        if (itself) {
          problems.add(ThreadMessages.alwaysOnAThreadThatMayBlock(method.getJavaMember(), kind));
        }
        yield false;
      }
      case EVENT, ERROR -> {
        boolean found = itself || bean.type().isAnnotationPresent(NonBlocking.class);
        if (found) {
          check(bean, method);
        }
        yield found;
      }
    };
  }

  private void check(NamespaceBean bean, AnnotatedMethod<?> method) {
    if (bean.sessionBean()) {
      problems.add(ThreadMessages.nonBlockingSessionBean(method.getJavaMember()));
    } else if (transactional(bean, method)) {
      problems.add(ThreadMessages.nonBlockingTransaction(method.getJavaMember()));
    }
  }

  private static boolean transactional(NamespaceBean bean, AnnotatedMethod<?> method) {
    Stream<Annotation> ofStereotypes =
        bean.bean().getStereotypes().stream()
            .flatMap(stereotype -> Arrays.stream(stereotype.getAnnotations()));
    return Stream.of(
            method.getAnnotations().stream(), bean.type().getAnnotations().stream(), ofStereotypes)
        .flatMap(annotations -> annotations)
        .anyMatch(annotation -> annotation.annotationType().getName().equals(TRANSACTIONAL));
  }

  /** Checks a method that is no handler. */
  void checkOther(AnnotatedMethod<?> method) {
    if (present(method)) {
      problems.add(ThreadMessages.nonBlockingNoHandler(method.getJavaMember()));
    }
  }

  /** Checks the handlers of one namespace: those of errors run on the thread of the others. */
  void checkTogether(Collection<HandlerMethod> handlers) {
    List<HandlerMethod> errors =
        handlers.stream()
            .filter(handler -> handler.kind() == HandlerKind.ERROR && !handler.nonBlocking())
            .toList();
    handlers.stream()
        .filter(handler -> handler.kind() == HandlerKind.EVENT && handler.nonBlocking())
        .findFirst()
        .ifPresent(
            event ->
                errors.forEach(
                    error -> problems.add(ThreadMessages.errorHandlerMayBlock(error, event))));
  }

  private static boolean present(Annotated annotated) {
    return annotated.isAnnotationPresent(NonBlocking.class);
  }
}
