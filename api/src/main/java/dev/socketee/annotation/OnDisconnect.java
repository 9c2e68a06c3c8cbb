package dev.socketee.annotation;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A method of a {@link Namespace} bean that is called when a connected socket has been
 * disconnected, by whichever side; and when the client goes while it connects, after an {@link
 * OnConnect} method of the namespace has returned: what such a method did can be undone here. A
 * socket that was refused is not disconnected.
 */
@Documented
@Retention(RUNTIME)
@Target(METHOD)
public @interface OnDisconnect {}
