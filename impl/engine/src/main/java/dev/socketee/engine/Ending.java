package dev.socketee.engine;

import dev.socketee.protocol.engine.EngineFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a session ends: what its listener is told, and what its client (reference 1.9).
 *
 * @param reason why, for the listener
 * @param description details for the listener, or {@code null}
 * @param lastWords for a poll that waits
 * @param closeCode for a WebSocket
 */
record Ending(
    CloseReason reason, @Nullable String description, List<EngineFrame> lastWords, int closeCode) {

  /** What a poll is told when there is nothing to tell. */
  static final List<EngineFrame> NOOP = List.of(EngineFrame.NOOP);

  /** The close code of whatever is no failure of the whole server. */
  static final int NORMAL_CLOSURE = 1000;

  private static final List<EngineFrame> CLOSE = List.of(EngineFrame.CLOSE);
  private static final int GOING_AWAY = 1001;
  private static final int POLICY = 1008;

  /** The whole server ends. */
  static final Ending SHUT_DOWN = new Ending(CloseReason.SHUTTING_DOWN, null, CLOSE, GOING_AWAY);

  /** All that was queued has been sent, and a poll waits or a WebSocket is there. */
  static final Ending DRAINED = of(CloseReason.FORCED_CLOSE, null);

  /** All that was queued has been sent, and a poll came for more. */
  static final Ending LAST_POLL =
      new Ending(
          CloseReason.FORCED_CLOSE,
          null,
          List.of(EngineFrame.NOOP, EngineFrame.CLOSE),
          NORMAL_CLOSURE);

  /** The client said that it closes. */
  static final Ending CLIENT_CLOSE =
      new Ending(CloseReason.TRANSPORT_CLOSE, null, NOOP, NORMAL_CLOSURE);

  /** The client is entitled to its session no longer. */
  static Ending revoked(String description) {
    return new Ending(CloseReason.REVOKED, description, CLOSE, POLICY);
  }

  /** Any other ending. */
  static Ending of(CloseReason reason, @Nullable String description) {
    return new Ending(reason, description, CLOSE, NORMAL_CLOSURE);
  }

  void tell(SessionListener listener) {
    listener.onClose(reason, description);
  }
}
