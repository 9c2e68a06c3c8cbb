package dev.socketee.server;

/**
 * Where a socket is in its life.
 *
 * <pre>
 *   CONNECTING --> ACCEPTED --> CONNECTED --> DISCONNECTED
 *       |              |                        ^   ^
 *       |              +------------------------+   |
 *       +-------------------------------------------+
 * </pre>
 */
enum SocketState {
  /** The middleware looks at it; what is emitted to it is held. */
  CONNECTING,
  /**
   * The CONNECT is being sent. The client can answer faster than that call returns, so what it
   * sends is taken from here on; disconnecting it has to wait, so that nothing overtakes the
   * CONNECT.
   */
  ACCEPTED,
  /** Events go both ways. */
  CONNECTED,
  /** Over, or refused; final. */
  DISCONNECTED;

  /** Whether the client may send packets to it. */
  boolean joined() {
    return this == ACCEPTED || this == CONNECTED;
  }
}
