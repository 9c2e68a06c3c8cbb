package dev.socketee;

import java.util.Collection;
import java.util.function.Consumer;

/**
 * What namespaces have in common that are created when a client asks for them: its children. As a
 * {@link Broadcaster} it addresses the sockets of all its children; only {@link #fetchSockets()} is
 * not supported, and throws an {@link UnsupportedOperationException}.
 *
 * <p>A child gets the middleware and the listeners that its parent has at that moment; what is
 * added later is for children that come later. Then it is a namespace like any other, and can have
 * more of its own. Thread-safe.
 *
 * <p>Source: reference 2.2, ParentNamespace.
 *
 * @see SocketIO#of(java.util.regex.Pattern)
 * @see SocketIO#of(NamespaceMatcher)
 */
public interface ParentNamespace extends Broadcaster {

  /**
   * Adds a check that every CONNECT to a child must pass, as {@link SocketNamespace#use} does.
   *
   * @param middleware the check; added at the end
   * @return this parent
   */
  ParentNamespace use(Middleware middleware);

  /**
   * Adds a listener that is told of every socket of a child, as {@link
   * SocketNamespace#onConnection} does.
   *
   * @param listener the listener
   * @return this parent
   */
  ParentNamespace onConnection(Consumer<? super Socket> listener);

  /**
   * The children that exist now.
   *
   * @return an unmodifiable snapshot, in no particular order
   */
  Collection<SocketNamespace> children();
}
