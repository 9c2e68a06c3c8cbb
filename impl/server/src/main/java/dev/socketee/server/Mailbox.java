package dev.socketee.server;

import dev.socketee.engine.Timer;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tasks of one socket on an executor, or on the thread of who offers one if that is
 * wanted, in order and one at a time, and holds a bounded number of them. Costs nothing but itself
 * while it is empty.
 *
 * <p>One lock guards the queue; no task runs, and the executor is not called, under it.
 */
final class Mailbox implements Runnable {

  /** So many tasks at a stretch; then it is another socket's turn on that thread. */
  private static final int STRETCH = 64;

  /** How often the last task is offered to an executor that refuses it, ever more rarely. */
  private static final int ATTEMPTS = 10;

  private static final Duration FIRST_DELAY = Duration.ofMillis(100);

  private final ReentrantLock lock = new ReentrantLock();
  private final Executor executor;
  private final Timer timer;
  private final TaskQueue queue;

  /** Whether a run is under way, or has been given to the executor. */
  private boolean running;

  private boolean closed;
  private int refusals;

  /** Something to run. In one mailbox, and once. */
  abstract static class Task {
    /** The one behind it, while it is queued. */
    @Nullable Task next;

    /** Runs it; what it throws is logged. */
    abstract void run() throws Exception;

    /** How many bytes it holds. */
    abstract long size();

    /** Whether another one may take its place in a mailbox that is full. */
    boolean droppable() {
      return false;
    }

    /** It has been dropped for another one. Called without a lock, by whoever offers that. */
    void dropped() {}
  }

  /** What became of a task. */
  enum Outcome {
    /** It will run. */
    QUEUED,
    /** There are too many already; nothing was changed. */
    FULL,
    /** The executor refused; the tasks that waited are dropped. */
    REJECTED,
    /** The mailbox is closed; nothing was changed. */
    CLOSED,
    /** Something else runs or waits; nothing was changed. */
    BUSY,
    /** It has run. */
    DONE
  }

  Mailbox(Executor executor, Timer timer, int maxTasks, long maxBytes) {
    this.executor = executor;
    this.timer = timer;
    queue = new TaskQueue(maxTasks, maxBytes);
  }

  /** Adds a task at the end. */
  Outcome offer(Task task) {
    return offer(task, false);
  }

  /**
   * Adds a task at the end; in a mailbox that is full, the oldest ones make room for it that are
   * droppable, unless even that is not enough.
   */
  Outcome offerByDropping(Task task) {
    return offer(task, true);
  }

  private Outcome offer(Task task, boolean dropping) {
    List<Task> dropped = List.of();
    boolean idle;
    lock.lock();
    try {
      if (closed) {
        return Outcome.CLOSED;
      }
      if (dropping && !queue.hasRoomFor(task)) {
        dropped = queue.makeRoomFor(task);
      }
      if (!queue.hasRoomFor(task)) {
        return Outcome.FULL;
      }
      queue.add(task);
      idle = !running;
      running = true;
    } finally {
      lock.unlock();
    }
    dropped.forEach(Task::dropped);
    return !idle || submit() ? Outcome.QUEUED : Outcome.REJECTED;
  }

  /**
   * Runs a task at once, on this thread, unless something else runs or waits. What comes meanwhile
   * has to wait, and is given to the executor then.
   *
   * @param threads has the context to run it in
   */
  Outcome runHere(Task task, HandlerExecutor threads) {
    lock.lock();
    try {
      if (closed) {
        return Outcome.CLOSED;
      }
      if (running || !queue.isEmpty()) {
        return Outcome.BUSY;
      }
      running = true;
    } finally {
      lock.unlock();
    }
    AtomicBoolean begun = new AtomicBoolean();
    try {
      threads.executeHere(
          () -> {
            begun.set(true);
            run(task);
          });
    } catch (Throwable e) {
      if (!begun.get()) {
        refused(e);
        return Outcome.REJECTED;
      }
      SocketIOServer.LOG.log(Level.ERROR, "The context of a task failed after it", e);
    }
    return !waits() || submit() ? Outcome.DONE : Outcome.REJECTED;
  }

  /** Whether more has come while a task ran; if not, nothing runs any more. */
  private boolean waits() {
    lock.lock();
    try {
      running = !queue.isEmpty();
      return running;
    } finally {
      lock.unlock();
    }
  }

  /** Drops what waits and accepts nothing more. */
  void close() {
    lock.lock();
    try {
      closed = true;
      queue.clear();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Drops what waits, accepts nothing more, and runs one last task: if the executor refuses it now,
   * then later.
   */
  void close(Task last) {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      queue.clear();
      queue.add(last);
    } finally {
      lock.unlock();
    }
    resume();
  }

  private void resume() {
    lock.lock();
    try {
      if (running || queue.isEmpty()) {
        return;
      }
      running = true;
    } finally {
      lock.unlock();
    }
    submit();
  }

  /** Runs what waits. Called by the executor only. */
  @Override
  public void run() {
    do {
      for (int i = 0; i < STRETCH; i++) {
        Task task = next();
        if (task == null) {
          return;
        }
        run(task);
      }
    } while (!yielded());
  }

  private static void run(Task task) {
    try {
      task.run();
    } catch (Throwable e) {
      SocketIOServer.LOG.log(Level.ERROR, "A task failed", e);
    }
  }

  /** If the executor is full, this thread is as good as any. */
  private boolean yielded() {
    try {
      executor.execute(this);
      return true;
    } catch (Throwable e) {
      return false;
    }
  }

  /**
   * Whatever is thrown: some containers refuse with something else once they are stopping, an
   * undeployed application may miss classes, and the system may have no thread left. A mailbox that
   * took that for a run under way would never run anything again.
   */
  private boolean submit() {
    try {
      executor.execute(this);
      return true;
    } catch (Throwable e) {
      refused(e);
      return false;
    }
  }

  private void refused(Throwable e) {
    SocketIOServer.LOG.log(
        e instanceof Error ? Level.WARNING : Level.DEBUG, "No thread for a mailbox", e);
    int attempt;
    lock.lock();
    try {
      running = false;
      if (!closed) {
        queue.clear();
      }
      if (queue.isEmpty()) {
        return;
      }
      attempt = ++refusals;
      if (attempt == ATTEMPTS) {
        queue.clear();
      }
    } finally {
      lock.unlock();
    }
    if (attempt == ATTEMPTS) {
      SocketIOServer.LOG.log(
          Level.ERROR, "Disconnect listeners were not run: no thread for them", e);
    } else {
      timer.schedule(FIRST_DELAY.multipliedBy(1L << attempt), this::resume);
    }
  }

  private @Nullable Task next() {
    lock.lock();
    try {
      Task task = queue.poll();
      if (task == null) {
        running = false;
      }
      return task;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String toString() {
    lock.lock();
    try {
      return "Mailbox[" + queue + (running ? ", running" : "") + (closed ? ", closed]" : "]");
    } finally {
      lock.unlock();
    }
  }
}
