package dev.socketee.cdi;

import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether there is anything to validate, and anything to do it with. */
final class BeanValidation {

  /** Whether there is the API; what needs it must not be touched without. */
  static final boolean AVAILABLE = available();

  private static final String VALID = "jakarta.validation.Valid";
  private static final String CONSTRAINT = "jakarta.validation.Constraint";

  private BeanValidation() {}

  /**
   * Prepares the validation of a handler.
   *
   * @throws IllegalStateException if it has constraints, and there is nothing that checks them
   */
  static CallValidation of(BeanManager beanManager, HandlerMethod handler) {
    return AVAILABLE && constrained(handler)
        ? ValidatedMethod.of(beanManager, handler)
        : CallValidation.NONE;
  }

  private static boolean available() {
    try {
      Class.forName(
          "jakarta.validation.executable.ExecutableValidator",
          false,
          BeanValidation.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** By annotations: a deployment without any does not start a validator, which takes its time. */
  private static boolean constrained(HandlerMethod handler) {
    return hierarchy(handler.bean().beanClass())
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> sameSignature(method, handler.method()))
        .anyMatch(BeanValidation::constrained);
  }

  private static Stream<Class<?>> hierarchy(Class<?> type) {
    Class<?> superclass = type.getSuperclass();
    return Stream.concat(
        Stream.of(type),
        Stream.concat(
            superclass == null ? Stream.empty() : hierarchy(superclass),
            Arrays.stream(type.getInterfaces()).flatMap(BeanValidation::hierarchy)));
  }

  private static boolean sameSignature(Method one, Method other) {
    return one.getName().equals(other.getName())
        && Arrays.equals(one.getParameterTypes(), other.getParameterTypes());
  }

  private static boolean constrained(Method method) {
    return constrained(method, method.getAnnotatedReturnType())
        || IntStream.range(0, method.getParameterCount())
            .anyMatch(
                i ->
                    constrained(method.getParameters()[i], method.getAnnotatedParameterTypes()[i]));
  }

  private static boolean constrained(AnnotatedElement element, AnnotatedType type) {
    return Arrays.stream(element.getAnnotations()).anyMatch(BeanValidation::constraint)
        || Arrays.stream(type.getAnnotations()).anyMatch(BeanValidation::constraint)
        || (type instanceof AnnotatedParameterizedType container
            && Arrays.stream(container.getAnnotatedActualTypeArguments())
                .anyMatch(argument -> constrained(argument, argument)));
  }

  /** One, the mark to go on, or several of a kind, which are wrapped in one annotation. */
  private static boolean constraint(Annotation annotation) {
    Class<?> type = annotation.annotationType();
    return type.getName().equals(VALID) || marked(type) || marked(type.getEnclosingClass());
  }

  private static boolean marked(@Nullable Class<?> type) {
    return type != null
        && Arrays.stream(type.getAnnotations())
            .anyMatch(meta -> meta.annotationType().getName().equals(CONSTRAINT));
  }
}
