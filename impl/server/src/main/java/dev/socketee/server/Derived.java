package dev.socketee.server;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * What is made of several answers. Whoever waits for it waits for those, because they, as {@link
 * Promise} says, need no thread of the pool in which all may be waiting.
 *
 * @param <S> what the answers are
 * @param <T> what is made of them
 */
final class Derived<S, T> extends CompletableFuture<T> {

  private final List<CompletableFuture<S>> sources;

  private Derived(List<CompletableFuture<S>> sources) {
    this.sources = sources;
  }

  /** Made of all answers once they are there; fails if one does, or if nothing can be made. */
  static <S, T> Derived<S, T> of(List<CompletionStage<S>> stages, Function<List<S>, T> how) {
    List<CompletableFuture<S>> sources =
        stages.stream().map(CompletionStage::toCompletableFuture).toList();
    Derived<S, T> derived = new Derived<>(sources);
    CompletableFuture<Void> unused =
        CompletableFuture.allOf(sources.toArray(CompletableFuture<?>[]::new))
            .whenComplete(
                (nothing, failure) -> {
                  if (failure == null) {
                    derived.make(how);
                  } else {
                    derived.completeExceptionally(cause(failure));
                  }
                });
    return derived;
  }

  private void make(Function<List<S>, T> how) {
    try {
      complete(how.apply(sources.stream().map(CompletableFuture::join).toList()));
    } catch (RuntimeException e) {
      completeExceptionally(e);
    }
  }

  static Throwable cause(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }

  /** One of the answers is a failure, which will be told as that of this. */
  static void likewise(Exception e) {
    SocketIOServer.LOG.log(Level.TRACE, "One of several answers is a failure", e);
  }

  @Override
  public T join() {
    for (CompletableFuture<S> source : sources) {
      try {
        S unused = source.join();
      } catch (CompletionException | CancellationException e) {
        likewise(e);
      }
    }
    return super.join();
  }

  @Override
  public T get() throws InterruptedException, ExecutionException {
    for (CompletableFuture<S> source : sources) {
      try {
        S unused = source.get();
      } catch (ExecutionException | CancellationException e) {
        likewise(e);
      }
    }
    return super.get();
  }

  @Override
  public T get(long time, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    long end = System.nanoTime() + unit.toNanos(time);
    for (CompletableFuture<S> source : sources) {
      try {
        S unused = source.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (ExecutionException | CancellationException e) {
        likewise(e);
      }
    }
    return super.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
  }
}
