package dev.socketee.cdi;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.BeanManager;
import org.jspecify.annotations.Nullable;

/**
 * Injects a parameter. What is dependent lives as long as the call does. Thread-safe.
 *
 * @param beanManager injects
 * @param point the parameter
 */
record InjectedParameter(BeanManager beanManager, HandlerInjectionPoint point)
    implements ArgumentBinder {

  @Override
  public @Nullable Object bind(Call call) {
    CreationalContext<?> context = beanManager.createCreationalContext(null);
    call.afterwards(context);
    return beanManager.getInjectableReference(point, context);
  }
}
