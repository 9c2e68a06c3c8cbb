package dev.socketee;

/** Is told of exceptions of a socket's listeners. */
@FunctionalInterface
public interface ErrorListener {

  /**
   * Called on the thread that ran the listener.
   *
   * @param error what the listener threw
   * @throws Exception goes to the log
   */
  void onError(Throwable error) throws Exception;
}
