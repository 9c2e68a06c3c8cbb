package dev.socketee.cdi;

import dev.socketee.Socket;
import org.jspecify.annotations.Nullable;

/**
 * What is active while a handler runs.
 *
 * @param request the request context
 * @param socket the context of sockets
 */
record HandlerScopes(RequestScope request, SocketContext socket) {

  /** Runs something for a socket. */
  <T extends @Nullable Object> T call(Socket of, RequestScope.Task<T> task) throws Exception {
    return socket.call(of, () -> request.call(task));
  }
}
