package dev.socketee.it.transaction;

import dev.socketee.Socket;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Begins and ends transactions itself. */
@RequestScoped
public class Clerk {

  @Resource
  @SuppressWarnings("NullAway.Init") // injected
  UserTransaction transaction;

  /**
   * Emits in a transaction, and after it.
   *
   * @throws Exception that does not happen
   */
  public void write(Socket socket, Ending ending) throws Exception {
    transaction.begin();
    socket.afterCommit().emit("said", "a");
    socket.emit("said", "at once");
    if (ending == Ending.COMMIT) {
      transaction.commit();
    } else {
      transaction.rollback();
    }
    socket.afterCommit().emit("said", "afterwards");
  }

  /**
   * Emits before and after the time of a transaction is over.
   *
   * @throws Exception that does not happen
   */
  public String writeTooSlowly(Socket socket) throws Exception {
    transaction.setTransactionTimeout(1);
    transaction.begin();
    socket.afterCommit().emit("said", "a");
    while (transaction.getStatus() == Status.STATUS_ACTIVE) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    socket.afterCommit().emit("said", "b");
    try {
      transaction.commit();
      return "committed";
    } catch (RollbackException e) {
      return "rolled back";
    } finally {
      transaction.setTransactionTimeout(0);
    }
  }
}
