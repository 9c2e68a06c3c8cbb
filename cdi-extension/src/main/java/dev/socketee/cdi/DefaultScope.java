package dev.socketee.cdi;

import dev.socketee.annotation.Namespace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import java.lang.annotation.Annotation;
import java.util.Collection;

/**
 * Makes {@code @Namespace} beans application-scoped where nothing else is said: neither by a scope
 * annotation, nor by a stereotype, nor by being an enterprise bean.
 *
 * <p>The stereotype {@code @Namespace} itself cannot have a default scope, because a session bean
 * could not have it then. A session bean that only {@code ejb-jar.xml} knows of cannot be told
 * here; it needs {@code @Dependent}.
 */
final class DefaultScope {

  private DefaultScope() {}

  static void apply(ProcessAnnotatedType<?> event, BeanManager beanManager) {
    AnnotatedType<?> type = event.getAnnotatedType();
    if (type.isAnnotationPresent(Namespace.class)
        && !EnterpriseBeans.enterprise(type)
        && !scoped(type.getAnnotations(), beanManager)) {
      event.configureAnnotatedType().add(ApplicationScoped.Literal.INSTANCE);
    }
  }

  private static boolean scoped(Collection<Annotation> annotations, BeanManager beanManager) {
    return annotations.stream()
        .map(Annotation::annotationType)
        .anyMatch(
            type ->
                beanManager.isScope(type)
                    || (beanManager.isStereotype(type)
                        && scoped(beanManager.getStereotypeDefinition(type), beanManager)));
  }
}
