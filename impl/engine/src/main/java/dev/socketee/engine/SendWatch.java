package dev.socketee.engine;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that no write stays under way for ever: containers differ in whether they end one that
 * a client does not take. A timer is set for a slow write only, and left alone when the next write
 * begins. The session's lock guards all fields.
 */
final class SendWatch {

  private final LiveSession session;
  private final ReentrantLock lock;
  private final Timer timer;
  private final Duration limit;

  private Timer.@Nullable Timeout deadline;
  private long since;

  SendWatch(LiveSession session, ReentrantLock lock, Timer timer, Duration limit) {
    this.session = session;
    this.lock = lock;
    this.timer = timer;
    this.limit = limit;
  }

  /** A write began, and may be over already. Lock held. */
  void begun() {
    if (session.writing()) {
      since = timer.nanoTime();
      if (deadline == null) {
        deadline = timer.schedule(limit, this::check);
      }
    }
  }

  private void check() {
    boolean tooSlow = false;
    lock.lock();
    try {
      deadline = null;
      if (session.writing()) {
        long left = limit.toNanos() - (timer.nanoTime() - since);
        tooSlow = left <= 0;
        if (!tooSlow) {
          deadline = timer.schedule(Duration.ofNanos(left), this::check);
        }
      }
    } finally {
      lock.unlock();
    }
    if (tooSlow) {
      session.sendTookTooLong();
    }
  }

  /** The session is over. Lock held. */
  void stop() {
    if (deadline != null) {
      deadline.cancel();
      deadline = null;
    }
  }
}
