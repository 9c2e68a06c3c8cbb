package dev.socketee.server;

import java.util.concurrent.Executor;

/**
 * The threads of the handlers of one connection, and the context that they run in: that of its
 * handshake.
 */
public interface HandlerExecutor extends Executor {

  /**
   * Runs a task in that context, but on the calling thread, and returns when it is done. For tasks
   * that do not block.
   *
   * @throws RuntimeException if there is no context any more, because the application is stopping:
   *     then the task has not run; or if the end of the context has failed, after it
   */
  void executeHere(Runnable task);

  /** Threads without a context. */
  static HandlerExecutor of(Executor threads) {
    return new HandlerExecutor() {
      @Override
      public void execute(Runnable task) {
        threads.execute(task);
      }

      @Override
      public void executeHere(Runnable task) {
        task.run();
      }
    };
  }
}
