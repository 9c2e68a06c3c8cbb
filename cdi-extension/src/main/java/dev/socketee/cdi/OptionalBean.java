package dev.socketee.cdi;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
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
  private @Nullable CreationalContext<?> kept;

  OptionalBean(BeanManager beanManager, Class<T> type) {
    this.beanManager = beanManager;
    this.type = type;
  }

  Class<T> type() {
    return type;
  }

  /** All that could be meant. */
  Set<Bean<?>> candidates() {
    return beanManager.getBeans(type);
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
    return Optional.of(type.cast(beanManager.getReference(bean, type, context)));
  }

  /** Ends the life of a dependent bean; CDI cares for the others. */
  void close() {
    if (kept != null) {
      kept.release();
    }
  }
}
