package dev.socketee.annotation;

import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A parameter of a handler method that gets the part of the namespace's name that stands in the
 * place of a variable: in a bean with {@code @Namespace("/tenants/{tenant}")}, the parameter
 * {@code @NamespaceParam("tenant") String tenant} gets {@code acme} for clients of {@code
 * /tenants/acme}.
 *
 * <p>The type is {@code String}, a primitive or its wrapper, an enum, or a class with a public
 * static {@code valueOf(String)}, {@code fromString(String)} or {@code parse(CharSequence)}, or a
 * public constructor with a {@code String}. What cannot be converted is a {@link
 * dev.socketee.ConversionException}; in an {@link OnConnect} method that refuses the client.
 *
 * <p>Source: reference 2.2, ParentNamespace; the parameters are an addition, as those of Jakarta
 * WebSocket.
 */
@Documented
@Retention(RUNTIME)
@Target(PARAMETER)
public @interface NamespaceParam {

  /**
   * The name of the variable.
   *
   * @return the name, without braces
   */
  String value();
}
