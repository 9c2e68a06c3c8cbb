package dev.socketee.it.transaction;

import dev.socketee.Args;
import dev.socketee.Socket;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/** A bean whose transactions are an interceptor's. */
@ApplicationScoped
public class Ledger {

  @Inject Notes notes;
  @Inject Event<Entry> entries;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  @SuppressWarnings("NullAway.Init") // injected
  TransactionSynchronizationRegistry transaction;

  /** What observers are told of. */
  record Entry(Socket socket) {}

  /** Whether there is a transaction, and it is neither over nor to be rolled back. */
  public boolean inTransaction() {
    return transaction.getTransactionStatus() == Status.STATUS_ACTIVE;
  }

  /** Emits, and ends. */
  @Transactional
  public void enter(Socket socket, Ending ending) {
    socket.afterCommit().emit("said", "a");
    socket.emit("said", "at once");
    ending.end(transaction::setRollbackOnly);
    socket.afterCommit().emit("said", "b");
  }

  /** Emits, and has another transaction emit that is committed in between. */
  @Transactional
  public void enterTwice(Socket socket, Ending ending) {
    socket.afterCommit().emit("said", "outer");
    notes.note(socket);
    notes.remark(socket);
    ending.end(transaction::setRollbackOnly);
  }

  /** Emits, and has observers emit in each phase. */
  @Transactional
  public void enterObserved(Socket socket) {
    entries.fire(new Entry(socket));
    socket.afterCommit().emit("said", "a");
  }

  void before(@Observes(during = TransactionPhase.BEFORE_COMPLETION) Entry entry) {
    entry.socket().afterCommit().emit("said", "b");
  }

  void after(@Observes(during = TransactionPhase.AFTER_SUCCESS) Entry entry) {
    entry.socket().afterCommit().emit("said", "c");
  }

  /**
   * Asks the client. The answer is no result, for which the transaction might wait.
   *
   * @param answered told of it
   */
  @Transactional
  public void ask(Socket socket, Ending ending, BiConsumer<Args, Throwable> answered) {
    CompletionStage<Args> unused =
        socket.afterCommit().emitWithAck("question").whenComplete(answered);
    socket.emit("said", "at once");
    ending.end(transaction::setRollbackOnly);
  }

  /** A bean with transactions of its own. */
  @ApplicationScoped
  public static class Notes {

    /** In a transaction of its own. */
    @Transactional(TxType.REQUIRES_NEW)
    public void note(Socket socket) {
      socket.afterCommit().emit("said", "inner");
    }

    /** In none. */
    @Transactional(TxType.NOT_SUPPORTED)
    public void remark(Socket socket) {
      socket.afterCommit().emit("said", "between");
    }
  }
}
