package dev.socketee.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;

/** Time that stands still until a test moves it. Tasks run on the thread that moves it. */
final class ManualTimer implements Timer {

  private final ReentrantLock lock = new ReentrantLock();
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::due).thenComparing(Task::number));
  private final List<Task> cancelled = new ArrayList<>();
  private long now = 1_000_000;
  private int scheduled;

  private record Task(long due, int number, Runnable action) {}

  @Override
  public Timeout schedule(Duration delay, Runnable action) {
    lock.lock();
    try {
      Task task = new Task(now + delay.toNanos(), scheduled++, action);
      tasks.add(task);
      return () -> cancel(task);
    } finally {
      lock.unlock();
    }
  }

  private void cancel(Task task) {
    lock.lock();
    try {
      if (tasks.remove(task)) {
        cancelled.add(task);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long nanoTime() {
    lock.lock();
    try {
      return now;
    } finally {
      lock.unlock();
    }
  }

  /** Moves time, and runs what is due on the way, each task at its own moment. */
  void advance(Duration by) {
    long target = nanoTime() + by.toNanos();
    Task next = nextUntil(target);
    while (next != null) {
      next.action().run();
      next = nextUntil(target);
    }
  }

  /** Moves time, and runs nothing: as on a machine that pauses. */
  void stall(Duration by) {
    lock.lock();
    try {
      now += by.toNanos();
    } finally {
      lock.unlock();
    }
  }

  void advanceMillis(long millis) {
    advance(Duration.ofMillis(millis));
  }

  private Task nextUntil(long target) {
    lock.lock();
    try {
      Task next = tasks.peek();
      boolean due = next != null && next.due() <= target;
      now = due ? Math.max(now, next.due()) : target;
      return due ? tasks.poll() : null;
    } finally {
      lock.unlock();
    }
  }

  /** Runs every task that was cancelled, as if it had begun at the moment of its cancellation. */
  void runCancelled() {
    List<Task> late;
    lock.lock();
    try {
      late = List.copyOf(cancelled);
      cancelled.clear();
    } finally {
      lock.unlock();
    }
    late.forEach(task -> task.action().run());
  }

  /** How many tasks wait for their time. */
  int pending() {
    lock.lock();
    try {
      return tasks.size();
    } finally {
      lock.unlock();
    }
  }
}
