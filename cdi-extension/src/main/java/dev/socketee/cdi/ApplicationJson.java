package dev.socketee.cdi;

import dev.socketee.jakarta.json.JsonbValueCodec;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbConfig;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The application's own way with JSON: a bean of type {@link JsonbConfig}, else one of type {@link
 * Jsonb}. Confined to the threads that start and stop the application.
 */
final class ApplicationJson {

  private final BeanManager beanManager;
  private @Nullable CreationalContext<?> kept;

  ApplicationJson(BeanManager beanManager) {
    this.beanManager = beanManager;
  }

  /** Finds out whether it is clear which bean is meant. */
  static void check(BeanManager beanManager, Problems problems) {
    if (available()) {
      ApplicationJson json = new ApplicationJson(beanManager);
      json.check(JsonbConfig.class, problems);
      json.check(Jsonb.class, problems);
    }
  }

  private void check(Class<?> type, Problems problems) {
    Set<Bean<?>> beans = beanManager.getBeans(type);
    try {
      Bean<?> bean = beanManager.resolve(beans);
      if (bean != null && type == JsonbConfig.class && beanManager.isNormalScope(bean.getScope())) {
        problems.add(CdiMessages.jsonConfigScope(bean.getBeanClass(), bean.getScope()));
      }
    } catch (AmbiguousResolutionException e) {
      problems.add(CdiMessages.severalJson(type, beans));
    }
  }

  /** A codec that goes by the application's bean; empty if it has none. */
  Optional<JsonbValueCodec> codec() {
    if (!available()) {
      return Optional.empty();
    }
    return reference(JsonbConfig.class)
        .map(JsonbValueCodec::new)
        .or(() -> reference(Jsonb.class).map(JsonbValueCodec::new));
  }

  /** Lets go of the bean. */
  void close() {
    if (kept != null) {
      kept.release();
    }
  }

  private <T> Optional<T> reference(Class<T> type) {
    Bean<?> bean = beanManager.resolve(beanManager.getBeans(type));
    if (bean == null) {
      return Optional.empty();
    }
    CreationalContext<?> context = beanManager.createCreationalContext(bean);
    kept = context;
    return Optional.of(type.cast(beanManager.getReference(bean, type, context)));
  }

  /** Whether there is the API: a server without it has no such bean. */
  private static boolean available() {
    try {
      Class.forName("jakarta.json.bind.JsonbConfig", false, ApplicationJson.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
