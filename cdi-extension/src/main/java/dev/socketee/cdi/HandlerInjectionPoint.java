package dev.socketee.cdi;

import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.annotation.Annotation;
import java.lang.reflect.Member;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A parameter of a handler that CDI injects, as it does those of observer methods.
 *
 * @param bean the bean that has the handler
 * @param parameter the parameter
 * @param type its type, without type variables
 * @param qualifiers its qualifiers, {@code @Default} if it has none
 */
record HandlerInjectionPoint(
    Bean<?> bean, AnnotatedParameter<?> parameter, Type type, Set<Annotation> qualifiers)
    implements InjectionPoint {

  static HandlerInjectionPoint of(
      BeanManager beanManager, Bean<?> bean, AnnotatedParameter<?> parameter, Type type) {
    Set<Annotation> qualifiers = qualifiers(beanManager, parameter);
    return new HandlerInjectionPoint(
        bean,
        parameter,
        type,
        qualifiers.isEmpty() ? Set.of(Default.Literal.INSTANCE) : qualifiers);
  }

  /** The qualifiers that are written at the parameter. */
  static Set<Annotation> qualifiers(BeanManager beanManager, AnnotatedParameter<?> parameter) {
    return parameter.getAnnotations().stream()
        .filter(annotation -> beanManager.isQualifier(annotation.annotationType()))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Type getType() {
    return type;
  }

  @Override
  public Set<Annotation> getQualifiers() {
    return qualifiers;
  }

  @Override
  public Bean<?> getBean() {
    return bean;
  }

  @Override
  public Member getMember() {
    return parameter.getDeclaringCallable().getJavaMember();
  }

  @Override
  public Annotated getAnnotated() {
    return parameter;
  }

  @Override
  public boolean isDelegate() {
    return false;
  }

  @Override
  public boolean isTransient() {
    return true;
  }
}
