package dev.socketee.cdi;

import dev.socketee.annotation.Authenticated;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads for whom beans and their handlers are, and finds what is wrong with that.
 *
 * <p>An inherited handler is never for more than the class that declares it says, whatever the
 * class of the bean says: as with session beans. Other than with them, it is for no more than the
 * class of the bean says if nothing else is said: who secures a class means all of it.
 */
final class AccessReader {

  private static final Set<Class<? extends Annotation>> ANNOTATIONS =
      Set.of(RolesAllowed.class, PermitAll.class, DenyAll.class, Authenticated.class);

  /** In web.xml everybody in some role, but nothing in an annotation. */
  private static final String STAR = "*";

  private final Problems problems;
  private final BeanManager beanManager;
  private final NamedRoles roles;

  AccessReader(Problems problems, BeanManager beanManager, NamedRoles roles) {
    this.problems = problems;
    this.beanManager = beanManager;
    this.roles = roles;
  }

  /** Who may connect to the namespace of a bean, as far as that has a say. */
  Access of(NamespaceBean bean) {
    return from(bean.beanClass(), bean).orElse(Access.OPEN);
  }

  /** Who may call a handler of a bean. */
  Access of(NamespaceBean bean, AnnotatedMethod<?> annotated, HandlerKind kind) {
    Method method = annotated.getJavaMember();
    Set<Annotation> own = security(annotated.getAnnotations());
    return switch (kind) {
      case CONNECT, EVENT ->
          own.isEmpty()
              ? from(method.getDeclaringClass(), bean).orElseGet(() -> of(bean))
              : access(own, Describe.method(method));
      case DISCONNECT, ERROR -> {
        own.forEach(
            annotation -> problems.add(AccessMessages.neverRefused(method, kind, annotation)));
        yield Access.OPEN;
      }
    };
  }

  /** What a class says, or the next of its superclasses that says something. */
  private Optional<Access> from(Class<?> first, NamespaceBean bean) {
    for (Class<?> type = first; type != null; type = type.getSuperclass()) {
      Collection<Annotation> annotations =
          type == bean.beanClass()
              ? bean.type().getAnnotations()
              : List.of(type.getDeclaredAnnotations());
      Set<Annotation> found = security(annotations);
      if (found.isEmpty()) {
        addStereotypes(annotations, found);
      }
      if (!found.isEmpty()) {
        return Optional.of(access(found, type.getTypeName()));
      }
    }
    return Optional.empty();
  }

  private void addStereotypes(Collection<Annotation> annotations, Set<Annotation> found) {
    for (Annotation annotation : annotations) {
      Class<? extends Annotation> type = annotation.annotationType();
      if (beanManager.isStereotype(type)) {
        Set<Annotation> definition = beanManager.getStereotypeDefinition(type);
        found.addAll(security(definition));
        addStereotypes(definition, found);
      }
    }
  }

  private static Set<Annotation> security(Collection<Annotation> annotations) {
    Set<Annotation> found = new LinkedHashSet<>();
    for (Annotation annotation : annotations) {
      if (ANNOTATIONS.contains(annotation.annotationType())) {
        found.add(annotation);
      }
    }
    return found;
  }

  private Access access(Set<Annotation> found, String where) {
    Annotation annotation = found.iterator().next();
    if (found.size() > 1) {
      problems.add(AccessMessages.severalAnnotations(where, found));
      return Access.CLOSED;
    }
    if (annotation instanceof RolesAllowed allowed) {
      return access(allowed, where);
    }
    if (annotation instanceof PermitAll) {
      return Access.OPEN;
    }
    return annotation instanceof Authenticated ? Access.KNOWN : Access.CLOSED;
  }

  private Access access(RolesAllowed allowed, String where) {
    Set<String> names = Set.copyOf(List.of(allowed.value()));
    if (names.isEmpty() || names.stream().anyMatch(String::isBlank)) {
      problems.add(AccessMessages.withoutRole(where));
    } else if (names.contains(STAR)) {
      problems.add(AccessMessages.star(where));
    }
    roles.add(allowed);
    return Access.of(names);
  }
}
