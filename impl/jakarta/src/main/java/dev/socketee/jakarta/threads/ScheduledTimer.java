package dev.socketee.jakarta.threads;

import dev.socketee.engine.Timer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Time by one thread of the application: the container's where it has a factory for threads. After
 * {@link #close} nothing runs any more, and what is scheduled is forgotten without a word, so that
 * whoever is being closed at the same time need not care.
 */
public final class ScheduledTimer implements Timer, AutoCloseable {

  private static final Logger LOG = System.getLogger(ScheduledTimer.class.getPackageName());
  private static final long GRACE_SECONDS = 5;
  private static final Timeout NONE = () -> {};

  private final ScheduledThreadPoolExecutor executor;

  ScheduledTimer(ThreadFactory factory) {
    executor = new ScheduledThreadPoolExecutor(1, factory);
    executor.setRemoveOnCancelPolicy(
        true); // a heartbeat is cancelled far more often than it is due
  }

  /**
   * Looks up the container's threads. To be called in {@code contextInitialized}.
   *
   * @param application the class loader of the application
   */
  public static ScheduledTimer open(ClassLoader application) {
    return new ScheduledTimer(new ApplicationThreads("socketio-timer-", application, Naming.JNDI));
  }

  @Override
  public Timeout schedule(Duration delay, Runnable task) {
    Future<?> future;
    try {
      future = executor.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      LOG.log(Level.DEBUG, "Nothing is scheduled any more", e);
      return NONE;
    }
    return () -> future.cancel(false);
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (Throwable e) { // it would end in a future that nobody looks at
      LOG.log(Level.ERROR, "A timed task failed", e);
    }
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  /** Forgets what is scheduled, interrupts what runs, and waits up to 5 seconds for its end. */
  @Override
  public void close() {
    executor.shutdownNow();
    try {
      if (!executor.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
        LOG.log(Level.WARNING, "A timed task still runs, although it was interrupted");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
