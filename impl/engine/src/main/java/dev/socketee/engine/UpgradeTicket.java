package dev.socketee.engine;

/** A verified WebSocket handshake, to be used once the container has opened the WebSocket. */
@FunctionalInterface
public interface UpgradeTicket {

  /**
   * Opens a session over the WebSocket, or offers it to the session that the handshake named.
   *
   * @param channel the open WebSocket, to which something may be sent before this returns
   * @return what to tell of it
   */
  WebSocketReceiver open(WebSocketChannel channel);
}
