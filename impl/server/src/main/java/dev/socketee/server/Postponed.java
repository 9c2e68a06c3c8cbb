package dev.socketee.server;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The answer to a question that is asked later, or never. As with {@link Derived}, whoever waits
 * for it waits for the answer itself, which needs no free thread.
 *
 * @param <T> what is answered
 */
final class Postponed<T> extends CompletableFuture<T> {

  private final Executor executor;

  /** The answer, once it has been asked for; this future if the application completed it. */
  private final CompletableFuture<CompletableFuture<T>> asked = new CompletableFuture<>();

  /**
   * One that has not been asked for.
   *
   * @param executor where to run what is chained to it, if nothing is asked
   */
  Postponed(Executor executor) {
    this.executor = executor;
    CompletableFuture<T> unused = whenComplete((value, failure) -> over());
  }

  private void over() {
    if (!asked.complete(this)) {
      asked.join().cancel(false); // of no effect if it is there
    }
  }

  /** Asks now; a failure to do so is an answer. */
  void ask(Supplier<CompletionStage<T>> question) {
    CompletableFuture<T> answer;
    try {
      answer = question.get().toCompletableFuture();
    } catch (RuntimeException e) {
      fail(e);
      return;
    }
    follow(answer);
  }

  /** It will never be asked. */
  void fail(RuntimeException why) {
    Promise<T> answer = new Promise<>(executor);
    answer.whenOver(() -> {});
    follow(answer);
    answer.fail(why);
  }

  private void follow(CompletableFuture<T> answer) {
    if (!asked.complete(answer)) {
      answer.cancel(false);
    }
    CompletableFuture<T> unused =
        answer.whenComplete(
            (value, failure) -> {
              if (failure == null) {
                complete(value);
              } else {
                completeExceptionally(Derived.cause(failure));
              }
            });
  }

  @Override
  public T join() {
    CompletableFuture<T> answer = asked.join();
    if (answer != this) {
      try {
        T unused = answer.join();
      } catch (CompletionException | CancellationException e) {
        Derived.likewise(e);
      }
    }
    return super.join();
  }

  @Override
  public T get() throws InterruptedException, ExecutionException {
    CompletableFuture<T> answer = asked.get();
    if (answer != this) {
      try {
        T unused = answer.get();
      } catch (ExecutionException | CancellationException e) {
        Derived.likewise(e);
      }
    }
    return super.get();
  }

  @Override
  public T get(long time, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    long end = System.nanoTime() + unit.toNanos(time);
    CompletableFuture<T> answer = asked.get(time, unit);
    if (answer != this) {
      try {
        T unused = answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (ExecutionException | CancellationException e) {
        Derived.likewise(e);
      }
    }
    return super.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
  }
}
