package dev.socketee.annotation;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * An {@link OnEvent} method that never blocks, so that it may run on the thread that delivers the
 * event: that saves handing it over to another one, which for a handler that does little is most of
 * the work. On a {@link Namespace} class: all its {@code @OnEvent} and {@link OnError} methods.
 *
 * <p>A method that has it must return at once: it must not use a database, wait for anything, such
 * as an acknowledgement, or compute for long. While it runs, the container can read nothing from
 * that client, and perhaps nothing from others.
 *
 * <p>Where it runs changes nothing else. The events of a socket are handled one after the other, in
 * their order. The context is the same: class loader, caller, request context. Interceptors and
 * decorators apply; they must not block either.
 *
 * <p>It runs there if the event came by WebSocket, nothing else of its socket runs or waits, and
 * whatever else is called for the event does not block: all methods of the namespace for it, and
 * the listeners of the socket; and the socket has no listeners for any event, no middleware and no
 * listeners of errors. Otherwise it runs where all others do.
 *
 * <p>An {@code @OnError} method runs on the thread of the method that has failed. So in a namespace
 * with a method that does not block, those for errors must not block either, and say so by this
 * annotation. {@link OnConnect} and {@link OnDisconnect} methods always run on a thread that may
 * block; methods of session beans and transactional ones block. Using the annotation there stops
 * the deployment.
 *
 * @see dev.socketee.EventListener#nonBlocking
 */
@Documented
@Retention(RUNTIME)
@Target({METHOD, TYPE})
public @interface NonBlocking {}
