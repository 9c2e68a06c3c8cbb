package dev.socketee.cdi;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.ext.ContextResolver;
import java.lang.reflect.Type;
import java.util.Optional;

/**
 * The way in which applications give their JSON-B to Jakarta REST. A server need not have that:
 * only {@link ApplicationJson} touches this class, and only after it found the API.
 */
final class JsonResolver {

  private static final Type TYPE =
      new TypeLiteral<ContextResolver<Jsonb>>() {
        private static final long serialVersionUID = 1L;
      }.getType();

  private JsonResolver() {}

  /** The resolver that is a bean, if one is. */
  @SuppressWarnings("rawtypes") // a bean has the generic type, and its class is raw
  static OptionalBean<ContextResolver> of(BeanManager beanManager) {
    return new OptionalBean<>(beanManager, ContextResolver.class, TYPE);
  }

  /**
   * What it has for any class; empty if that is nothing. Events have no class that could be asked
   * for: one JSON-B converts them all.
   */
  static Optional<Jsonb> jsonb(ContextResolver<?> resolver) {
    return Optional.ofNullable((Jsonb) resolver.getContext(Object.class));
  }
}
