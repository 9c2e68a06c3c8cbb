package dev.socketee.cdi;

import dev.socketee.server.NamespaceTemplate;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.SessionBeanType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bean that serves a namespace.
 *
 * @param bean the bean
 * @param type its class, as extensions have left it
 * @param namespace the name of the namespace, as {@link NamespaceNames#normalize} makes it
 * @param server the name of the server that has it
 * @param properties options of the namespace, as the annotation has them
 * @param sessionBeanType which kind of enterprise bean it is; {@code null} for a managed bean
 */
record NamespaceBean(
    Bean<?> bean,
    AnnotatedType<?> type,
    String namespace,
    String server,
    List<String> properties,
    @Nullable SessionBeanType sessionBeanType) {

  NamespaceBean {
    properties = List.copyOf(properties);
  }

  Class<?> beanClass() {
    return type.getJavaClass();
  }

  boolean sessionBean() {
    return sessionBeanType != null;
  }

  /** What the name is, if it is that of many namespaces; empty, too, if it is a wrong one. */
  Optional<NamespaceTemplate> template() {
    try {
      return NamespaceTemplate.isOne(namespace)
          ? Optional.of(NamespaceTemplate.of(namespace))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // said by the rules for namespaces
    }
  }

  /**
   * Whether references to the bean have the methods of its class: not those to a session bean with
   * business interfaces, nor those to a managed bean whose types {@code @Typed} restricts.
   */
  boolean hasClassView() {
    return bean.getTypes().stream().anyMatch(type -> raw(type) == beanClass());
  }

  /** The interfaces that references to the bean have. */
  List<Class<?>> interfaces() {
    return bean.getTypes().stream()
        .<@Nullable Class<?>>map(NamespaceBean::raw)
        .filter(Objects::nonNull)
        .<Class<?>>map(Objects::requireNonNull)
        .filter(Class::isInterface)
        .toList();
  }

  private static @Nullable Class<?> raw(Type type) {
    if (type instanceof Class<?> raw) {
      return raw;
    }
    return type instanceof ParameterizedType parameterized
            && parameterized.getRawType() instanceof Class<?> raw
        ? raw
        : null;
  }
}
