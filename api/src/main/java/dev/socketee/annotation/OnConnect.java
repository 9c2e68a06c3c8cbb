package dev.socketee.annotation;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A method of a {@link Namespace} bean that is called for each CONNECT, before it is accepted: a
 * {@link dev.socketee.ConnectionRefusedException} refuses it. What the method emits to the socket,
 * or to a room that the socket has joined, reaches the client after the acceptance; joined rooms
 * are left again if another method refuses. Its result is ignored.
 *
 * <p>It is not called for a socket that is {@linkplain dev.socketee.Socket#recovered() recovered},
 * if the option {@code recovery-skip-middlewares} is on; {@link OnDisconnect} methods are called at
 * the end of such a socket all the same.
 */
@Documented
@Retention(RUNTIME)
@Target(METHOD)
public @interface OnConnect {}
