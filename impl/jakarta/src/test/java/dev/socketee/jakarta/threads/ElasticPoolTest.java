package dev.socketee.jakarta.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.test.ExpectedLogs;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ElasticPoolTest {

  private final List<ElasticPool> pools = new ArrayList<>();
  private final CountDownLatch release = new CountDownLatch(1);

  private ElasticPool pool(int max, int capacity) {
    ElasticPool pool = new ElasticPool(max, capacity, Thread::new);
    pools.add(pool);
    return pool;
  }

  @AfterEach
  void stop() throws InterruptedException {
    release.countDown();
    for (ElasticPool pool : pools) {
      pool.shutdown();
      assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** Has so many tasks block, and returns when they do. */
  private void block(ElasticPool pool, int tasks) throws InterruptedException {
    CountDownLatch blocked = new CountDownLatch(tasks);
    for (int i = 0; i < tasks; i++) {
      pool.execute(
          () -> {
            blocked.countDown();
            await(release);
          });
    }
    blocked.await();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void task_whileOthersBlock_runsOnAThreadOfItsOwn() throws InterruptedException {
    ElasticPool pool = pool(3, 10);
    block(pool, 2);
    CountDownLatch ran = new CountDownLatch(1);

    pool.execute(ran::countDown);

    assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void task_withAnIdleThread_runsOnThatOne() throws InterruptedException {
    ElasticPool pool = pool(3, 10);
    Queue<Thread> threads = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < 20; i++) {
      CountDownLatch ran = new CountDownLatch(1);
      pool.execute(
          () -> {
            threads.add(Thread.currentThread());
            ran.countDown();
          });
      ran.await();
      awaitIdle(pool);
    }

    assertThat(threads).hasSize(20);
    assertThat(threads.stream().distinct()).hasSize(1);
  }

  private static void awaitIdle(ElasticPool pool) {
    while (!((LinkedTransferQueue<Runnable>) pool.getQueue()).hasWaitingConsumer()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void tasks_moreThanThreads_waitInOrder() throws InterruptedException {
    ElasticPool pool = pool(1, 10);
    block(pool, 1);
    Queue<Integer> order = new ConcurrentLinkedQueue<>();
    CountDownLatch ran = new CountDownLatch(3);
    for (int i = 0; i < 3; i++) {
      int number = i;
      pool.execute(
          () -> {
            order.add(number);
            ran.countDown();
          });
    }
    assertThat(order).isEmpty();

    release.countDown();

    assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(order).containsExactly(0, 1, 2);
    assertThat(pool.getLargestPoolSize()).isEqualTo(1);
  }

  @Test
  void tasks_atTheCapacity_wait_pastItAreRefusedAndToldOnce(ExpectedLogs logs) throws Exception {
    logs.expect(
        "All 2 threads for handlers are busy, 3 tasks wait for one.*socketio.handler-threads");
    ElasticPool pool = pool(2, 3);
    block(pool, 2);
    CountDownLatch ran = new CountDownLatch(3);
    for (int i = 0; i < 3; i++) {
      pool.execute(ran::countDown);
    }

    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> pool.execute(() -> {}))
          .isInstanceOf(RejectedExecutionException.class)
          .hasMessage("all 2 threads are busy, and 3 tasks wait");
    }

    release.countDown();
    assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
    CountDownLatch after = new CountDownLatch(1);
    pool.execute(after::countDown);
    assertThat(after.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void tasks_thatWaitForLong_areToldOnce_untilNoneWaits(ExpectedLogs logs) throws Exception {
    logs.expect("All 1 threads for handlers are busy, 3 tasks wait for one, since 5 seconds.*");
    AtomicLong now = new AtomicLong(-3);
    ElasticPool pool = new ElasticPool(1, 10, Thread::new, now::get);
    pools.add(pool);
    block(pool, 1);
    CountDownLatch ran = new CountDownLatch(4);
    pool.execute(ran::countDown);
    now.addAndGet(TimeUnit.SECONDS.toNanos(5));
    pool.execute(ran::countDown);

    now.incrementAndGet();
    pool.execute(ran::countDown);
    pool.execute(ran::countDown);

    release.countDown();
    assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void task_afterShutdown_isRefused() throws InterruptedException {
    ElasticPool pool = pool(1, 10);
    block(pool, 1);

    pool.shutdown();

    assertThatThrownBy(() -> pool.execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class)
        .hasMessage("the pool is closed");
  }

  @Test
  void tasks_thatWait_runThoughShutdownCameMeanwhile() throws InterruptedException {
    ElasticPool pool = pool(1, 10);
    block(pool, 1);
    CountDownLatch ran = new CountDownLatch(1);
    pool.execute(ran::countDown);

    pool.shutdown();
    release.countDown();

    assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void tasks_fromManyThreads_allRunOnce() throws InterruptedException {
    ElasticPool pool = pool(4, 100_000);
    int each = 5_000;
    CountDownLatch ran = new CountDownLatch(8 * each);
    List<Thread> senders = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Thread sender =
          new Thread(
              () -> {
                for (int n = 0; n < each; n++) {
                  pool.execute(ran::countDown);
                }
              });
      senders.add(sender);
      sender.start();
    }
    for (Thread sender : senders) {
      sender.join();
    }

    assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(pool.getLargestPoolSize()).isLessThanOrEqualTo(4);
  }
}
