package dev.socketee.engine;

import org.jspecify.annotations.Nullable;

/** What a container's WebSocket tells the engine. One call at a time; never blocks. */
public interface WebSocketReceiver {

  /** A whole text message. */
  void onText(String text);

  /** A whole binary message; the engine keeps the array. */
  void onBinary(byte[] bytes);

  /** The WebSocket is closed, by whichever side; called at least once, and harmless if repeated. */
  void onClose();

  /**
   * A message went past a limit; the WebSocket is being closed.
   *
   * @param limit which
   * @param description for the log and the listeners
   */
  void onLimit(EngineLimit limit, String description);

  /**
   * It failed, and is or will be closed.
   *
   * @param description why, for the log and the listeners; {@code null} if nobody knows
   */
  void onError(@Nullable String description);
}
