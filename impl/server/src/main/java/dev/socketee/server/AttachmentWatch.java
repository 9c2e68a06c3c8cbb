package dev.socketee.server;

import dev.socketee.engine.Timer;
import dev.socketee.engine.Timer.Timeout;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that the attachments of a packet arrive in time. One timer serves any number of
 * packets: it looks for the last one. Guarded by the lock of its {@link Client}.
 */
final class AttachmentWatch {

  private final ReentrantLock lock;
  private final Timer timer;
  private final Duration limit;
  private final BooleanSupplier pending;
  private final Runnable late;

  private @Nullable Timeout timeout;
  private long since;

  /**
   * For one client.
   *
   * @param lock what guards this
   * @param limit how long attachments may take
   * @param pending whether there are some to come; called under the lock
   * @param late called without the lock if there were for too long
   */
  AttachmentWatch(
      ReentrantLock lock, Timer timer, Duration limit, BooleanSupplier pending, Runnable late) {
    this.lock = lock;
    this.timer = timer;
    this.limit = limit;
    this.pending = pending;
    this.late = late;
  }

  /** Under the lock: a packet has come that announces some. */
  void await() {
    since = timer.nanoTime();
    if (timeout == null) {
      timeout = timer.schedule(limit, this::check);
    }
  }

  /** Under the lock: nobody waits any more. */
  void cancel() {
    if (timeout != null) {
      timeout.cancel();
      timeout = null;
    }
  }

  private void check() {
    lock.lock();
    try {
      timeout = null;
      if (!pending.getAsBoolean()) {
        return;
      }
      Duration rest = limit.minusNanos(timer.nanoTime() - since);
      if (!rest.isNegative() && !rest.isZero()) {
        timeout = timer.schedule(rest, this::check);
        return;
      }
    } finally {
      lock.unlock();
    }
    late.run();
  }
}
