package dev.socketee.engine;

import java.time.Duration;

/** Time, as a port: the only clock and the only source of delayed calls. Thread-safe. */
public interface Timer {

  /**
   * Runs a task once, later.
   *
   * @param delay how much later
   * @param task must not block
   * @return cancels it
   */
  Timeout schedule(Duration delay, Runnable task);

  /** A monotonic clock, in nanoseconds, as {@link System#nanoTime()}. */
  long nanoTime();

  /** A scheduled task. */
  @FunctionalInterface
  interface Timeout {

    /** Keeps the task from running if it has not begun. Can be called more than once. */
    void cancel();
  }
}
