package dev.socketee.cdi;

import jakarta.enterprise.inject.spi.DefinitionException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.stream.Collectors;

/** What can be wrong with the access to namespaces and handlers: see {@link CdiMessages}. */
final class AccessMessages {

  private AccessMessages() {}

  static DefinitionException severalAnnotations(String where, Collection<Annotation> annotations) {
    return CdiMessages.problem(
        801,
        "%s has %s, by itself or by stereotypes, but only one of them can hold. Keep one; on the"
            + " class itself it counts before those of its stereotypes.",
        where,
        annotations.stream()
            .map(AccessMessages::name)
            .sorted()
            .collect(Collectors.joining(" and ")));
  }

  static DefinitionException neverRefused(Method method, HandlerKind kind, Annotation annotation) {
    return CdiMessages.problem(
        802,
        "%s has %s, but %s methods are called by the server, whoever the caller is. Remove it.",
        Describe.method(method),
        name(annotation),
        kind);
  }

  static DefinitionException withoutRole(String where) {
    return CdiMessages.problem(
        803,
        "%s has @RolesAllowed without a role, or with an empty one. Name the roles, or use @DenyAll"
            + " for nobody, or @Authenticated for every caller that is known.",
        where);
  }

  static DefinitionException star(String where) {
    return CdiMessages.problem(
        804,
        "%s has @RolesAllowed(\"*\"), but no caller is in a role of that name. Use @Authenticated for"
            + " every caller that is known, or @PermitAll for everybody.",
        where);
  }

  private static String name(Annotation annotation) {
    return "@" + annotation.annotationType().getSimpleName();
  }
}
