package dev.socketee.engine;

import org.jspecify.annotations.Nullable;

/**
 * What the engine tells of a session, to the layer above. No lock is held during a call, and none
 * may block: these are the container's threads. None may throw either; one that does nevertheless
 * ends its session.
 */
public interface SessionListener {

  /**
   * A text message. The messages of one session come one at a time, in order, from a client that
   * keeps to the protocol; one that does not can make two calls overlap.
   *
   * @param carrier what brought it, on this thread; with a client that does not keep to the
   *     protocol, not necessarily what the session has by now
   */
  void onText(String data, TransportName carrier);

  /** A binary message, under the same conditions; the listener keeps the array. */
  void onBinary(byte[] data, TransportName carrier);

  /**
   * The session is over: the last call of consequence; messages that come later are to be ignored.
   * Called once.
   *
   * @param reason why
   * @param description details, or {@code null}
   */
  void onClose(CloseReason reason, @Nullable String description);
}
