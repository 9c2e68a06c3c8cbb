package dev.socketee.annotation;

import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A parameter of a handler method that gets a parameter of the URL that opened the connection (the
 * {@code query} option of the client).
 *
 * <p>The types are those of {@link Header}. Of a repeated parameter a single value gets the last, a
 * {@code List}, {@code Set} or {@code Collection} all. One that was not sent is {@code null},
 * empty, or an error if the parameter is a primitive.
 */
@Documented
@Retention(RUNTIME)
@Target(PARAMETER)
public @interface Query {

  /**
   * The name of the parameter.
   *
   * @return the name
   */
  String value();
}
