package dev.socketee;

/**
 * A check that a CONNECT must pass before it is accepted.
 *
 * <p>The socket is not connected yet: it can join rooms and its data can be set, which is undone if
 * it is refused; what is emitted to it is held until it is accepted.
 *
 * <p>Source: reference 2.2, connection sequence.
 */
@FunctionalInterface
public interface Middleware {

  /**
   * Called for each CONNECT, on a thread that may block; never concurrently for the same socket.
   *
   * @param socket the socket that wants to connect
   * @throws ConnectionRefusedException to refuse it: the client gets the message and the data
   * @throws Exception refuses it as well, with a message that tells nothing, and is logged
   */
  void accept(Socket socket) throws Exception;
}
