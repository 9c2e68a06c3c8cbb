package dev.socketee.jakarta.threads;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads on which WebSockets are closed. A container may take seconds to close one whose peer
 * does not read, or does not answer (Open Liberty waits for what is being written, and for the
 * peer), and whoever closes it has others to serve: the timer has all heartbeats, and an emit has
 * the other receivers.
 */
public final class ClosingThreads implements Executor, AutoCloseable {

  /** How many WebSockets may be in that state before others wait for them to be closed. */
  static final int MAX = 32;

  private static final Logger LOG = System.getLogger(ClosingThreads.class.getPackageName());
  private static final long IDLE_SECONDS = 10;
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final ThreadPoolExecutor threads;
  private final Duration grace;

  ClosingThreads(ThreadFactory factory, Duration grace) {
    this.threads =
        new ThreadPoolExecutor(
            MAX, MAX, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
    this.threads.allowCoreThreadTimeOut(true);
    this.grace = grace;
  }

  /**
   * Looks up the container's threads. None is started before it is needed, nor kept for long. To be
   * called in {@code contextInitialized}.
   *
   * @param application the class loader of the application
   */
  public static ClosingThreads open(ClassLoader application) {
    return new ClosingThreads(
        new ApplicationThreads("socketio-closing-", application, Naming.JNDI), GRACE);
  }

  /** Runs a task there; on this thread if there is no other to be had, as after {@link #close}. */
  @Override
  public void execute(Runnable task) {
    try {
      threads.execute(task);
    } catch (RuntimeException | Error e) { // the container, or the system, may have no thread left
      LOG.log(
          e instanceof Error ? Level.WARNING : Level.DEBUG,
          "Closing on the thread of the caller",
          e);
      task.run();
    }
  }

  /** Waits for what is being closed, up to 5 seconds; then the container is left to end it. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.log(Level.DEBUG, "Some WebSockets are still being closed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
