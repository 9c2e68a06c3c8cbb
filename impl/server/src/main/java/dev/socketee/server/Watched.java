package dev.socketee.server;

import java.lang.System.Logger.Level;
import java.util.function.BiConsumer;

/** The watcher of a server, which harms nobody. Thread-safe. */
final class Watched {

  private volatile SocketWatcher watcher = SocketWatcher.NONE;

  void by(SocketWatcher newWatcher) {
    watcher = newWatcher;
  }

  /** Tells it. */
  void tell(BiConsumer<SocketWatcher, ServerSocket> what, ServerSocket socket) {
    try {
      what.accept(watcher, socket);
    } catch (Throwable e) {
      SocketIOServer.LOG.log(
          Level.ERROR, "What watches sockets failed for " + socket, e); // its id may be a secret
    }
  }
}
