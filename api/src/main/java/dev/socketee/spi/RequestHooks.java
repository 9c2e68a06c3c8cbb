package dev.socketee.spi;

import java.util.Map;
import java.util.Optional;

/**
 * Looks at the HTTP requests of clients, to refuse them, to say what the id of a connection is, or
 * to add headers to responses. Every method does nothing by default. In a CDI application, a bean
 * of this type is found and used; several are asked one after the other.
 *
 * <p>Called on the container's thread that serves the request; must not block for long.
 * Thread-safe.
 *
 * <p>Source: reference 1.4, {@code generateId}; 1.12, {@code allowRequest}, {@code initial_headers}
 * and {@code headers}.
 */
public interface RequestHooks {

  /**
   * Decides whether a client may open a connection. Not asked for the requests of a connection that
   * is open.
   *
   * @param request the handshake, by long-polling or WebSocket
   * @throws RequestRefusedException to refuse it with status 403
   */
  default void allowRequest(HttpRequest request) {}

  /**
   * Makes the id of a new connection, the {@code sid} of Engine.IO, for example with the name of
   * the node in it, for a load balancer. Asked last, of what opens a connection and was allowed. Of
   * several hooks the first that has an answer makes the id; without any it is random.
   *
   * <p><b>The id is a secret.</b> Who knows it can read and write in the name of the client. Put at
   * least 120 random bits of a {@link java.security.SecureRandom} into each, and neither show nor
   * log it.
   *
   * <p>A client for which there is no good id is refused with status 400 and code 3: if this method
   * throws, if a connection of this server has that id already, or if it is not made of 1 to 100 of
   * the characters {@code A-Z a-z 0-9 . _ ~ -}. {@link
   * dev.socketee.SocketIO#onConnectionError(java.util.function.Consumer) onConnectionError} is
   * told, with {@code ID_GENERATION_ERROR} as {@code name}.
   *
   * @param request the handshake, by long-polling or WebSocket
   * @return the id; empty by default, which leaves it to the next hook
   */
  default Optional<String> generateId(HttpRequest request) {
    return Optional.empty();
  }

  /**
   * Adds headers to the first response of a connection.
   *
   * @param request the handshake, by long-polling or WebSocket
   * @param headers the headers so far, mutable
   */
  default void initialHeaders(HttpRequest request, Map<String, String> headers) {}

  /**
   * Adds headers to a response, the first of a connection among them.
   *
   * @param request any request of a connection
   * @param headers the headers so far, mutable
   */
  default void headers(HttpRequest request, Map<String, String> headers) {}
}
