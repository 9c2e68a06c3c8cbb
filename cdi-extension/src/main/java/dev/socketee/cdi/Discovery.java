package dev.socketee.cdi;

import dev.socketee.SocketIO;
import dev.socketee.annotation.Namespace;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Specializes;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessSessionBean;
import jakarta.enterprise.inject.spi.SessionBeanType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the container has shown of the application's classes. Confined to the thread that starts the
 * container.
 */
final class Discovery {

  /** By bean, because of a session bean a container may send two events. */
  private final Map<Bean<?>, NamespaceBean> beans = new LinkedHashMap<>();

  /** The classes that have {@code @Namespace}, or handler methods of their own. */
  private final Map<Class<?>, AnnotatedType<?>> annotated = new LinkedHashMap<>();

  /** The classes of the other beans. */
  private final Map<Class<?>, AnnotatedType<?>> others = new LinkedHashMap<>();

  /** Adds a class that has one of our annotations somewhere. */
  void add(AnnotatedType<?> type) {
    annotated.put(type.getJavaClass(), type);
  }

  /** Adds a bean. The event of a session bean is one of a managed bean, too. */
  void add(ProcessManagedBean<?> event) {
    AnnotatedType<?> type = event.getAnnotatedBeanClass();
    Namespace namespace = type.getAnnotation(Namespace.class);
    if (namespace == null) {
      others.put(type.getJavaClass(), type);
      return;
    }
    SessionBeanType sessionBeanType =
        event instanceof ProcessSessionBean<?> session ? session.getSessionBeanType() : null;
    beans.merge(
        event.getBean(),
        new NamespaceBean(
            event.getBean(),
            type,
            NamespaceNames.normalize(namespace.value()),
            NamespaceNames.server(namespace, SocketIO.DEFAULT_NAME),
            List.of(namespace.properties()),
            sessionBeanType),
        (first, second) -> second.sessionBean() ? second : first);
  }

  /** The beans that serve namespaces, without those in whose place a specialized one is. */
  Collection<NamespaceBean> beans() {
    Set<Class<?>> replaced =
        Stream.concat(beans.values().stream().map(NamespaceBean::type), others.values().stream())
            .filter(Discovery::specializes)
            .<Class<?>>map(type -> type.getJavaClass().getSuperclass())
            .collect(Collectors.toSet());
    return beans.values().stream().filter(bean -> !replaced.contains(bean.beanClass())).toList();
  }

  /** The classes of beans that cannot be seen from an archive, as far as they are for others. */
  List<Class<?>> hiddenFrom(BeanManager beanManager) {
    if (beans.isEmpty()) {
      return List.of();
    }
    Set<Bean<?>> visible = beanManager.getBeans(Object.class, Any.Literal.INSTANCE);
    return beans().stream()
        .filter(bean -> !visible.contains(bean.bean()))
        .<Class<?>>map(NamespaceBean::beanClass)
        .toList();
  }

  /** Finds annotations that nothing came of. */
  void check(Problems problems, NamespaceRules rules) {
    for (AnnotatedType<?> type : others.values()) {
      Class<?> specialized = type.getJavaClass().getSuperclass();
      if (specializes(type) && specialized.isAnnotationPresent(Namespace.class)) {
        problems.add(CdiMessages.specializedWithoutNamespace(type.getJavaClass(), specialized));
      }
    }
    for (AnnotatedType<?> type : annotated.values()) {
      Class<?> known = type.getJavaClass();
      if (type.isAnnotationPresent(Namespace.class)) {
        if (beans.values().stream().noneMatch(bean -> bean.beanClass() == known)) {
          rules.checkNoBean(type);
        }
      } else if (others.containsKey(known)
          && hasHandlers(type)
          && beans.values().stream().noneMatch(bean -> known.isAssignableFrom(bean.beanClass()))) {
        problems.add(CdiMessages.handlersWithoutNamespace(known));
      }
    }
  }

  /** Lets go of everything: it is of no use once the application has been deployed. */
  void clear() {
    beans.clear();
    annotated.clear();
    others.clear();
  }

  private static boolean specializes(AnnotatedType<?> type) {
    return type.isAnnotationPresent(Specializes.class);
  }

  private static boolean hasHandlers(AnnotatedType<?> type) {
    return type.getMethods().stream()
        .anyMatch(
            method ->
                method.getJavaMember().getDeclaringClass() == type.getJavaClass()
                    && !HandlerKind.of(method).isEmpty());
  }
}
