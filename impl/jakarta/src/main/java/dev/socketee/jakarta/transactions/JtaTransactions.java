package dev.socketee.jakarta.transactions;

import dev.socketee.jakarta.threads.Naming;
import dev.socketee.server.Transactions;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Jakarta Transactions. Each transaction has one queue, and with it one interposed synchronization,
 * however much waits for it: so the order is kept.
 */
final class JtaTransactions implements Transactions {

  private static final String NAME = "java:comp/TransactionSynchronizationRegistry";

  private final TransactionSynchronizationRegistry registry;

  JtaTransactions(TransactionSynchronizationRegistry registry) {
    this.registry = registry;
  }

  static Transactions find(Naming naming) {
    return naming
        .find(NAME, TransactionSynchronizationRegistry.class)
        .<Transactions>map(JtaTransactions::new)
        .orElse(Transactions.NONE);
  }

  @Override
  public void afterCommit(Runnable committed, Runnable rolledBack) {
    int status = registry.getTransactionStatus();
    switch (status) {
      case Status.STATUS_NO_TRANSACTION -> committed.run();
      case Status.STATUS_MARKED_ROLLBACK, Status.STATUS_ROLLING_BACK, Status.STATUS_ROLLEDBACK ->
          rolledBack.run();
      case Status.STATUS_COMMITTED -> enqueue(queue(), committed, rolledBack);
      default -> enqueue(joined(), committed, rolledBack);
    }
  }

  /**
   * After the commit there is a queue if something is in it still, or has been: then this is called
   * by another synchronization of the transaction.
   */
  private static void enqueue(
      @Nullable CommitQueue queue, Runnable committed, Runnable rolledBack) {
    if (queue == null) {
      committed.run();
      return;
    }
    switch (queue.add(committed, rolledBack)) {
      case WAITING -> {}
      case COMMITTED -> committed.run();
      case ROLLED_BACK -> rolledBack.run();
    }
  }

  private @Nullable CommitQueue queue() {
    return (CommitQueue) registry.getResource(this);
  }

  /** The queue of this transaction, which gets one if it has none. */
  private CommitQueue joined() {
    CommitQueue known = queue();
    if (known != null) {
      return known;
    }
    CommitQueue queue = new CommitQueue();
    try {
      registry.registerInterposedSynchronization(queue);
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          "afterCommit() is too late: the transaction is being completed already", e);
    }
    registry.putResource(this, queue);
    return queue;
  }

  @Override
  public String toString() {
    return "Jakarta Transactions";
  }
}
