package dev.socketee.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** One thread at a time, never within itself, and nobody's work is forgotten. Source: design. */
class SingleFlightTest {

  @Test
  void run_beforeItIsOpen_waits() {
    AtomicInteger work = new AtomicInteger(3);
    SingleFlight flight = new SingleFlight(() -> work.getAndDecrement() > 0);

    flight.run();
    flight.run();
    assertThat(work).hasValue(3);

    flight.open();
    assertThat(work).hasValueLessThan(1);
  }

  @Test
  void run_fromWithinItself_comesAfterwards() {
    StringBuilder order = new StringBuilder();
    AtomicInteger work = new AtomicInteger(2);
    SingleFlight[] flight = new SingleFlight[1];
    flight[0] =
        new SingleFlight(
            () -> {
              if (work.getAndDecrement() <= 0) {
                return false;
              }
              order.append('(');
              flight[0].run();
              order.append(')');
              return true;
            });

    flight[0].open();

    assertThat(order).hasToString("()()");
  }

  @Test
  void run_whenThereIsNothingToDo_looksEachTime() {
    AtomicInteger looks = new AtomicInteger();
    SingleFlight flight =
        new SingleFlight(
            () -> {
              looks.incrementAndGet();
              return false;
            });
    flight.open();

    flight.run();
    flight.run();

    assertThat(looks).hasValue(3);
  }

  @Test
  void run_byManyThreads_doesAllTheWorkOneAtATime() throws Exception {
    AtomicInteger work = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    AtomicBoolean busy = new AtomicBoolean();
    AtomicBoolean overlap = new AtomicBoolean();
    SingleFlight flight =
        new SingleFlight(
            () -> {
              if (busy.getAndSet(true)) {
                overlap.set(true);
              }
              int left = work.getAndUpdate(w -> Math.max(0, w - 1));
              if (left > 0) {
                done.incrementAndGet();
              }
              busy.set(false);
              return left > 0;
            });
    flight.open();
    Threads.Work worker =
        () -> {
          for (int i = 0; i < 20_000; i++) {
            work.incrementAndGet();
            flight.run();
          }
        };

    try (Threads threads = new Threads()) {
      threads.race(worker, worker, worker, worker);
    }

    assertThat(done).hasValue(80_000);
    assertThat(overlap).isFalse();
  }
}
