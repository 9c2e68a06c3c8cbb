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
 * Jsonb}, else the one that a bean of Jakarta REST resolves. Confined to the threads that start and
 * stop the application.
 */
final class ApplicationJson {

  private static final String JSON_B = "jakarta.json.bind.JsonbConfig";
  private static final String REST = "jakarta.ws.rs.ext.ContextResolver";

  private final BeanManager beanManager;
  private @Nullable OptionalBean<?> kept;

  ApplicationJson(BeanManager beanManager) {
    this.beanManager = beanManager;
  }

  /** Finds out whether it is clear which bean is meant. */
  static void check(BeanManager beanManager, Problems problems) {
    if (available(JSON_B)) {
      check(new OptionalBean<>(beanManager, JsonbConfig.class), problems, beanManager);
      check(new OptionalBean<>(beanManager, Jsonb.class), problems, beanManager);
      if (available(REST)) {
        check(JsonResolver.of(beanManager), problems, beanManager);
      }
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
    if (!available(JSON_B)) {
      return Optional.empty();
    }
    return reference(new OptionalBean<>(beanManager, JsonbConfig.class))
        .map(JsonbValueCodec::new)
        .or(() -> jsonb().map(JsonbValueCodec::new));
  }

  private Optional<Jsonb> jsonb() {
    return reference(new OptionalBean<>(beanManager, Jsonb.class)).or(this::resolved);
  }

  private Optional<Jsonb> resolved() {
    return available(REST)
        ? reference(JsonResolver.of(beanManager)).flatMap(JsonResolver::jsonb)
        : Optional.empty();
  }

  private <T> Optional<T> reference(OptionalBean<T> bean) {
    kept = bean;
    return bean.reference();
  }

  /** Lets go of the bean. */
  void close() {
    if (kept != null) {
      kept.close();
    }
  }

  /** Whether there is the API of a type: a server without it has no such bean. */
  private static boolean available(String type) {
    try {
      Class.forName(type, false, ApplicationJson.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
