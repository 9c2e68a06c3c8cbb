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

/**
 * A pool that makes a thread whenever none is idle, up to a maximum; only then do tasks wait, and
 * only so many. (A {@link ThreadPoolExecutor} by itself makes its threads only when the queue is
 * full, so that one blocked handler would hold up all others.)
 *
 * <p>A task is handed to an idle thread or not at all: the queue takes it only if a thread waits
 * for it. So nothing is ever left in the queue by a thread that is just giving up waiting.
 */
final class ElasticPool extends ThreadPoolExecutor {

  private static final Logger LOG = System.getLogger(ElasticPool.class.getPackageName());
  private static final long IDLE_SECONDS = 60;

  private final int capacity;
  private final AtomicInteger waiting = new AtomicInteger();

  /** Whether the log has been told that the pool is full, and it has not been idle since. */
  private final AtomicBoolean told = new AtomicBoolean();

  /**
   * A pool without threads.
   *
   * @param max how many threads there may be
   * @param capacity how many tasks may wait while all of them are busy
   * @param factory makes the threads
   */
  ElasticPool(int max, int capacity, ThreadFactory factory) {
    super(0, max, IDLE_SECONDS, TimeUnit.SECONDS, new Handover(), factory);
    this.capacity = capacity;
    setRejectedExecutionHandler((task, pool) -> enqueue(task));
  }

  /** All threads are busy, and there may be no more of them. */
  private void enqueue(Runnable task) {
    if (isShutdown()) {
      throw new RejectedExecutionException("the pool is closed");
    }
    if (waiting.incrementAndGet() > capacity) {
      waiting.decrementAndGet();
      tellThatItIsFull();
      throw new RejectedExecutionException(
          "all " + getMaximumPoolSize() + " threads are busy, and " + capacity + " tasks wait");
    }
    Waiting entry = new Waiting(task);
    getQueue().add(entry);
    if (isShutdown() && getQueue().remove(entry)) {
      throw new RejectedExecutionException("the pool is closed");
    }
  }

  private void tellThatItIsFull() {
    if (told.compareAndSet(false, true)) {
      LOG.log(
          Level.WARNING,
          "All {0} threads for handlers are busy, {1} tasks wait for one, and more are refused: the"
              + " handlers block for too long, or socketio.handler-threads is too low",
          getMaximumPoolSize(),
          capacity);
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
