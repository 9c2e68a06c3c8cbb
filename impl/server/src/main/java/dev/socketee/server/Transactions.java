package dev.socketee.server;

/** The transactions of the surroundings, each of which belongs to threads. Thread-safe. */
@FunctionalInterface
public interface Transactions {

  /** There are none: everything is done at once. */
  Transactions NONE = (committed, rolledBack) -> committed.run();

  /**
   * Has something done when the transaction of the calling thread is over. What is given within one
   * transaction is done in that order, by one thread.
   *
   * @param committed what to do after the commit; done by this call, with its exceptions, if there
   *     is no transaction. Must not block
   * @param rolledBack what to do instead if it is rolled back, or can only be rolled back. Must not
   *     block
   */
  void afterCommit(Runnable committed, Runnable rolledBack);
}
