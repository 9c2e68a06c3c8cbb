package dev.socketee.jakarta.threads;

import dev.socketee.engine.Timer;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Time, by one thread. */
public final class ScheduledTimer implements Timer, AutoCloseable {

  private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1);

  /** A timer that runs. */
  public ScheduledTimer() {
    thread.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Timeout schedule(Duration delay, Runnable task) {
    ScheduledFuture<?> scheduled = thread.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> scheduled.cancel(false);
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
