package dev.socketee.cdi;

import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InterceptionType;
import jakarta.enterprise.inject.spi.Interceptor;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import jakarta.validation.executable.ExecutableValidator;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Validates a handler where no interceptor does. Needs the API: see {@link
 * BeanValidation#AVAILABLE}.
 *
 * @param validator checks
 * @param method the handler
 */
record ValidatedMethod(ExecutableValidator validator, Method method) implements CallValidation {

  /** Whose interceptors validate: they have nothing else in common. */
  private static final List<String> VALIDATORS =
      List.of("org.hibernate.validator.", "org.apache.bval.");

  /**
   * For a handler with constraints: the interceptor checks them, as those of any other method of a
   * bean, if there is one.
   *
   * @throws IllegalStateException if there is nothing that can
   */
  static CallValidation of(BeanManager beanManager, HandlerMethod handler) {
    return intercepted(beanManager, handler)
        ? CallValidation.NONE
        : new ValidatedMethod(validator(beanManager).forExecutables(), handler.method());
  }

  private static boolean intercepted(BeanManager beanManager, HandlerMethod handler) {
    Annotation[] bindings =
        Stream.concat(
                handler.bean().type().getAnnotations().stream(),
                handler.bean().type().getMethods().stream()
                    .filter(method -> same(method, handler.method()))
                    .flatMap(method -> method.getAnnotations().stream()))
            .filter(annotation -> beanManager.isInterceptorBinding(annotation.annotationType()))
            .distinct()
            .toArray(Annotation[]::new);
    List<Interceptor<?>> interceptors =
        bindings.length == 0
            ? List.of()
            : beanManager.resolveInterceptors(InterceptionType.AROUND_INVOKE, bindings);
    return interceptors.stream()
        .map(interceptor -> interceptor.getBeanClass().getName())
        .anyMatch(name -> VALIDATORS.stream().anyMatch(name::startsWith));
  }

  private static boolean same(AnnotatedMethod<?> annotated, Method method) {
    Method member = annotated.getJavaMember();
    return member.getName().equals(method.getName())
        && List.of(member.getParameterTypes()).equals(List.of(method.getParameterTypes()));
  }

  private static Validator validator(BeanManager beanManager) {
    Collection<Bean<?>> beans = beanManager.getBeans(Validator.class);
    if (beans.isEmpty()) {
      return byDefault();
    }
    Bean<?> bean = beanManager.resolve(Set.copyOf(beans));
    return (Validator)
        beanManager.getReference(bean, Validator.class, beanManager.createCreationalContext(bean));
  }

  private static Validator byDefault() {
    try {
      return Validation.buildDefaultValidatorFactory().getValidator();
    } catch (ValidationException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  @Override
  public void arguments(Object target, @Nullable Object[] arguments) {
    refuse(validator.validateParameters(target, method, arguments));
  }

  @Override
  public void result(Object target, @Nullable Object result) {
    if (method.getReturnType() != void.class) {
      refuse(validator.validateReturnValue(target, method, result));
    }
  }

  private static void refuse(Set<? extends ConstraintViolation<?>> violations) {
    if (!violations.isEmpty()) {
      throw new ConstraintViolationException(violations);
    }
  }
}
