package dev.socketee.annotation;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.context.NormalScope;
import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A bean of which each socket has an instance: made when a handler of the socket first calls it,
 * destroyed when the socket has been disconnected and the {@link OnDisconnect} methods have run, or
 * when its CONNECT has been refused.
 *
 * <p>The scope is active while a handler method of the socket runs, and while an observer of {@link
 * Connected} or {@link Disconnected} does, on that thread; elsewhere a call of the bean ends with a
 * {@code ContextNotActiveException}. It may be the scope of a {@link Namespace} bean, too.
 */
@Documented
@Inherited
@NormalScope
@Retention(RUNTIME)
@Target({TYPE, METHOD, FIELD})
public @interface SocketScoped {}
