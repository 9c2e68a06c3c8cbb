package dev.socketee.jakarta.threads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.test.ExpectedLogs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClosingThreadsTest {

  private final List<Thread> started = new ArrayList<>();
  private final ClosingThreads threads = threads(Duration.ofSeconds(20));

  private ClosingThreads threads(Duration grace) {
    return new ClosingThreads(
        task -> {
          Thread thread = new Thread(task);
          started.add(thread);
          return thread;
        },
        grace);
  }

  @Test
  void execute_taskThatHangs_holdsUpNobodyElse() throws Exception {
    CountDownLatch hang = new CountDownLatch(1);
    threads.execute(() -> await(hang));
    CompletableFuture<Thread> other = new CompletableFuture<>();
    threads.execute(() -> other.complete(Thread.currentThread()));

    assertThat(other.get(20, TimeUnit.SECONDS)).isNotSameAs(Thread.currentThread());
    hang.countDown();
    threads.close();
  }

  @Test
  void close_tasksUnderWay_waitsForThem() {
    CompletableFuture<String> done = new CompletableFuture<>();
    threads.execute(() -> done.complete("done"));

    threads.close();

    assertThat(done).isCompletedWithValue("done");
    assertThat(started).hasSize(1);
  }

  @Test
  void close_taskThatHangs_isLeftToItself() throws Exception {
    CountDownLatch hang = new CountDownLatch(1);
    ClosingThreads impatient = threads(Duration.ofMillis(10));
    impatient.execute(() -> await(hang));

    impatient.close();

    assertThat(started.get(0).isAlive()).isTrue();
    hang.countDown();
    started.get(0).join();
  }

  @Test
  void execute_closed_runsHere() {
    threads.close();
    List<Thread> ran = new ArrayList<>();
    threads.execute(() -> ran.add(Thread.currentThread()));

    assertThat(ran).containsExactly(Thread.currentThread());
  }

  @Test
  void execute_noThreadToBeHad_runsHere(ExpectedLogs logs) {
    logs.expect("Closing on the thread of the caller");
    try (ClosingThreads none =
        new ClosingThreads(
            task -> {
              throw new OutOfMemoryError("unable to create native thread");
            },
            Duration.ZERO)) {
      List<Thread> ran = new ArrayList<>();
      none.execute(() -> ran.add(Thread.currentThread()));

      assertThat(ran).containsExactly(Thread.currentThread());
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
