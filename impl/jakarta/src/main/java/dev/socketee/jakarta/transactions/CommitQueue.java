package dev.socketee.jakarta.transactions;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the end of one transaction. That may come on another thread while its own still
 * works, as after a time-out. One lock guards it; nothing is called under it.
 */
final class CommitQueue implements Synchronization {

  private static final Logger LOG = System.getLogger(CommitQueue.class.getPackageName());

  private final ReentrantLock lock = new ReentrantLock();
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private State state = State.WAITING;

  /** What the transaction has come to, as far as this is concerned. */
  enum State {

    /** It goes on, or what waits for its end is being done. */
    WAITING,
    COMMITTED,
    ROLLED_BACK
  }

  private record Waiting(Runnable committed, Runnable rolledBack) {}

  /** Adds something, unless it is over; answers what it has come to. */
  State add(Runnable committed, Runnable rolledBack) {
    lock.lock();
    try {
      if (state == State.WAITING) {
        waiting.add(new Waiting(committed, rolledBack));
      }
      return state;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void beforeCompletion() {}

  /** A status that is neither, after a heuristic decision, is no commit. */
  @Override
  public void afterCompletion(int status) {
    State end = status == Status.STATUS_COMMITTED ? State.COMMITTED : State.ROLLED_BACK;
    for (Waiting next = next(end); next != null; next = next(end)) {
      run(end == State.COMMITTED ? next.committed() : next.rolledBack());
    }
  }

  /** The next one; without any more it is over. */
  private @Nullable Waiting next(State end) {
    lock.lock();
    try {
      Waiting next = waiting.poll();
      if (next == null) {
        state = end;
      }
      return next;
    } finally {
      lock.unlock();
    }
  }

  /** The transaction manager has done its work, and is not to hear of what is none of it. */
  private static void run(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | Error e) {
      LOG.log(Level.ERROR, "What was emitted after a commit did not get through", e);
    }
  }
}
