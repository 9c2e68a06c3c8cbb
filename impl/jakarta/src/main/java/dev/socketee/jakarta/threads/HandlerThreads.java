package dev.socketee.jakarta.threads;

import dev.socketee.engine.http.EngineRequest;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The threads on which handlers run. */
public final class HandlerThreads implements AutoCloseable {

  private final ExecutorService pool;

  private HandlerThreads(ExecutorService pool) {
    this.pool = pool;
  }

  /** Finds out what the container has. To be called in {@code contextInitialized}. */
  public static HandlerThreads create(int maxThreads, @Nullable String executor) {
    return new HandlerThreads(Executors.newFixedThreadPool(maxThreads));
  }

  /** The context of the current request, for its handlers. */
  public Executor capture() {
    return pool;
  }

  /** Where the handlers of a connection run. */
  public Executor executorOf(EngineRequest handshake) {
    return handshake instanceof ContextualRequest request ? request.handlerExecutor() : pool;
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
