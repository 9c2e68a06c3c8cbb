package dev.socketee.annotation;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * On an {@link OnEvent} method: its result is emitted to the sockets in these rooms, each once, as
 * {@link Broadcast} emits it to all.
 */
@Documented
@Retention(RUNTIME)
@Target(METHOD)
public @interface EmitTo {

  /**
   * The names of the rooms.
   *
   * @return one or more
   */
  String[] value();

  /**
   * The name of the event to emit.
   *
   * @return the name, by default that of the event that the method is for
   */
  String event() default "";

  /**
   * Whether the socket that sent the event gets it, too, if it is in a room.
   *
   * @return {@code false} by default: the sender is left out, as by {@code Socket.to()}
   */
  boolean self() default false;
}
