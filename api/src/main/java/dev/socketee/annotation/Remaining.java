package dev.socketee.annotation;

import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The last parameter of an {@link OnEvent} method that is bound to arguments: it gets all that are
 * left, each converted to the type of the elements; none at all is empty. The type is {@code List},
 * {@code Collection}, {@code Iterable}, or an array.
 *
 * <p>A variable arity parameter ({@code String... names}) is one without the annotation. A {@code
 * List} or array without it gets one argument, which has to be an array.
 */
@Documented
@Retention(RUNTIME)
@Target(PARAMETER)
public @interface Remaining {}
