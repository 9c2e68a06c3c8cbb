package dev.socketee.embedded;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;

/** What has to be undone, the last first. Each step is taken, whatever those before it throw. */
final class Undo {

  private static final Logger LOG = System.getLogger("dev.socketee.embedded");

  private final Deque<Step> steps = new ArrayDeque<>();

  private record Step(String name, Runnable action) {}

  /**
   * Adds a step. Not to be called any more once {@link #run} may be.
   *
   * @param name what it does, for the log
   */
  void add(String name, Runnable action) {
    steps.push(new Step(name, action));
  }

  void run() {
    for (Step step : steps) {
      try {
        step.action().run();
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "Failed to " + step.name(), e);
      }
    }
  }
}
