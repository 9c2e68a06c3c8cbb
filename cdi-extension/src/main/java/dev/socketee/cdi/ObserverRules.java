package dev.socketee.cdi;

import dev.socketee.Socket;
import dev.socketee.annotation.Connected;
import dev.socketee.annotation.Disconnected;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is wrong with observers of sockets, and whether there are any. Confined to the thread
 * that starts the container.
 */
final class ObserverRules {

  private final Problems problems;
  private boolean found;

  ObserverRules(Problems problems) {
    this.problems = problems;
  }

  /** Whether anybody observes. */
  boolean found() {
    return found;
  }

  void check(ProcessObserverMethod<?, ?> event) {
    ObserverMethod<?> observer = event.getObserverMethod();
    List<Annotation> ours =
        observer.getObservedQualifiers().stream()
            .filter(qualifier -> namespace(qualifier) != null)
            .toList();
    Class<?> type = TypeVariables.raw(observer.getObservedType());
    found |= !ours.isEmpty() || type.isAssignableFrom(Socket.class);
    if (ours.isEmpty() || event.getAnnotatedMethod() == null) {
      return;
    }
    Member method = event.getAnnotatedMethod().getJavaMember();
    for (Annotation qualifier : ours) {
      String name = "@" + qualifier.annotationType().getSimpleName();
      String namespace = String.valueOf(namespace(qualifier));
      if (!type.isAssignableFrom(Socket.class)) {
        problems.add(CdiMessages.observedType(method, name, type));
      }
      if (observer.isAsync()) {
        problems.add(CdiMessages.asyncObserver(method, name));
      }
      if (!namespace.isEmpty() && !(namespace.startsWith("/") && NamespaceNames.valid(namespace))) {
        problems.add(CdiMessages.observedNamespace(method, name, namespace));
      }
    }
  }

  /** That of one of our qualifiers. */
  private static @Nullable String namespace(Annotation qualifier) {
    if (qualifier instanceof Connected connected) {
      return connected.value();
    }
    return qualifier instanceof Disconnected disconnected ? disconnected.value() : null;
  }
}
