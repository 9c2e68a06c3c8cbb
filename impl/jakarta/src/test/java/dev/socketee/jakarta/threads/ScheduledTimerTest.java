package dev.socketee.jakarta.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.socketee.engine.Timer.Timeout;
import dev.socketee.test.ExpectedLogs;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@org.junit.jupiter.api.Timeout(60)
class ScheduledTimerTest {

  private static final Duration LONG = Duration.ofDays(20);
  private static final Duration SHORT = Duration.ofMillis(5);

  private final AtomicInteger threads = new AtomicInteger();
  private final ScheduledTimer timer =
      new ScheduledTimer(
          task -> {
            threads.incrementAndGet();
            return new Thread(task);
          });

  @AfterEach
  void close() {
    timer.close();
  }

  private void awaitTick() {
    CompletableFuture<Boolean> tick = new CompletableFuture<>();
    timer.schedule(SHORT, () -> tick.complete(true));
    assertThat(tick.orTimeout(30, TimeUnit.SECONDS).join()).isTrue();
  }

  @Test
  void task_scheduled_runsOnceNotBeforeItsTime() {
    CompletableFuture<Long> ranAt = new CompletableFuture<>();
    long start = timer.nanoTime();

    timer.schedule(Duration.ofMillis(20), () -> ranAt.complete(timer.nanoTime()));

    assertThat(ranAt.orTimeout(30, TimeUnit.SECONDS).join() - start)
        .isGreaterThanOrEqualTo(20_000_000);
  }

  @Test
  void tasks_several_runInTheOrderOfTheirTimesOnOneThread() {
    Queue<String> order = new ConcurrentLinkedQueue<>();
    timer.schedule(Duration.ofMillis(60), () -> order.add("late"));
    timer.schedule(Duration.ofMillis(1), () -> order.add("early"));
    CountDownLatch done = new CountDownLatch(1);
    timer.schedule(Duration.ofMillis(70), done::countDown);

    assertThat(awaitLatch(done)).isTrue();
    assertThat(order).containsExactly("early", "late");
    assertThat(threads).hasValue(1);
  }

  private static boolean awaitLatch(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return fail(e);
    }
  }

  @Test
  void task_cancelled_doesNotRun() {
    AtomicInteger runs = new AtomicInteger();
    Timeout timeout = timer.schedule(SHORT, runs::incrementAndGet);
    timeout.cancel();
    timeout.cancel();

    awaitTick();

    assertThat(runs).hasValue(0);
  }

  @Test
  void task_failing_isLoggedAndTheTimerGoesOn(ExpectedLogs logs) {
    logs.expect("A timed task failed.*on purpose");
    timer.schedule(
        Duration.ZERO,
        () -> {
          throw new IllegalStateException("on purpose");
        });

    awaitTick();

    assertThat(threads).hasValue(1);
  }

  @Test
  void timer_closed_forgetsWhatIsScheduledAndWhatComes() {
    AtomicInteger runs = new AtomicInteger();
    timer.schedule(LONG, runs::incrementAndGet);

    timer.close();
    timer.schedule(Duration.ZERO, runs::incrementAndGet).cancel();
    timer.close();

    assertThat(runs).hasValue(0);
  }

  @Test
  void open_withoutJndi_hasAThreadOfTheApplication() {
    ClassLoader application = getClass().getClassLoader();
    try (ScheduledTimer plain = ScheduledTimer.open(application)) {
      CompletableFuture<Thread> thread = new CompletableFuture<>();
      plain.schedule(Duration.ZERO, () -> thread.complete(Thread.currentThread()));

      assertThat(thread.orTimeout(30, TimeUnit.SECONDS).join())
          .satisfies(
              it -> {
                assertThat(it.getName()).isEqualTo("socketio-timer-1");
                assertThat(it.isDaemon()).isTrue();
                assertThat(it.getContextClassLoader()).isSameAs(application);
              });
    }
  }
}
