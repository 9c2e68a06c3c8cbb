package dev.socketee.server;

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
 * Something that is owed to the application. It arrives on a thread that must not run code of the
 * application, so two things are told apart: whoever waits for the answer is woken at once, by that
 * thread, and needs no other; what was chained to the future runs on the executor, or on a thread
 * that waited. So a handler that waits does not depend on a free thread of a pool in which all may
 * be waiting.
 *
 * @param <T> what is owed
 */
class Promise<T> extends CompletableFuture<T> {

  private final Executor executor;

  /** Completed when there is an answer, or somebody else completed this future. */
  private final CompletableFuture<@Nullable Void> settled = new CompletableFuture<>();

  private final AtomicReference<@Nullable Answer<T>> answer = new AtomicReference<>();
  private volatile @Nullable Timeout timeout;

  private record Answer<T>(@Nullable T value, @Nullable Throwable failure) {}

  /**
   * One that is not kept yet.
   *
   * @param executor where to run what is chained to it
   */
  Promise(Executor executor) {
    this.executor = executor;
  }

  /**
   * Has something done when it is done, in whichever way. To be called once, before anybody else
   * has it.
   *
   * @param forget must not block
   */
  final void whenOver(Runnable forget) {
    CompletableFuture<T> unused =
        whenComplete(
            (value, failure) -> {
              settled.complete(null);
              cancelTimeout();
              forget.run();
            });
  }

  /** Ends the wait some time. */
  final void limit(Timeout value) {
    timeout = value;
    if (settled.isDone()) {
      value.cancel();
    }
  }

  /** Keeps it. The first of this and {@link #fail} counts. */
  final void settle(T value) {
    settle(new Answer<>(value, null));
  }

  /** Breaks it. */
  final void fail(Throwable failure) {
    settle(new Answer<>(null, failure));
  }

  private void settle(Answer<T> value) {
    if (!answer.compareAndSet(null, value)) {
      return;
    }
    cancelTimeout();
    settled.complete(null);
    try {
      executor.execute(this::publish);
    } catch (RuntimeException | Error e) {
      // Full, or being stopped with the application, or without another thread. What is chained may
      // be somebody's clean-up, and it must not run here.
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
    Answer<T> kept = answer.get();
    if (kept == null) {
      return; // completed by the application
    }
    Throwable failure = kept.failure();
    T value = kept.value();
    if (failure != null) {
      completeExceptionally(failure);
    } else if (value != null) {
      complete(value);
    } else {
      completeExceptionally(new IllegalStateException("the answer is null, which is a mistake"));
    }
  }

  @Override
  public T join() {
    settled.join();
    publish();
    return super.join();
  }

  @Override
  public T get() throws InterruptedException, ExecutionException {
    settled.get();
    publish();
    return super.get();
  }

  @Override
  public T get(long time, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    settled.get(time, unit);
    publish();
    return super.get();
  }
}
