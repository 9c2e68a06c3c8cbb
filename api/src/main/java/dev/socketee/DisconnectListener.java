package dev.socketee;

import org.jspecify.annotations.Nullable;

/** Is told of the end of a socket. */
@FunctionalInterface
public interface DisconnectListener {

  /**
   * Called once, on a thread that may block, when the socket has left its rooms and can no longer
   * emit.
   *
   * @param reason why
   * @param description details for the log, or {@code null} if there are none
   * @throws Exception goes to the socket's {@linkplain Socket#onError error listeners} or the log
   */
  void onDisconnect(DisconnectReason reason, @Nullable String description) throws Exception;
}
