package dev.socketee.embedded;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has to be undone, the last first. Each step is taken, whatever those before it throw, and
 * each with the context class loader of the server, whoever closes that.
 */
final class Undo {

  private static final Logger LOG = System.getLogger("dev.socketee.embedded");

  private final Deque<Step> steps = new ArrayDeque<>();
  private final ClassLoader loader;

  private record Step(String name, Runnable action) {}

  /**
   * Nothing yet.
   *
   * @param loader that of the server
   */
  Undo(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * Adds a step. Not to be called any more once {@link #run} may be.
   *
   * @param name what it does, for the log
   */
  void add(String name, Runnable action) {
    steps.push(new Step(name, action));
  }

  void run() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      steps.forEach(Undo::run);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static void run(Step step) {
    try {
      step.action().run();
    } catch (Throwable e) { // an error, too, must not keep the port from being closed
      LOG.log(Level.WARNING, "Failed to " + step.name(), e);
    }
  }
}
