package dev.socketee;

import org.jspecify.annotations.Nullable;

/**
 * Is told of the end of a socket, or of its connection. See {@link Socket#onDisconnecting}, {@link
 * Socket#onDisconnect} and {@link Connection#onClose} for when, and on which thread.
 *
 * <p>Source: reference 2.6, Disconnect reasons.
 */
@FunctionalInterface
public interface DisconnectListener {

  /**
   * Called once, when nothing can be emitted any more.
   *
   * @param reason why
   * @param description details for the log, or {@code null} if there are none
   * @throws Exception goes to the socket's {@linkplain Socket#onError error listeners}, or the log
   *     if there are none or it was about a connection
   */
  void onDisconnect(DisconnectReason reason, @Nullable String description) throws Exception;
}
