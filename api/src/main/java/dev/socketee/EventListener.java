package dev.socketee;

/** Receives one kind of event of a socket. */
@FunctionalInterface
public interface EventListener {

  /**
   * Called for each event, on a thread that may block; never concurrently for the same socket.
   *
   * @param arguments the arguments of the event, without its name
   * @param ack answers the client; if the client asked for no acknowledgement it does nothing
   * @throws Exception goes to the socket's {@linkplain Socket#onError error listeners} or the log
   */
  void onEvent(Args arguments, Ack<Object> ack) throws Exception;
}
