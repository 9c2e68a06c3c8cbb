package dev.socketee.jakarta;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** A step at the end of an application: what it throws must not keep the next from being taken. */
final class LastStep {

  private static final Logger LOG = System.getLogger("dev.socketee.jakarta");

  private LastStep() {}

  /**
   * Takes a step.
   *
   * @param what it does, for the log
   */
  static void take(String what, Runnable step) {
    try {
      step.run();
    } catch (Throwable e) { // an error, too: classes may be gone by now
      LOG.log(Level.WARNING, "Failed to " + what, e);
    }
  }
}
