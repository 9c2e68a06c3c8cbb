package dev.socketee.cdi;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the method by which a handler is called on a reference to its bean, so that the calls go
 * through the bean's proxies and interceptors, or says why there is none.
 */
final class HandlerView {

  private final Problems problems;

  HandlerView(Problems problems) {
    this.problems = problems;
  }

  /**
   * The method to call.
   *
   * @param bean the bean
   * @param method the handler, of the bean's class or a superclass
   * @return the handler itself, or the method of an interface that the reference has instead of the
   *     class; empty if a problem has been added
   */
  Optional<Method> find(NamespaceBean bean, Method method) {
    int modifiers = method.getModifiers();
    if (Modifier.isPrivate(modifiers)) {
      problems.add(HandlerMessages.privateHandler(method));
    } else if (Modifier.isStatic(modifiers)) {
      problems.add(HandlerMessages.staticHandler(method));
    } else if (Modifier.isFinal(modifiers)) {
      problems.add(HandlerMessages.finalHandler(method));
    } else if (!bean.hasClassView()) {
      return ofInterface(bean, method);
    } else if (bean.sessionBean() && !Modifier.isPublic(modifiers)) {
      problems.add(HandlerMessages.sessionBeanMethodNotPublic(method));
    } else if (Overrides.packagePrivate(method)
        && !Overrides.samePackage(method.getDeclaringClass(), bean.beanClass())) {
      problems.add(HandlerMessages.packagePrivateElsewhere(method, bean.beanClass()));
    } else {
      return accessible(method);
    }
    return Optional.empty();
  }

  private Optional<Method> ofInterface(NamespaceBean bean, Method method) {
    Optional<Method> found =
        bean.interfaces().stream().flatMap(type -> declared(type, method)).findFirst();
    if (found.isEmpty()) {
      problems.add(
          bean.sessionBean()
              ? HandlerMessages.notInBusinessInterface(method, bean.interfaces())
              : HandlerMessages.notInBeanTypes(method, bean.interfaces()));
      return Optional.empty();
    }
    return accessible(found.get());
  }

  private static Stream<Method> declared(Class<?> type, Method method) {
    return Arrays.stream(type.getMethods())
        .filter(
            candidate ->
                candidate.getName().equals(method.getName())
                    && Arrays.equals(candidate.getParameterTypes(), method.getParameterTypes()));
  }

  private Optional<Method> accessible(Method method) {
    if (method.trySetAccessible()) {
      return Optional.of(method);
    }
    problems.add(HandlerMessages.inaccessible(method));
    return Optional.empty();
  }
}
