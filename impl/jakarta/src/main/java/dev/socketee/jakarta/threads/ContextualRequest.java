package dev.socketee.jakarta.threads;

import java.util.concurrent.Executor;

/** A handshake that has kept the container's context of its thread. */
public interface ContextualRequest {

  /** Runs handlers in that context. */
  Executor handlerExecutor();
}
