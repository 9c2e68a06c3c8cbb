package dev.socketee.server;

import dev.socketee.Socket;

/**
 * Is told of the life of every socket, of whichever namespace, on the thread that runs the socket's
 * listeners at that time. What it throws is logged.
 */
public interface SocketWatcher {

  /** Watches nothing. */
  SocketWatcher NONE = new SocketWatcher() {};

  /** The CONNECT is going to be decided. */
  default void begins(Socket socket) {}

  /** The CONNECT has been accepted, and the listeners have been told. */
  default void connected(Socket socket) {}

  /** A socket that was connected has been disconnected, and its listeners have been told. */
  default void disconnected(Socket socket) {}

  /**
   * Nothing more comes: the CONNECT has been refused, or the listeners have been told of the end.
   * Follows {@link #begins} always, but for a server that is stopped.
   */
  default void ends(Socket socket) {}
}
