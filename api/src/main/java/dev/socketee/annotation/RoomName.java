package dev.socketee.annotation;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * On an injection point of type {@link dev.socketee.Room}: which room is meant, of the namespace
 * that {@link Namespace} says.
 */
@Documented
@Retention(RUNTIME)
@Target({FIELD, PARAMETER, METHOD})
public @interface RoomName {

  /**
   * The name of the room.
   *
   * @return the name, by default that of the field
   */
  String value() default "";
}
