package dev.socketee.cdi;

import dev.socketee.server.NamespaceTemplate;
import jakarta.enterprise.inject.spi.DefinitionException;
import java.lang.reflect.Method;
import java.util.stream.Collectors;

/** What can be wrong with templates of namespaces; numbered among {@link CdiMessages}. */
final class TemplateMessages {

  private TemplateMessages() {}

  static DefinitionException beanTemplate(Class<?> type, String namespace, String reason) {
    return CdiMessages.problem(
        110,
        "%s has @Namespace(\"%s\"), but %s. Write it like \"/tenants/{tenant}\".",
        type.getTypeName(),
        namespace,
        reason);
  }

  static DefinitionException sameShape(Class<?> one, String name, Class<?> other, String same) {
    return CdiMessages.problem(
        111,
        "%s has @Namespace(\"%s\") and %s has @Namespace(\"%s\"), which are the same namespaces."
            + " Give the variables the same names.",
        one.getTypeName(),
        name,
        other.getTypeName(),
        same);
  }

  static DefinitionException noTemplate(Method method, int position, NamespaceBean bean) {
    return CdiMessages.problem(
        314,
        "%s has @NamespaceParam, but the name of its namespace, %s, has no variables. Add one in"
            + " braces, or remove the parameter.",
        Describe.parameter(method, position),
        bean.namespace());
  }

  static DefinitionException noVariable(
      Method method,
      int position,
      String variable,
      NamespaceBean bean,
      NamespaceTemplate template) {
    return CdiMessages.problem(
        315,
        "%s has @NamespaceParam(\"%s\"), but the variables of its namespace, %s, are: %s. Use one"
            + " of them.",
        Describe.parameter(method, position),
        variable,
        bean.namespace(),
        template.variables().stream().sorted().collect(Collectors.joining(", ")));
  }

  static DefinitionException pointTemplate(String point, String namespace, String reason) {
    return CdiMessages.problem(
        408,
        "%s has @Namespace(\"%s\"), but %s. Write it like \"/tenants/{tenant}\".",
        point,
        namespace,
        reason);
  }

  static DefinitionException manyNamespaces(String point, String type, String namespace) {
    return CdiMessages.problem(
        409,
        "%s is a %s, but %s is the name of many namespaces. Make it a Broadcaster, which addresses"
            + " all of them, or use Socket.namespace() for that of a client.",
        point,
        type,
        namespace);
  }
}
