package dev.socketee.cdi;

import dev.socketee.annotation.NonBlocking;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the handlers that say that they do not block, and what is wrong with that. */
final class NonBlockingHandlers {

  /** By name, because a server need not have it. */
  private static final String TRANSACTIONAL = "jakarta.transaction.Transactional";

  private final Problems problems;
  private final BeanManager beanManager;

  NonBlockingHandlers(Problems problems, BeanManager beanManager) {
    this.problems = problems;
    this.beanManager = beanManager;
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

  private boolean transactional(NamespaceBean bean, AnnotatedMethod<?> method) {
    Set<Class<? extends Annotation>> seen = new HashSet<>();
    return transactional(method.getAnnotations(), seen)
        || transactional(bean.type().getAnnotations(), seen)
        || bean.bean().getStereotypes().stream()
            .anyMatch(type -> transactional(beanManager.getStereotypeDefinition(type), seen));
  }

  /** Stereotypes bring their bindings along, and bindings those that they are annotated with. */
  private boolean transactional(
      Collection<Annotation> annotations, Set<Class<? extends Annotation>> seen) {
    return annotations.stream()
        .map(Annotation::annotationType)
        .filter(seen::add)
        .anyMatch(
            type -> type.getName().equals(TRANSACTIONAL) || transactional(definition(type), seen));
  }

  private Set<Annotation> definition(Class<? extends Annotation> type) {
    if (beanManager.isStereotype(type)) {
      return beanManager.getStereotypeDefinition(type);
    }
    return beanManager.isInterceptorBinding(type)
        ? beanManager.getInterceptorBindingDefinition(type)
        : Set.of();
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
