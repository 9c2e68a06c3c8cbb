package dev.socketee.jakarta.threads;

import dev.socketee.server.HandlerExecutor;

/** A request that remembers in whose context its connection's handlers have to run. */
public interface ContextualRequest {

  /** What {@link HandlerThreads#capture()} gave on the thread of this request. */
  HandlerExecutor handlerExecutor();
}
