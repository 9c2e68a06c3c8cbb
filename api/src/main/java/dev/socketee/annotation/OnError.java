package dev.socketee.annotation;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A method of a {@link Namespace} bean that gets the exceptions of the other methods for that
 * namespace. Its parameter of a {@code Throwable} type says which: the method with the most
 * specific type is called, one of the same bean before one of another; without such a method the
 * exception is logged. It can say what the client is told by throwing a {@link
 * dev.socketee.EventRefusedException}; a client that waits for an acknowledgement is told of the
 * failure in any case. What an {@link OnConnect} method throws refuses the client in any case, and
 * a {@link dev.socketee.ConnectionRefusedException} of it comes here no more than it is logged.
 */
@Documented
@Retention(RUNTIME)
@Target(METHOD)
public @interface OnError {}
