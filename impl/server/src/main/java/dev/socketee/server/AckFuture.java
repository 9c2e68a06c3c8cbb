package dev.socketee.server;

import dev.socketee.Args;
import dev.socketee.engine.Timer.Timeout;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The answer that a client owes. It arrives on a thread that must not run code of the application,
 * so two things are told apart: whoever waits for the answer is woken at once, by that thread, and
 * needs no other; what was chained to the future runs on the executor, or on a thread that waited.
 * So a handler that waits does not depend on a free thread of a pool in which all may be waiting.
 */
final class AckFuture extends CompletableFuture<Args> {

  private final Executor executor;

  /** Completed when there is an answer, or somebody else completed this future. */
  private final CompletableFuture<@Nullable Void> settled = new CompletableFuture<>();

  private final AtomicReference<@Nullable Answer> answer = new AtomicReference<>();
  private volatile @Nullable Timeout timeout;

  private record Answer(@Nullable Args args, @Nullable RuntimeException failure) {}

  private AckFuture(Executor executor) {
    this.executor = executor;
  }

  /**
   * A future that is not done.
   *
   * @param executor where to run what is chained to it
   * @param forget called once when it is done, in whichever way; must not block
   */
  static AckFuture create(Executor executor, Runnable forget) {
    AckFuture future = new AckFuture(executor);
    CompletableFuture<Args> unused =
        future.whenComplete(
            (args, failure) -> {
              future.settled.complete(null);
              future.cancelTimeout();
              forget.run();
            });
    return future;
  }

  /** Ends the wait some time. */
  void limit(Timeout value) {
    timeout = value;
    if (settled.isDone()) {
      value.cancel();
    }
  }

  /** The client answered. The first of this and {@link #fail} counts. */
  void settle(Args args) {
    settle(new Answer(args, null));
  }

  /** The client will not answer. */
  void fail(RuntimeException failure) {
    settle(new Answer(null, failure));
  }

  private void settle(Answer value) {
    if (!answer.compareAndSet(null, value)) {
      return;
    }
    cancelTimeout();
    settled.complete(null);
    try {
      executor.execute(this::publish);
    } catch (RuntimeException e) {
      // Full, or being stopped with the application. What is chained may be somebody's clean-up,
      // and it must not run here.
      ForkJoinPool.commonPool().execute(this::publish);
    }
  }

  private void cancelTimeout() {
    Timeout running = timeout;
    if (running != null) {
      running.cancel();
    }
  }

  /** Completes this future, on a thread that may block. Harmless if repeated. */
  private void publish() {
    Answer value = answer.get();
    if (value == null) {
      return; // completed by the application
    }
    RuntimeException failure = value.failure();
    if (failure != null) {
      completeExceptionally(failure);
    } else {
      complete(value.args());
    }
  }

  @Override
  public Args join() {
    settled.join();
    publish();
    return super.join();
  }

  @Override
  public Args get() throws InterruptedException, ExecutionException {
    settled.get();
    publish();
    return super.get();
  }

  @Override
  public Args get(long time, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    settled.get(time, unit);
    publish();
    return super.get();
  }
}
