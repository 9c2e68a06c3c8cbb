package dev.socketee.server;

import dev.socketee.spi.BroadcastAckListener;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The acknowledgements that the clients of this server owe for one broadcast. When nobody owes one
 * any more, nothing waits for the time to be over.
 */
final class Debts {

  private final BroadcastAckListener listener;
  private final AtomicInteger open;
  private volatile @Nullable Runnable cancelTimeout;

  /**
   * Nothing is paid yet.
   *
   * @param clients how many owe one
   */
  Debts(int clients, BroadcastAckListener listener) {
    this.listener = listener;
    this.open = new AtomicInteger(clients);
  }

  /** What one client owes. */
  Debt of(String socketId) {
    return new Debt(this, socketId);
  }

  /** What ends the wait, and is not needed if there is nothing to wait for. */
  void until(Runnable cancel) {
    cancelTimeout = cancel;
    if (open.get() == 0) {
      cancel.run();
    }
  }

  private void settled() {
    if (open.decrementAndGet() == 0) {
      Runnable cancel = cancelTimeout; // not there yet if the last one is faster than the first
      if (cancel != null) {
        cancel.run();
      }
    }
  }

  /** What one client owes: it answers, or is gone. */
  record Debt(Debts debts, String socketId) implements Owed {

    @Override
    public void settle(ReceivedArgs answer) {
      debts.listener.answered(socketId, answer.emission());
      debts.settled();
    }

    @Override
    public void fail(RuntimeException why) {
      lose();
    }

    /** The client cannot be asked, or will not answer. */
    void lose() {
      debts.listener.lost(socketId);
      debts.settled();
    }
  }
}
