package dev.socketee.annotation;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A method of a {@link Namespace} bean that is called for each event of that name.
 *
 * <p>If the client asked for an acknowledgement it gets the result: a value, none for {@code void},
 * what a {@code CompletionStage} completes with; a method with a parameter of type {@link
 * dev.socketee.Ack} answers by that and returns {@code void}. Of several methods for one event of a
 * namespace only one may answer.
 *
 * <p>If the method fails, the acknowledgement is an object with a {@code message} and perhaps
 * {@code data}: those of a {@link dev.socketee.EventRefusedException}; {@code "Invalid arguments"}
 * if they cannot be converted, or if they violate constraints, with {@code data.violations} then;
 * {@code "Internal server error"} for everything else.
 */
@Documented
@Retention(RUNTIME)
@Target(METHOD)
public @interface OnEvent {

  /**
   * The name of the event.
   *
   * @return the name, by default that of the method
   */
  String value() default "";
}
