package dev.socketee.cdi;

import dev.socketee.Ack;
import org.jspecify.annotations.Nullable;

/**
 * A handler of an event, and what it is to acknowledge.
 *
 * @param invoker calls it
 * @param acknowledgement what to send once it is done
 */
record EventHandler(HandlerInvoker invoker, Acknowledgement acknowledgement) {

  /** What the server sends in the name of a handler. */
  enum Acknowledgement {
    /** Another handler of the event answers, or this one by itself. */
    NONE,
    /** No argument. */
    EMPTY,
    /** The result. */
    RESULT
  }

  /**
   * Acknowledges if the client wants it.
   *
   * @throws IllegalArgumentException if the result cannot be encoded
   */
  void acknowledge(Ack<Object> ack, @Nullable Object result) {
    if (!ack.requested() || acknowledgement == Acknowledgement.NONE) {
      return;
    }
    if (acknowledgement == Acknowledgement.EMPTY) {
      ack.sendAll();
    } else {
      ack.send(result);
    }
  }
}
