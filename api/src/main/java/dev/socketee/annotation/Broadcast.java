package dev.socketee.annotation;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * On an {@link OnEvent} method: its result is emitted to the other sockets of the namespace, and
 * acknowledges the event as that of any other method. Nothing is emitted if the result is {@code
 * null} or an empty {@code Optional}, or if the method fails; what a {@code CompletionStage}
 * completes with is emitted then.
 *
 * @see EmitTo
 */
@Documented
@Retention(RUNTIME)
@Target(METHOD)
public @interface Broadcast {

  /**
   * The name of the event to emit.
   *
   * @return the name, by default that of the event that the method is for
   */
  String event() default "";

  /**
   * Whether the socket that sent the event gets it, too.
   *
   * @return {@code false} by default: the sender is left out, as by {@code Socket.broadcast()}
   */
  boolean self() default false;
}
