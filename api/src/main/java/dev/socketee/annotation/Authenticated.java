package dev.socketee.annotation;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * For callers that are known, whatever their roles: whom the container has authenticated, or whom
 * the application has {@linkplain dev.socketee.Socket#identify identified}. The same as
 * {@code @RolesAllowed("**")}.
 *
 * <p>Like {@code @RolesAllowed}, {@code @PermitAll} and {@code @DenyAll} of {@code
 * jakarta.annotation.security} it says on
 *
 * <ul>
 *   <li>a {@link Namespace} class, or a superclass or a stereotype of it: who may connect to the
 *       namespace. It is checked before each {@link OnConnect} method that does not say something
 *       else, and once more, for all beans of the namespace, after the last of them;
 *   <li>an {@link OnEvent} or {@link OnConnect} method: who may call it, instead of what the class
 *       says. It is checked before anything of what the client sent is looked at.
 * </ul>
 *
 * <p>An inherited method that says nothing is for those for whom the class is that declares it, or
 * the next superclass that says something; if there is none, the class of the bean. {@link
 * OnDisconnect} and {@link OnError} methods are never refused to anybody. Who is refused causes an
 * {@link dev.socketee.AccessRefusedException}.
 */
@Documented
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface Authenticated {}
