package dev.socketee.server;

import dev.socketee.DisconnectListener;
import dev.socketee.DisconnectReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the listeners of the end of a socket. */
final class FarewellTask extends Mailbox.Task {

  private final ServerSocket socket;
  private final boolean connected;
  private final DisconnectReason reason;
  private final @Nullable String description;

  /**
   * For one socket.
   *
   * @param connected whether it was connected, or has gone before it could be
   */
  FarewellTask(
      ServerSocket socket,
      boolean connected,
      DisconnectReason reason,
      @Nullable String description) {
    this.socket = socket;
    this.connected = connected;
    this.reason = reason;
    this.description = description;
  }

  @Override
  void run() {
    tell("disconnecting", socket.listeners().now().disconnecting());
    socket.forgetRooms();
    tell("disconnect", socket.listeners().now().disconnect());
    Watched watched = socket.namespace().watched();
    if (connected) {
      watched.tell(SocketWatcher::disconnected, socket);
    }
    watched.tell(SocketWatcher::ends, socket);
  }

  private void tell(String event, List<DisconnectListener> listeners) {
    for (DisconnectListener listener : listeners) {
      try {
        listener.onDisconnect(reason, description);
      } catch (Throwable e) {
        socket.report(event, e);
      }
    }
  }

  @Override
  long size() {
    return 0;
  }
}
