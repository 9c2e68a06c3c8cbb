package dev.socketee.server;

import dev.socketee.ConnectionError;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Those who want to know of requests that were answered with an error (reference 1.5). */
final class ConnectionErrors {

  private final List<Consumer<? super ConnectionError>> listeners = new CopyOnWriteArrayList<>();

  void add(Consumer<? super ConnectionError> listener) {
    listeners.add(listener);
  }

  void tell(ConnectionError error) {
    for (Consumer<? super ConnectionError> listener : listeners) {
      try {
        listener.accept(error);
      } catch (Throwable e) {
        SocketIOServer.LOG.log(Level.WARNING, "A listener for connection errors failed", e);
      }
    }
  }
}
