package dev.socketee.engine;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** The lock of a session, for what is decided in one expression, too. */
final class SessionLock extends ReentrantLock {

  private static final long serialVersionUID = 1L;

  /** The answer to a question that needs the lock. */
  boolean holds(BooleanSupplier question) {
    lock();
    try {
      return question.getAsBoolean();
    } finally {
      unlock();
    }
  }

  /** Does something that needs the lock. */
  void run(Runnable action) {
    lock();
    try {
      action.run();
    } finally {
      unlock();
    }
  }
}
