package dev.socketee.engine;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Repeats a step as long as there is something to do, on one thread at a time and never within
 * itself: who comes while it is under way, perhaps from within the step, only leaves word that
 * there may be more to do. Some containers complete a send on the sender's stack; this is what
 * keeps the stack flat, and the sends in order.
 */
final class SingleFlight {

  private final BooleanSupplier step;

  /** Who has asked since it is under way. One has from the start: {@link #open} is its turn. */
  private final AtomicInteger asked = new AtomicInteger(1);

  /**
   * Closed until {@link #open}.
   *
   * @param step does one thing; {@code false} if there was nothing to do
   */
  SingleFlight(BooleanSupplier step) {
    this.step = step;
  }

  /** Begins, with what was asked for until now. To be called once. */
  void open() {
    fly();
  }

  /** Does what there is to do, or has it done by the thread that is at it. */
  void run() {
    if (asked.getAndIncrement() == 0) {
      fly();
    }
  }

  private void fly() {
    int seen = 1;
    do {
      while (step.getAsBoolean()) {
        // until there is nothing to do
      }
      seen = asked.addAndGet(-seen);
    } while (seen != 0);
  }
}
