package dev.socketee.server;

import dev.socketee.engine.Timer;
import dev.socketee.engine.http.EngineRequest;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * What the server needs from its surroundings.
 *
 * @param codec JSON
 * @param timer time
 * @param executors for the handshake of a connection, the executor on which its handlers run. Its
 *     threads may block; it must not run a task on the calling thread, and may refuse one with
 *     {@link java.util.concurrent.RejectedExecutionException}
 * @param background an executor of that kind for what no connection has to do with: answers of many
 *     clients, events of other servers and of rooms
 * @param transactions what lets emissions wait for a commit
 */
public record ServerRuntime(
    ValueCodec codec,
    Timer timer,
    Function<EngineRequest, HandlerExecutor> executors,
    Executor background,
    Transactions transactions) {

  /** Surroundings without transactions. */
  public ServerRuntime(
      ValueCodec codec,
      Timer timer,
      Function<EngineRequest, HandlerExecutor> executors,
      Executor background) {
    this(codec, timer, executors, background, Transactions.NONE);
  }
}
