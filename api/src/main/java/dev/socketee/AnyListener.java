package dev.socketee;

/**
 * Is told of events of a socket, whatever their names: of those that the client sends, or of those
 * that are sent to the client.
 *
 * <p>Source: reference 2.3, onAny and onAnyOutgoing.
 */
@FunctionalInterface
public interface AnyListener {

  /**
   * Called for each event.
   *
   * @param event the name of the event
   * @param arguments the arguments, without the name
   * @throws Exception goes to the socket's {@linkplain Socket#onError error listeners} or the log;
   *     the event goes its way
   */
  void onEvent(String event, Args arguments) throws Exception;
}
