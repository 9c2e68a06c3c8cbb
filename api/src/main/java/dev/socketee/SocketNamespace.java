package dev.socketee;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A namespace at run time: a communication channel of its own over the shared connections, with its
 * own middleware, sockets and rooms. As a {@link Broadcaster} it addresses all its sockets.
 *
 * <p>Thread-safe. (The annotation that declares a namespace bean is {@link
 * dev.socketee.annotation.Namespace}.)
 *
 * <p>Source: reference 2.2, Namespace.
 */
public interface SocketNamespace extends Broadcaster {

  /**
   * The name, with its leading {@code /}.
   *
   * @return the name
   */
  String name();

  /**
   * Adds a check that every CONNECT to this namespace must pass. Checks run in the order in which
   * they were added, each for one socket at a time, on a thread that may block.
   *
   * @param middleware the check; added at the end
   * @return this namespace
   */
  SocketNamespace use(Middleware middleware);

  /**
   * Adds a listener that is told of every socket once its CONNECT has been accepted. It runs before
   * any event of that socket is delivered, so listeners that it registers miss none; it may block.
   *
   * @param listener the listener; those added while a socket connects may miss that one
   * @return this namespace
   */
  SocketNamespace onConnection(Consumer<? super Socket> listener);

  /**
   * The connected sockets of this namespace.
   *
   * @return an unmodifiable snapshot, in no particular order
   */
  Collection<Socket> connectedSockets();

  /**
   * A connected socket by its id.
   *
   * @param id {@link Socket#id()}
   * @return the socket, or empty if there is no connected one with that id
   */
  Optional<Socket> socket(String id);

  /**
   * A room of this namespace. A room need not be created: it exists while a socket is in it.
   *
   * @param name the name of the room
   * @return a view on the room; views of the same name are interchangeable
   */
  Room room(String name);
}
