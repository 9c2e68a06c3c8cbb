package dev.socketee;

import java.lang.reflect.Type;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The first argument of an acknowledgement, converted. Whoever waits for it waits for the
 * acknowledgement itself first: that one, as {@link Emitter#emitWithAck} says, needs no thread of
 * the pool in which all may be waiting.
 *
 * @param <T> what it is converted to
 */
final class TypedAnswer<T> extends CompletableFuture<@Nullable T> {

  private final CompletableFuture<Args> source;

  private TypedAnswer(CompletableFuture<Args> source) {
    this.source = source;
  }

  /** Converts an answer. */
  @SuppressWarnings("unchecked") // what has been converted to a type is of it
  static <T> TypedAnswer<T> of(CompletionStage<Args> stage, Type type) {
    TypedAnswer<T> answer = new TypedAnswer<>(stage.toCompletableFuture());
    CompletionStage<Args> unused =
        stage.whenComplete(
            (args, failure) -> {
              try {
                if (failure != null) {
                  answer.completeExceptionally(cause(failure));
                } else {
                  answer.complete((T) convert(args, type));
                }
              } catch (RuntimeException e) {
                answer.completeExceptionally(e);
              }
            });
    return answer;
  }

  private static @Nullable Object convert(Args args, Type type) {
    if (type == Args.class) {
      return args;
    }
    return type == Void.class ? null : args.get(0, type);
  }

  private static Throwable cause(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }

  @Override
  public @Nullable T join() {
    if (!isDone()) {
      try {
        Args unused = source.join();
      } catch (CompletionException | CancellationException e) {
        return super.join(); // fails likewise
      }
    }
    return super.join();
  }

  @Override
  public @Nullable T get() throws InterruptedException, ExecutionException {
    if (!isDone()) {
      try {
        Args unused = source.get();
      } catch (ExecutionException | CancellationException e) {
        return super.get(); // fails likewise
      }
    }
    return super.get();
  }

  @Override
  public @Nullable T get(long time, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (!isDone()) {
      try {
        Args unused = source.get(time, unit);
      } catch (ExecutionException | CancellationException e) {
        return super.get(time, unit); // fails likewise
      }
    }
    return super.get(time, unit);
  }
}
