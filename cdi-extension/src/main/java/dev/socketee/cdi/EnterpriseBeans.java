package dev.socketee.cdi;

import jakarta.enterprise.inject.spi.AnnotatedType;
import java.util.Set;

/** Tells enterprise beans by their annotations' names, because a server need not have them. */
final class EnterpriseBeans {

  private static final String MESSAGE_DRIVEN = "jakarta.ejb.MessageDriven";
  private static final Set<String> ANNOTATIONS =
      Set.of(
          "jakarta.ejb.Stateless", "jakarta.ejb.Stateful", "jakarta.ejb.Singleton", MESSAGE_DRIVEN);

  private EnterpriseBeans() {}

  /** Whether the container, not CDI, decides on the life of the instances. */
  static boolean enterprise(AnnotatedType<?> type) {
    return has(type, ANNOTATIONS);
  }

  static boolean messageDriven(AnnotatedType<?> type) {
    return has(type, Set.of(MESSAGE_DRIVEN));
  }

  private static boolean has(AnnotatedType<?> type, Set<String> annotations) {
    return type.getAnnotations().stream()
        .anyMatch(annotation -> annotations.contains(annotation.annotationType().getName()));
  }
}
