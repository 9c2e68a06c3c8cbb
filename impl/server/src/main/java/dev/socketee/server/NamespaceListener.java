package dev.socketee.server;

import dev.socketee.Ack;
import dev.socketee.Args;
import dev.socketee.Socket;

/** Receives one kind of event of all sockets of a namespace. */
@FunctionalInterface
public interface NamespaceListener {

  /**
   * Called for each event, before the listeners of the socket itself, as {@link
   * dev.socketee.EventListener#onEvent} is.
   *
   * @param socket the socket that received it
   * @param arguments the arguments of the event, without its name
   * @param ack answers the client
   * @throws Exception goes to the socket's error listeners or the log
   */
  void onEvent(Socket socket, Args arguments, Ack<Object> ack) throws Exception;

  /** Whether it may block, as {@link dev.socketee.EventListener#mayBlock} tells. */
  default boolean mayBlock() {
    return true;
  }

  /** The same, for one that does not block. */
  static NamespaceListener nonBlocking(NamespaceListener listener) {
    return new NamespaceListener() {
      @Override
      public void onEvent(Socket socket, Args arguments, Ack<Object> ack) throws Exception {
        listener.onEvent(socket, arguments, ack);
      }

      @Override
      public boolean mayBlock() {
        return false;
      }
    };
  }
}
