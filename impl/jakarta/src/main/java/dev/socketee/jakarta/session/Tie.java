package dev.socketee.jakarta.session;

import dev.socketee.engine.EngineSession;
import org.jspecify.annotations.Nullable;

/** A connection's tie to the HTTP session that it came with. The book's lock guards it. */
final class Tie {

  private final EngineSession connection;
  private final boolean ends;

  /** Where it is entered; {@code null} if nowhere. */
  @Nullable TiedSession session;

  /** What it keeps alive. */
  @Nullable KeepAlive keepAlive;

  /**
   * A tie that is entered nowhere yet.
   *
   * @param ends whether the connection ends with the session
   */
  Tie(EngineSession connection, boolean ends) {
    this.connection = connection;
    this.ends = ends;
  }

  /** The session has ended. No lock held. */
  void sessionEnded() {
    if (ends) {
      connection.revoke("the HTTP session has ended");
    }
  }
}
