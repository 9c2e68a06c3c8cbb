package dev.socketee.engine;

import dev.socketee.protocol.engine.EngineFrame;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Pings a client and notices when it does not answer, as protocol 4 has it (reference 1.8). The
 * session's lock guards all fields.
 */
final class ServerHeartbeat implements Heartbeat {

  private final LiveSession session;
  private final ReentrantLock lock;
  private final Timer timer;
  private final Duration interval;
  private final Duration timeout;

  private Timer.@Nullable Timeout pending;

  /** The number of the task that counts: one that was cancelled may have begun already. */
  private int armed;

  /** Whether a ping is unanswered and its deadline can still be moved. Read without the lock. */
  private volatile boolean movable;

  /**
   * When the next ping is due, whenever it is sent: a late timer must not make the deadline later.
   */
  private long due;

  private boolean stopped;

  ServerHeartbeat(LiveSession session, ReentrantLock lock, Timer timer, EngineOptions options) {
    this.session = session;
    this.lock = lock;
    this.timer = timer;
    this.interval = options.pingInterval();
    this.timeout = options.pingTimeout();
  }

  /** Starts, or starts over: the next ping is one interval away. */
  @Override
  public void start() {
    lock.lock();
    try {
      movable = false;
      due = timer.nanoTime() + interval.toNanos();
      arm(interval, this::beat);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean pong() {
    start();
    return true;
  }

  @Override
  public boolean ping() {
    return false;
  }

  private void beat(int number) {
    lock.lock();
    try {
      if (number != armed) {
        return;
      }
      movable = true;
      arm(timeout.minus(lateness()), this::expire);
    } finally {
      lock.unlock();
    }
    session.send(EngineFrame.PING);
  }

  /**
   * How late this ping is, up to a part of the time-out: after a long pause clients get their time.
   */
  private Duration lateness() {
    Duration late = Duration.ofNanos(Math.max(0, timer.nanoTime() - due));
    Duration most = timeout.dividedBy(4);
    return late.compareTo(most) < 0 ? late : most;
  }

  private void expire(int number) {
    boolean stillDue;
    lock.lock();
    try {
      stillDue = number == armed;
    } finally {
      lock.unlock();
    }
    if (stillDue) {
      session.end(CloseReason.PING_TIMEOUT, null);
    }
  }

  /**
   * Something other than a pong arrived. While a ping is unanswered the first such sign of life
   * gives the client one more time-out: a busy client's pong waits behind its own traffic.
   */
  @Override
  public void activity() {
    if (!movable) {
      return;
    }
    lock.lock();
    try {
      if (movable) {
        movable = false;
        arm(timeout, this::expire);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void stop() {
    lock.lock();
    try {
      stopped = true;
      movable = false;
      cancel();
    } finally {
      lock.unlock();
    }
  }

  private void arm(Duration delay, IntConsumer task) {
    if (stopped) {
      return;
    }
    cancel();
    int number = armed;
    pending = timer.schedule(delay, () -> task.accept(number));
  }

  private void cancel() {
    armed++;
    if (pending != null) {
      pending.cancel();
      pending = null;
    }
  }
}
