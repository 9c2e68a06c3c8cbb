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
   * Adds a listener that is told of what happens in the rooms of a child on this server, as {@link
   * SocketNamespace#onRoom} does.
   *
   * @param listener the listener
   * @return this parent
   */
  ParentNamespace onRoom(RoomListener listener);

  /**
   * Adds a listener for an event that other servers emit to a child of the same name, as {@link
   * SocketNamespace#onServerEvent} does.
   *
   * @param event the name of the event
   * @param listener the listener
   * @return this parent
   */
  ParentNamespace onServerEvent(String event, EventListener listener);

  /**
   * Adds a listener that is told of sockets of a child that came back too late to be recovered, as
   * {@link SocketNamespace#onRecoveryFailed} does.
   *
   * @param listener the listener
   * @return this parent
   */
  ParentNamespace onRecoveryFailed(Consumer<? super Socket> listener);

  /**
   * The children that exist now.
   *
   * @return an unmodifiable snapshot, in no particular order
   */
  Collection<SocketNamespace> children();
}
