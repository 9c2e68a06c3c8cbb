package dev.socketee.engine;

import dev.socketee.protocol.engine.EngineFrame;
import java.util.List;

/**
 * Carries a session's packets. What a session calls with its lock held, and what without, is said
 * at each method.
 */
interface Transport {

  TransportName name();

  /** Whether it can take packets at this moment. Lock held. */
  boolean writable();

  /** Takes from the outbox what one write carries; it is then not writable. Lock held. */
  void claim(Outbox outbox);

  /**
   * Writes what was claimed, and tells the session by {@link LiveSession#written} when it is done,
   * perhaps before this returns. No lock held.
   */
  void write();

  /** Whether a write is under way. Lock held. */
  boolean writing();

  /** Ends the write that was under way. Lock held. */
  void release();

  /**
   * Gives the transport up. Lock held; nothing is claimed or written afterwards.
   *
   * @param lastWords what to say to the client, if the transport can say something at this moment
   * @param closeCode how to close it, where there are close codes
   * @return what remains to be done without the lock
   */
  Runnable retire(List<EngineFrame> lastWords, int closeCode);
}
