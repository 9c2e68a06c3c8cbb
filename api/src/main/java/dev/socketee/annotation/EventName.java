package dev.socketee.annotation;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The name of the event that a method of a typed emitter emits, where that is not the name of the
 * method. See {@link dev.socketee.Emitter#as} and {@link dev.socketee.Broadcaster#as}.
 */
@Documented
@Retention(RUNTIME)
@Target(METHOD)
public @interface EventName {

  /**
   * The name, such as {@code "user joined"}.
   *
   * @return the name of the event, any but the reserved ones
   */
  String value();
}
