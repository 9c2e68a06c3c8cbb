package dev.socketee.server;

import dev.socketee.DisconnectListener;
import dev.socketee.ErrorListener;
import dev.socketee.EventListener;
import dev.socketee.Socket;

/** A socket as something to listen to; when and how listeners are called is not its business. */
abstract class ListeningSocket implements Socket {

  private final SocketListeners listeners = new SocketListeners();

  /** What has been registered. */
  final SocketListeners listeners() {
    return listeners;
  }

  @Override
  public final Socket on(String event, EventListener listener) {
    listeners.onEvent(event, listener);
    return this;
  }

  @Override
  public final Socket onDisconnect(DisconnectListener listener) {
    listeners.onDisconnect(listener);
    return this;
  }

  @Override
  public final Socket onError(ErrorListener listener) {
    listeners.onError(listener);
    return this;
  }
}
