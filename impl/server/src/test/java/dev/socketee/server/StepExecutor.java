package dev.socketee.server;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Runs what it is given when it is told to, on the thread that tells it. */
final class StepExecutor implements Executor {

  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private volatile boolean refusing;
  private volatile boolean failing;

  @Override
  public void execute(Runnable task) {
    if (refusing) {
      throw new RejectedExecutionException("told to refuse");
    }
    if (failing) {
      throw new NoClassDefFoundError("told to fail");
    }
    tasks.add(task);
  }

  /** Refuses tasks from now on, or no more. */
  void refuse(boolean value) {
    refusing = value;
  }

  /** Fails with an error from now on, or no more. */
  void fail(boolean value) {
    failing = value;
  }

  /** How many tasks wait. */
  int waiting() {
    return tasks.size();
  }

  /** Runs the first task. */
  void step() {
    tasks.remove().run();
  }

  /** Runs until nothing waits. */
  void run() {
    while (!tasks.isEmpty()) {
      step();
    }
  }
}
