package dev.socketee.engine;

import dev.socketee.protocol.engine.EngineFrame;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Answers a client's pings and notices when there are none, as protocol 3 has it (reference 1.8):
 * it has to ping once in an interval, and gets a time-out on top. Other packets are no substitute.
 *
 * <p>One timer serves any number of pings: it looks for the last one. The session's lock guards all
 * fields.
 */
final class ClientHeartbeat implements Heartbeat {

  private final LiveSession session;
  private final ReentrantLock lock;
  private final Timer timer;
  private final Duration limit;

  private Timer.@Nullable Timeout pending;
  private long since;
  private boolean stopped;

  ClientHeartbeat(LiveSession session, ReentrantLock lock, Timer timer, EngineOptions options) {
    this.session = session;
    this.lock = lock;
    this.timer = timer;
    this.limit = options.pingInterval().plus(options.pingTimeout());
  }

  @Override
  public void start() {
    lock.lock();
    try {
      since = timer.nanoTime();
      if (pending == null && !stopped) {
        pending = timer.schedule(limit, this::check);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean ping() {
    start();
    session.send(EngineFrame.PONG);
    return true;
  }

  @Override
  public boolean pong() {
    return false;
  }

  @Override
  public void activity() {}

  private void check() {
    lock.lock();
    try {
      pending = null;
      if (stopped) {
        return;
      }
      Duration left = limit.minusNanos(timer.nanoTime() - since);
      if (!left.isNegative() && !left.isZero()) {
        pending = timer.schedule(left, this::check);
        return;
      }
    } finally {
      lock.unlock();
    }
    session.end(CloseReason.PING_TIMEOUT, null);
  }

  @Override
  public void stop() {
    lock.lock();
    try {
      stopped = true;
      if (pending != null) {
        pending.cancel();
        pending = null;
      }
    } finally {
      lock.unlock();
    }
  }
}
