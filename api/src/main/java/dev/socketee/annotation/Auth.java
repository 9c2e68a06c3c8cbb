package dev.socketee.annotation;

import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A parameter of a handler method that gets the payload of the CONNECT (the {@code auth} option of
 * the client), converted by JSON-B; {@code null} if there was none.
 */
@Documented
@Retention(RUNTIME)
@Target(PARAMETER)
public @interface Auth {}
