package dev.socketee.it;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;

/**
 * Values that take their time, as from a database, on a thread that ends then. Not {@code
 * CompletableFuture.delayedExecutor} and the like: their thread would hold on to the application
 * for ever.
 */
public final class Later {

  private static final Duration SOON = Duration.ofMillis(50);

  private Later() {}

  /** Is complete soon. */
  public static <T> CompletionStage<T> complete(T value) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              LockSupport.parkNanos(SOON.toNanos());
              result.complete(value);
            });
    thread.start();
    return result;
  }
}
