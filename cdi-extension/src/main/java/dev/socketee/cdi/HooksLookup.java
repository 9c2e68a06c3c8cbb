package dev.socketee.cdi;

import dev.socketee.spi.RequestHooks;
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

/** The application's beans of type {@link RequestHooks}. */
final class HooksLookup {

  private static final Comparator<Handle<RequestHooks>> ORDER =
      Comparator.<Handle<RequestHooks>>comparingInt(handle -> priority(handle.getBean()))
          .thenComparing(handle -> handle.getBean().getBeanClass().getName());

  private final List<Handle<RequestHooks>> found;

  HooksLookup(BeanManager beanManager) {
    Instance<RequestHooks> all =
        beanManager.createInstance().select(RequestHooks.class, Any.Literal.INSTANCE);
    found = all.handlesStream().<Handle<RequestHooks>>map(handle -> handle).sorted(ORDER).toList();
  }

  /** Those with the smallest {@code @Priority} first, those without one last. */
  List<RequestHooks> hooks() {
    return found.stream().map(Handle::get).toList();
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
