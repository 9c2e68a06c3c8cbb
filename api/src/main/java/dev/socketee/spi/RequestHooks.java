package dev.socketee.spi;

import java.util.Map;

/**
 * Looks at the HTTP requests of clients, to refuse them or to add headers to their responses. Every
 * method does nothing by default. In a CDI application, a bean of this type is found and used;
 * several are asked one after the other.
 *
 * <p>Called on the container's thread that serves the request; must not block for long.
 * Thread-safe.
 *
 * <p>Source: reference 1.12, {@code allowRequest}, {@code initial_headers} and {@code headers}.
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
