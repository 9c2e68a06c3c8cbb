package dev.socketee.cdi;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;

/** Which method of a class overrides one that it inherits. */
final class Overrides {

  private Overrides() {}

  /**
   * The method that runs in place of another one.
   *
   * @param method a method of a superclass of the class, or of the class
   * @param type the class
   * @return the nearest method that overrides it; empty if it runs itself
   */
  static Optional<Method> find(Method method, Class<?> type) {
    for (Class<?> current = type;
        current != null && current != method.getDeclaringClass();
        current = current.getSuperclass()) {
      Optional<Method> overrider =
          Arrays.stream(current.getDeclaredMethods())
              .filter(candidate -> overrides(candidate, method))
              .findFirst()
              .flatMap(Overrides::written);
      if (overrider.isPresent()) {
        return overrider;
      }
    }
    return Optional.empty();
  }

  /** Whether two classes are in one package at run time, so that package-private is enough. */
  static boolean samePackage(Class<?> one, Class<?> other) {
    return one.getClassLoader() == other.getClassLoader()
        && one.getPackageName().equals(other.getPackageName());
  }

  /** Whether a method can be seen in its package only. */
  static boolean packagePrivate(Method method) {
    return (method.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED | Modifier.PRIVATE)) == 0;
  }

  private static boolean overrides(Method candidate, Method method) {
    return candidate.getName().equals(method.getName())
        && Arrays.equals(candidate.getParameterTypes(), method.getParameterTypes())
        && !Modifier.isStatic(candidate.getModifiers())
        && !Modifier.isPrivate(candidate.getModifiers())
        && !Modifier.isStatic(method.getModifiers())
        && !Modifier.isPrivate(method.getModifiers())
        && (!packagePrivate(method)
            || samePackage(candidate.getDeclaringClass(), method.getDeclaringClass()));
  }

  /**
   * The method that the source code has. The compiler makes bridges for two reasons: with type
   * variables put in, where the bridge stands for a method beside it; and to make a public method
   * of a package-private class accessible, where the bridge calls the inherited method, and nothing
   * has been overridden.
   */
  private static Optional<Method> written(Method method) {
    if (!method.isBridge()) {
      return Optional.of(method);
    }
    return Arrays.stream(method.getDeclaringClass().getDeclaredMethods())
        .filter(candidate -> !candidate.isBridge() && bridged(candidate, method))
        .findFirst();
  }

  private static boolean bridged(Method candidate, Method bridge) {
    Class<?>[] narrow = candidate.getParameterTypes();
    Class<?>[] wide = bridge.getParameterTypes();
    if (!candidate.getName().equals(bridge.getName()) || narrow.length != wide.length) {
      return false;
    }
    for (int i = 0; i < narrow.length; i++) {
      if (!wide[i].isAssignableFrom(narrow[i])) {
        return false;
      }
    }
    return true;
  }
}
