package dev.socketee.annotation;

import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A parameter of a handler method that gets a header of the HTTP request that opened the
 * connection.
 *
 * <p>The type is {@code String}, a primitive or its wrapper, an enum, or a class with a public
 * static {@code valueOf(String)}, {@code fromString(String)} or {@code parse(CharSequence)}, or a
 * public constructor with a {@code String}; or an {@code Optional}, {@code List}, {@code Set} or
 * {@code Collection} of such, for which the header is split at its commas. A header that was not
 * sent is {@code null}, empty, or an error if the parameter is a primitive.
 */
@Documented
@Retention(RUNTIME)
@Target(PARAMETER)
public @interface Header {

  /**
   * The name of the header, in any case.
   *
   * @return the name
   */
  String value();
}
