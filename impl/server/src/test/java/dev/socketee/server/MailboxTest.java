package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.server.Mailbox.Outcome;
import dev.socketee.test.ExpectedLogs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailboxTest {

  private final StepExecutor executor = new StepExecutor();
  private final ManualTimer timer = new ManualTimer();
  private final Mailbox mailbox = new Mailbox(executor, timer, 1000, 1000);
  private final List<String> seen = new ArrayList<>();

  private Mailbox.Task task(String name) {
    return task(1, () -> seen.add(name));
  }

  private static Mailbox.Task task(long size, Runnable action) {
    return new Mailbox.Task() {
      @Override
      void run() {
        action.run();
      }

      @Override
      long size() {
        return size;
      }
    };
  }

  @Test
  void tasks_runInOrder_withOneSubmission() {
    mailbox.offer(task("1"));
    mailbox.offer(task("2"));
    mailbox.offer(task("3"));

    assertThat(executor.waiting()).isEqualTo(1);
    executor.run();

    assertThat(seen).containsExactly("1", "2", "3");
    assertThat(mailbox).hasToString("Mailbox[tasks=0, bytes=0]");
  }

  @Test
  void task_offeredByATask_runsAfterIt() {
    mailbox.offer(
        task(
            1,
            () -> {
              mailbox.offer(task("2"));
              seen.add("1");
            }));
    executor.run();

    assertThat(seen).containsExactly("1", "2");
  }

  @Test
  void task_thatFails_isLogged_andTheNextRuns(ExpectedLogs logs) {
    logs.expect("A task failed .*boom");
    mailbox.offer(
        task(
            1,
            () -> {
              throw new IllegalStateException("boom");
            }));
    mailbox.offer(MailboxTest.this.task("next"));
    executor.run();

    assertThat(seen).containsExactly("next");
  }

  @Test
  void manyTasks_giveOthersATurn() {
    for (int i = 0; i < 100; i++) {
      mailbox.offer(task("busy"));
    }
    executor.execute(() -> seen.add("other"));

    executor.step();
    executor.step();

    assertThat(seen.indexOf("other")).isEqualTo(64);
    executor.run();
    assertThat(seen).hasSize(101);
  }

  @Test
  void manyTasks_whenTheExecutorIsFull_goOnOnTheSameThread() {
    for (int i = 0; i < 200; i++) {
      mailbox.offer(task("busy"));
    }
    executor.refuse(true);

    executor.step();

    assertThat(seen).hasSize(200);
  }

  @Test
  void offer_pastALimit_changesNothing() {
    Mailbox small = new Mailbox(executor, timer, 2, 10);
    assertThat(small.offer(task(11, () -> {}))).isEqualTo(Outcome.FULL);
    assertThat(small.offer(task(10, () -> {}))).isEqualTo(Outcome.QUEUED);
    assertThat(small.offer(task(1, () -> {}))).isEqualTo(Outcome.FULL);
    assertThat(small.offer(task(0, () -> {}))).isEqualTo(Outcome.QUEUED);
    assertThat(small.offer(task(0, () -> {}))).isEqualTo(Outcome.FULL);
    assertThat(small).hasToString("Mailbox[tasks=2, bytes=10, running]");
  }

  @Test
  void offer_refusedByTheExecutor_dropsTheTask_andTheMailboxCanBeUsedAgain() {
    executor.refuse(true);
    assertThat(mailbox.offer(task("lost"))).isEqualTo(Outcome.REJECTED);
    executor.refuse(false);
    assertThat(mailbox.offer(task("kept"))).isEqualTo(Outcome.QUEUED);
    executor.run();

    assertThat(seen).containsExactly("kept");
  }

  @Test
  void close_dropsWhatWaits() {
    mailbox.offer(task("lost"));
    mailbox.close();

    assertThat(mailbox.offer(task("late"))).isEqualTo(Outcome.CLOSED);
    executor.run();
    assertThat(seen).isEmpty();
    assertThat(mailbox).hasToString("Mailbox[tasks=0, bytes=0, closed]");
  }

  @Test
  void closeWithALastTask_runsItAfterTheRunningOne_andOnce() {
    mailbox.offer(
        task(
            1,
            () -> {
              mailbox.close(task("last"));
              mailbox.close(task("too late"));
              seen.add("running");
            }));
    mailbox.offer(task("dropped"));
    executor.run();

    assertThat(seen).containsExactly("running", "last");
  }

  @Test
  void lastTask_refused_isOfferedAgain() {
    executor.refuse(true);
    mailbox.close(task("last"));
    timer.advance(Duration.ofSeconds(10));
    assertThat(timer.pending()).isEqualTo(1);
    executor.refuse(false);
    timer.advance(Duration.ofSeconds(20));
    executor.run();

    assertThat(seen).containsExactly("last");
    assertThat(timer.pending()).isZero();
  }

  @Test
  void lastTask_refusedForMinutes_isGivenUp(ExpectedLogs logs) {
    logs.expect("Disconnect listeners were not run: no thread for them .*told to refuse");
    executor.refuse(true);
    mailbox.close(task("last"));
    timer.advance(Duration.ofMinutes(10));
    executor.refuse(false);

    assertThat(timer.pending()).isZero();
    assertThat(mailbox).hasToString("Mailbox[tasks=0, bytes=0, closed]");
  }

  /** Some containers refuse with something else once they are stopping. */
  @Test
  void executor_thatThrowsAnything_isTakenAsRefusing() {
    Mailbox stopping =
        new Mailbox(
            command -> {
              throw new IllegalStateException("stopping");
            },
            timer,
            10,
            10);

    assertThat(stopping.offer(task("lost"))).isEqualTo(Outcome.REJECTED);
  }

  /** As when the system has no thread left, or the application no classes. */
  private final class FailingOnce implements HandlerExecutor {
    private boolean failed;

    private void fail() {
      if (!failed) {
        failed = true;
        throw new NoClassDefFoundError("boom");
      }
    }

    @Override
    public void execute(Runnable task) {
      fail();
      executor.execute(task);
    }

    @Override
    public void executeHere(Runnable task) {
      fail();
      task.run();
    }
  }

  @Test
  void executor_thatThrowsAnError_isTakenAsRefusing(ExpectedLogs logs) {
    logs.expect("No thread for a mailbox .*boom");
    Mailbox failing = new Mailbox(new FailingOnce(), timer, 10, 10);

    assertThat(failing.offer(task("lost"))).isEqualTo(Outcome.REJECTED);
    assertThat(failing.offer(task("kept"))).isEqualTo(Outcome.QUEUED);
    executor.run();
    assertThat(seen).containsExactly("kept");
  }

  @Test
  void lastTask_refusedByAnError_isOfferedAgain(ExpectedLogs logs) {
    logs.expect("No thread for a mailbox .*boom");
    Mailbox failing = new Mailbox(new FailingOnce(), timer, 10, 10);

    failing.close(task("last"));
    timer.advance(Duration.ofSeconds(1));
    executor.run();

    assertThat(seen).containsExactly("last");
  }

  @Test
  void runHere_refusedByAnError_leavesTheMailboxUsable(ExpectedLogs logs) {
    logs.expect("No thread for a mailbox .*boom");

    assertThat(mailbox.runHere(task("lost"), new FailingOnce())).isEqualTo(Outcome.REJECTED);
    assertThat(mailbox.offer(task("kept"))).isEqualTo(Outcome.QUEUED);
    executor.run();
    assertThat(seen).containsExactly("kept");
  }

  @Test
  void manyTasks_whenTheExecutorThrowsAnError_goOnOnTheSameThread() {
    boolean[] failing = {false};
    Mailbox busy =
        new Mailbox(
            task -> {
              if (failing[0]) {
                throw new NoClassDefFoundError("boom");
              }
              executor.execute(task);
            },
            timer,
            1000,
            1000);
    for (int i = 0; i < 200; i++) {
      busy.offer(task("busy"));
    }
    failing[0] = true;

    executor.step();

    assertThat(seen).hasSize(200);
  }

  @Test
  void runHere_ofATaskWhoseContextFailsAfterIt_hasRun(ExpectedLogs logs) {
    logs.expect("The context of a task failed after it .*reset");
    HandlerExecutor resetting =
        new HandlerExecutor() {
          @Override
          public void execute(Runnable task) {
            executor.execute(task);
          }

          @Override
          public void executeHere(Runnable task) {
            task.run();
            mailbox.offer(MailboxTest.this.task("next"));
            throw new IllegalStateException("reset");
          }
        };

    assertThat(mailbox.runHere(task("here"), resetting)).isEqualTo(Outcome.DONE);
    executor.run();
    assertThat(seen).containsExactly("here", "next");
  }
}
