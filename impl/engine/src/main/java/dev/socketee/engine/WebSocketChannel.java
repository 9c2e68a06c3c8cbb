package dev.socketee.engine;

import org.jspecify.annotations.Nullable;

/**
 * An open WebSocket of the container. The engine has at most one send in flight on it, because
 * containers differ in what they do with a second one.
 */
public interface WebSocketChannel {

  /**
   * Sends a text message. The callback may come on the calling thread, before the method returns.
   */
  void sendText(String text, SendCallback callback);

  /** Sends a binary message; the array is shared and must not be modified. */
  void sendBinary(byte[] bytes, SendCallback callback);

  /**
   * Closes it, without waiting for the peer. Can be called at any time, also during a send.
   *
   * @param code the close code; {@code 1000} for an orderly end
   * @param reason the reason, or an empty string
   */
  void close(int code, String reason);

  /** Is told how a send ended. */
  @FunctionalInterface
  interface SendCallback {

    /**
     * Called once per send, on any thread.
     *
     * @param failure why it failed, or {@code null} if it did not
     */
    void onSent(@Nullable Throwable failure);
  }
}
