package dev.socketee.cdi;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Instance.Handle;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Prioritized;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The application's beans of a type of which there may be several.
 *
 * @param <T> the type
 */
final class OrderedBeans<T> {

  private final List<Handle<T>> found;

  OrderedBeans(BeanManager beanManager, Class<T> type) {
    Instance<T> all = beanManager.createInstance().select(type, Any.Literal.INSTANCE);
    Comparator<Handle<T>> order =
        Comparator.<Handle<T>>comparingInt(handle -> priority(handle.getBean()))
            .thenComparing(handle -> handle.getBean().getBeanClass().getName());
    found = all.handlesStream().<Handle<T>>map(handle -> handle).sorted(order).toList();
  }

  /** Those with the smallest {@code @Priority} first, those without one last. */
  List<T> all() {
    return all((type, bean) -> bean);
  }

  /** Likewise, made something of with their classes. */
  <R> List<R> all(BiFunction<Class<?>, T, R> how) {
    return found.stream()
        .map(handle -> how.apply(handle.getBean().getBeanClass(), handle.get()))
        .toList();
  }

  /** Ends the life of dependent beans; CDI cares for the others. */
  void close() {
    found.stream()
        .filter(handle -> handle.getBean().getScope() == Dependent.class)
        .forEach(Handle::destroy);
  }

  private static int priority(Bean<?> bean) {
    if (bean instanceof Prioritized prioritized) {
      return prioritized.getPriority();
    }
    Priority priority = bean.getBeanClass().getAnnotation(Priority.class);
    return priority == null ? Integer.MAX_VALUE : priority.value();
  }
}
