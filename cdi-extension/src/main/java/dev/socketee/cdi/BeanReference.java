package dev.socketee.cdi;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.SessionBeanType;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Gets references to a bean, through which its interceptors and decorators apply.
 *
 * <p>A dependent bean has an instance for each call, which is destroyed afterwards, as with CDI's
 * observers; so has a stateful session bean without a scope. Of every other bean one reference is
 * kept: a client proxy, the singleton, or the proxy of the session bean. Thread-safe.
 */
final class BeanReference {

  private final BeanManager beanManager;
  private final NamespaceBean bean;
  private final boolean perCall;
  private final AtomicReference<@Nullable Object> kept = new AtomicReference<>();

  BeanReference(BeanManager beanManager, NamespaceBean bean) {
    this.beanManager = beanManager;
    this.bean = bean;
    this.perCall =
        bean.bean().getScope() == Dependent.class
            && (!bean.sessionBean() || bean.sessionBeanType() == SessionBeanType.STATEFUL);
  }

  /** Gets a reference for one call; to be closed after it. */
  Lease lease() {
    if (perCall) {
      CreationalContext<?> context = beanManager.createCreationalContext(bean.bean());
      return new Lease(get(beanManager, bean, context), context);
    }
    Object reference = kept.get();
    if (reference == null) {
      // two threads may both get one: they are interchangeable
      kept.compareAndSet(null, get(beanManager, bean));
      reference = Objects.requireNonNull(kept.get());
    }
    return new Lease(reference, null);
  }

  /** Gets a reference to a bean that is not dependent, or one that nobody closes. */
  static Object get(BeanManager beanManager, NamespaceBean bean) {
    return get(beanManager, bean, beanManager.createCreationalContext(bean.bean()));
  }

  private static Object get(
      BeanManager beanManager, NamespaceBean bean, CreationalContext<?> context) {
    return beanManager.getReference(
        bean.bean(), bean.hasClassView() ? bean.beanClass() : Object.class, context);
  }

  /**
   * A reference for one call.
   *
   * @param target the reference
   * @param context what to release after the call; {@code null} if the reference is kept
   */
  record Lease(Object target, @Nullable CreationalContext<?> context) {

    void close() {
      if (context != null) {
        context.release();
      }
    }
  }
}
