package dev.socketee.engine;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The time between the decision to close a session and its end (reference 1.9): what is queued is
 * still sent, or a poll is still waited for. The session's lock guards all fields.
 */
final class OrderlyClose {

  /**
   * How long a client that has said that it closes has for the poll that it sent before: containers
   * handle two requests of one client side by side, so that the poll may come in second.
   */
  private static final Duration OVERTAKEN = Duration.ofMillis(100);

  private final LiveSession session;
  private final ReentrantLock lock;
  private final Timer timer;

  private Timer.@Nullable Timeout deadline;
  private boolean byClient;

  OrderlyClose(LiveSession session, ReentrantLock lock, Timer timer) {
    this.session = session;
    this.lock = lock;
    this.timer = timer;
  }

  /** This side closes. Lock held. */
  void begin(Duration limit) {
    deadline =
        timer.schedule(
            limit,
            () ->
                session.end(CloseReason.FORCED_CLOSE, "the client did not fetch what was queued"));
  }

  /** The client closes. Lock held. */
  void beginByClient() {
    byClient = true;
    deadline = timer.schedule(OVERTAKEN, () -> session.end(Ending.CLIENT_CLOSE));
  }

  /** Ends the session if it waits for nothing any more. No lock held. */
  void endIfDrained() {
    boolean over;
    Ending ending;
    lock.lock();
    try {
      PollingTransport polling = session.polling();
      over = session.drained() && (polling == null || polling.isParked());
      ending = byClient ? Ending.CLIENT_CLOSE : Ending.DRAINED;
    } finally {
      lock.unlock();
    }
    if (over) {
      session.end(ending);
    }
  }

  /** The poll that was waited for has come in. No lock held. */
  void endByLastPoll() {
    Ending ending;
    lock.lock();
    try {
      ending = byClient ? Ending.CLIENT_CLOSE : Ending.LAST_POLL;
    } finally {
      lock.unlock();
    }
    session.end(ending);
  }

  /** The session is over. Lock held. */
  void stop() {
    if (deadline != null) {
      deadline.cancel();
      deadline = null;
    }
  }
}
