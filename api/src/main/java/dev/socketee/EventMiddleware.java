package dev.socketee;

/**
 * A check that the events of one socket must pass before its listeners get them.
 *
 * <p>Source: reference 2.3, use.
 *
 * @see Socket#use(EventMiddleware)
 */
@FunctionalInterface
public interface EventMiddleware {

  /**
   * Called for each event, on a thread that may block; never concurrently for the same socket.
   *
   * @param event the name of the event
   * @param arguments the arguments, without the name
   * @throws EventRefusedException to drop the event and tell the client why, if it asked for an
   *     acknowledgement
   * @throws Exception drops the event, and goes to the socket's {@linkplain Socket#onError error
   *     listeners} or the log
   */
  void accept(String event, Args arguments) throws Exception;
}
