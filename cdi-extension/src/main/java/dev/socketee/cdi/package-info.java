/**
 * The CDI extension: finds the beans that serve namespaces, checks their handler methods when the
 * application is deployed, binds them to the server, and injects the server's parts. Internal: no
 * compatibility promise.
 *
 * <p>{@link dev.socketee.cdi.NamespaceExtension} follows the life cycle; {@code HandlerReader}
 * turns annotated methods into {@code HandlerMethod}s or into the messages of {@code CdiMessages};
 * {@code NamespaceBinding} calls them; the {@code ...Handle}s are what is injected.
 */
@NullMarked
package dev.socketee.cdi;

import org.jspecify.annotations.NullMarked;
