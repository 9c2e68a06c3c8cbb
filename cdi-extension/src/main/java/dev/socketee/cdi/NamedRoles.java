package dev.socketee.cdi;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The roles that the annotations of an application name, of whichever part of it. */
final class NamedRoles {

  private final Set<String> names = ConcurrentHashMap.newKeySet();

  /** Adds those of a class. */
  void add(AnnotatedType<?> type) {
    DeclareRoles declared = type.getAnnotation(DeclareRoles.class);
    if (declared != null) {
      names.addAll(List.of(declared.value()));
    }
    allowed(type);
    for (AnnotatedMethod<?> method : type.getMethods()) {
      allowed(method);
    }
  }

  private void allowed(Annotated annotated) {
    RolesAllowed allowed = annotated.getAnnotation(RolesAllowed.class);
    if (allowed != null) {
      add(allowed);
    }
  }

  /** Adds those of an annotation. */
  void add(RolesAllowed allowed) {
    names.addAll(List.of(allowed.value()));
  }

  Set<String> names() {
    return Set.copyOf(names);
  }
}
