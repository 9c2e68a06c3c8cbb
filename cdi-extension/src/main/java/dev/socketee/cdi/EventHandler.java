package dev.socketee.cdi;

import dev.socketee.Ack;
import dev.socketee.Socket;
import org.jspecify.annotations.Nullable;

/**
 * A handler of an event, and what it is to acknowledge.
 *
 * @param invoker calls it
 * @param acknowledgement what to send once it is done
 * @param answersFailure whether the client waits for this handler, and so is told of its failure
 */
record EventHandler(
    HandlerInvoker invoker, Acknowledgement acknowledgement, boolean answersFailure) {

  /** What the server sends in the name of a handler. */
  enum Acknowledgement {
    /** Another handler of the event answers, or this one by itself. */
    NONE,
    /** No argument. */
    EMPTY,
    /** The result. */
    RESULT
  }

  /** The name of the event. */
  String event() {
    return invoker.handler().event();
  }

  /**
   * Sends the result on, and acknowledges if the client wants it.
   *
   * @throws IllegalArgumentException if the result cannot be encoded
   */
  void succeeded(Socket socket, Ack<Object> ack, @Nullable Object result) {
    Forwarding forwarding = invoker.handler().forwarding();
    if (forwarding != null) {
      forwarding.emit(socket, result);
    }
    if (!ack.requested() || acknowledgement == Acknowledgement.NONE) {
      return;
    }
    if (acknowledgement == Acknowledgement.EMPTY) {
      ack.sendAll();
    } else {
      ack.send(result);
    }
  }

  /**
   * Tells a client that wants to know that the handler has failed; nothing happens if it has been
   * answered.
   *
   * @throws IllegalArgumentException if details cannot be encoded
   */
  void failed(Ack<Object> ack, Throwable error) {
    if (answersFailure) {
      ErrorAnswer.of(error, invoker.handler()).send(ack);
    }
  }
}
