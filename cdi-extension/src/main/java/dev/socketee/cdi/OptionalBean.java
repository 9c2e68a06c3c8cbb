package dev.socketee.cdi;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A bean of some type that an application may have, and if so one. Confined to the threads that
 * start and stop the application.
 *
 * @param <T> the type
 */
final class OptionalBean<T> {

  private final BeanManager beanManager;
  private final Class<T> type;
  private final Type required;
  private @Nullable CreationalContext<?> kept;

  OptionalBean(BeanManager beanManager, Class<T> type) {
    this(beanManager, type, type);
  }

  /** One of a generic type, of which the class is {@code type}. */
  OptionalBean(BeanManager beanManager, Class<T> type, Type required) {
    this.beanManager = beanManager;
    this.type = type;
    this.required = required;
  }

  Type type() {
    return required;
  }

  /** All that could be meant. */
  Set<Bean<?>> candidates() {
    return beanManager.getBeans(required);
  }

  /**
   * The one that is meant.
   *
   * @return {@code null} if there is none
   * @throws AmbiguousResolutionException if it is not clear which one
   */
  @Nullable Bean<?> bean() {
    return beanManager.resolve(candidates());
  }

  /** A reference to it, which {@link #close} lets go of; empty if there is none. */
  Optional<T> reference() {
    Bean<?> bean = bean();
    if (bean == null) {
      return Optional.empty();
    }
    CreationalContext<?> context = beanManager.createCreationalContext(bean);
    kept = context;
    return Optional.of(type.cast(beanManager.getReference(bean, required, context)));
  }

  /** Ends the life of a dependent bean; CDI cares for the others. */
  void close() {
    if (kept != null) {
      kept.release();
    }
  }
}
