package dev.socketee.server;

/** An acknowledgement that a client owes. One of the two is called, once; neither blocks. */
interface Owed {

  /** The client answered. */
  void settle(ReceivedArgs answer);

  /** The client will not answer. */
  void fail(RuntimeException why);
}
