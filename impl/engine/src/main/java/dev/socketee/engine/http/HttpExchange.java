package dev.socketee.engine.http;

/**
 * A request and the one response to it. The container's binding implements it.
 *
 * <p>{@link #respond} may come during the container's call or, from any thread, at any later time:
 * an exchange that is not answered when the container's call returns stays open.
 */
public interface HttpExchange {

  /** The request; valid while the exchange is open. */
  EngineRequest request();

  /**
   * Answers and ends the exchange; while the request's body arrives, the answer may wait for its
   * end, because a container that is to go on to the next request may block for it. Never blocks,
   * calls nobody back and throws nothing: a second answer is ignored, and so is one to a client
   * that is gone. The engine answers an aborted exchange, too.
   */
  void respond(HttpResponse response);

  /**
   * Reads the body without blocking.
   *
   * @param limit the largest acceptable body, in bytes
   * @param receiver is told of the outcome once, on a container thread
   */
  void readBody(int limit, BodyReceiver receiver);

  /**
   * Sets what runs, once, if the client goes away before it was answered. Not every container
   * notices (reference runs show that most do not), so nothing may depend on it.
   */
  void onAbort(Runnable action);

  /** Receives a request's body. */
  interface BodyReceiver {

    /** The whole body. */
    void onBody(byte[] body);

    /** There is more than the limit. The rest is read over. */
    void onTooLarge();

    /** It did not arrive whole. */
    void onAborted();
  }
}
