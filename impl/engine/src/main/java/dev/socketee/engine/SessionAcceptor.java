package dev.socketee.engine;

/** The layer above the engine: gives every new session its listener. */
@FunctionalInterface
public interface SessionAcceptor {

  /**
   * Called once for each session, before anything else is told of it. What is sent from within
   * follows the open packet. Must not block.
   */
  SessionListener accept(EngineSession session);

  /**
   * A client has gone past a limit, and has been refused or disconnected for it. No lock is held;
   * must not block.
   */
  default void limitReached(EngineLimit limit) {}
}
