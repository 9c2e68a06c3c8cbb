package dev.socketee.jakarta.threads;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * A pool that makes a thread whenever none is idle, up to a maximum; only then do tasks wait, and
 * only so many. (A {@link ThreadPoolExecutor} by itself makes its threads only when the queue is
 * full, so that one blocked handler would hold up all others.)
 *
 * <p>A task is handed to an idle thread or not at all: the queue takes it only if a thread waits
 * for it. So nothing is ever left in the queue by a thread that is just giving up waiting.
 *
 * <p>The log is told when tasks have to wait for long: an application whose handlers hang would
 * otherwise just stop to answer.
 */
final class ElasticPool extends ThreadPoolExecutor {

  private static final Logger LOG = System.getLogger(ElasticPool.class.getPackageName());
  private static final long IDLE_SECONDS = 60;

  /** Longer than any burst lasts that the pool can cope with. */
  private static final long LONG_SECONDS = 5;

  private final int capacity;
  private final AtomicInteger waiting = new AtomicInteger();

  private final LongSupplier nanoTime;

  /** When the first of those that wait began to. */
  private volatile long waitingSince;

  /** Whether the log has been told that tasks wait, and some have since. */
  private final AtomicBoolean told = new AtomicBoolean();

  /**
   * A pool without threads.
   *
   * @param max how many threads there may be
   * @param capacity how many tasks may wait while all of them are busy
   * @param factory makes the threads
   */
  ElasticPool(int max, int capacity, ThreadFactory factory) {
    this(max, capacity, factory, System::nanoTime);
  }

  /**
   * One for tests.
   *
   * @param nanoTime a clock that may start anywhere
   */
  ElasticPool(int max, int capacity, ThreadFactory factory, LongSupplier nanoTime) {
    super(0, max, IDLE_SECONDS, TimeUnit.SECONDS, new Handover(), factory);
    this.capacity = capacity;
    this.nanoTime = nanoTime;
    setRejectedExecutionHandler((task, pool) -> enqueue(task));
  }

  /** All threads are busy, and there may be no more of them. */
  private void enqueue(Runnable task) {
    if (isShutdown()) {
      throw new RejectedExecutionException("the pool is closed");
    }
    int position = waiting.incrementAndGet();
    if (position > capacity) {
      waiting.decrementAndGet();
      tellThatTasksWait(capacity, "and more are refused");
      throw new RejectedExecutionException(
          "all " + getMaximumPoolSize() + " threads are busy, and " + capacity + " tasks wait");
    }
    if (position == 1) {
      waitingSince = nanoTime.getAsLong();
    } else if (nanoTime.getAsLong() - waitingSince > TimeUnit.SECONDS.toNanos(LONG_SECONDS)) {
      tellThatTasksWait(position, "since " + LONG_SECONDS + " seconds and longer");
    }
    Waiting entry = new Waiting(task);
    getQueue().add(entry);
    if (isShutdown() && getQueue().remove(entry)) {
      throw new RejectedExecutionException("the pool is closed");
    }
  }

  private void tellThatTasksWait(int tasks, String more) {
    if (told.compareAndSet(false, true)) {
      LOG.log(
          Level.WARNING,
          "All {0} threads for handlers are busy, {1} tasks wait for one, {2}: the handlers block for"
              + " too long, or socketio.handler-threads is too low (said again only after none has"
              + " waited)",
          getMaximumPoolSize(),
          tasks,
          more);
    }
  }

  /** Takes a task if a thread waits for it; {@link #add} takes it in any case. */
  private static final class Handover extends LinkedTransferQueue<Runnable> {

    private static final long serialVersionUID = 1;

    @Override
    public boolean offer(Runnable task) {
      return tryTransfer(task);
    }

    @Override
    public boolean add(Runnable task) {
      put(task);
      return true;
    }
  }

  /** A task that is counted while it waits. */
  private final class Waiting implements Runnable {

    private final Runnable task;

    Waiting(Runnable task) {
      this.task = task;
    }

    @Override
    public void run() {
      if (waiting.decrementAndGet() == 0) {
        told.set(false);
      }
      task.run();
    }
  }
}
