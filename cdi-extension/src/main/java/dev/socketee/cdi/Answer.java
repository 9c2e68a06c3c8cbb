package dev.socketee.cdi;

/** How a handler of an event answers a client that asks for an acknowledgement. */
enum Answer {
  /**
   * Returns {@code void}: an empty acknowledgement, unless another handler of the event answers.
   */
  NOTHING,
  /** Returns a stage of {@code Void}: an empty acknowledgement once it completes. */
  EMPTY,
  /** Returns the argument of the acknowledgement, or a stage that completes with it. */
  VALUE,
  /** Has a parameter of type {@code Ack}. */
  ACK
}
