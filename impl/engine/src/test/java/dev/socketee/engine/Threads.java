package dev.socketee.engine;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

/** Threads of a test that begin at the same moment, and are waited for. */
final class Threads implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 30;

  /** Work of a thread of its own. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  private final ExecutorService pool = Executors.newCachedThreadPool();

  ExecutorService pool() {
    return pool;
  }

  /** Runs all at once; returns when all are done, and fails if one failed. */
  void race(Work... works) throws Exception {
    CyclicBarrier start = new CyclicBarrier(works.length);
    List<Future<Void>> futures = new ArrayList<>();
    for (Work work : works) {
      Callable<Void> racer =
          () -> {
            start.await(PATIENCE_SECONDS, SECONDS);
            work.run();
            return null;
          };
      futures.add(pool.submit(racer));
    }
    await(futures);
  }

  /** Takes a moment of random length, without giving the thread up. */
  static void dawdle(Random random) {
    for (int i = random.nextInt(3_000); i > 0; i--) {
      Thread.onSpinWait();
    }
  }

  /** Waits for a latch, and fails if that takes too long. */
  static void await(CountDownLatch latch) throws InterruptedException {
    if (!latch.await(PATIENCE_SECONDS, SECONDS)) {
      throw new AssertionError("another thread is stuck");
    }
  }

  private static void await(List<Future<Void>> futures)
      throws InterruptedException, TimeoutException {
    AssertionError failure = null;
    for (Future<Void> future : futures) {
      try {
        future.get(PATIENCE_SECONDS, SECONDS);
      } catch (ExecutionException e) {
        if (failure == null) {
          failure = new AssertionError("a thread failed", e.getCause());
        } else {
          failure.addSuppressed(e.getCause());
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
