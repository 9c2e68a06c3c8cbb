package dev.socketee.cdi;

import dev.socketee.jakarta.json.JsonbValueCodec;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbConfig;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The application's own way with JSON: a bean of type {@link JsonbConfig}, else one of type {@link
 * Jsonb}. Confined to the threads that start and stop the application.
 */
final class ApplicationJson {

  private final BeanManager beanManager;
  private @Nullable OptionalBean<?> kept;

  ApplicationJson(BeanManager beanManager) {
    this.beanManager = beanManager;
  }

  /** Finds out whether it is clear which bean is meant. */
  static void check(BeanManager beanManager, Problems problems) {
    if (available()) {
      check(new OptionalBean<>(beanManager, JsonbConfig.class), problems, beanManager);
      check(new OptionalBean<>(beanManager, Jsonb.class), problems, beanManager);
    }
  }

  private static void check(OptionalBean<?> json, Problems problems, BeanManager beanManager) {
    try {
      Bean<?> bean = json.bean();
      if (bean != null
          && json.type() == JsonbConfig.class
          && beanManager.isNormalScope(bean.getScope())) {
        problems.add(CdiMessages.jsonConfigScope(bean.getBeanClass(), bean.getScope()));
      }
    } catch (AmbiguousResolutionException e) {
      problems.add(CdiMessages.severalJson(json.type(), json.candidates()));
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

  private <T> Optional<T> reference(Class<T> type) {
    OptionalBean<T> bean = new OptionalBean<>(beanManager, type);
    kept = bean;
    return bean.reference();
  }

  /** Lets go of the bean. */
  void close() {
    if (kept != null) {
      kept.close();
    }
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
