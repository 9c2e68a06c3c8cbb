package dev.socketee.server;

import dev.socketee.DisconnectListener;
import dev.socketee.DisconnectReason;
import org.jspecify.annotations.Nullable;

/** Tells the listeners of the end of a socket. */
final class FarewellTask extends Mailbox.Task {

  private final ServerSocket socket;
  private final SocketListeners listeners;
  private final DisconnectReason reason;
  private final @Nullable String description;

  FarewellTask(
      ServerSocket socket,
      SocketListeners listeners,
      DisconnectReason reason,
      @Nullable String description) {
    this.socket = socket;
    this.listeners = listeners;
    this.reason = reason;
    this.description = description;
  }

  @Override
  void run() {
    for (DisconnectListener listener : listeners.disconnect()) {
      try {
        listener.onDisconnect(reason, description);
      } catch (Throwable e) {
        socket.report("disconnect", e);
      }
    }
  }

  @Override
  long size() {
    return 0;
  }
}
