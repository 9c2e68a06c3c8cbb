package dev.socketee.server;

/**
 * Where a socket is in its life.
 *
 * <pre>
 *   CONNECTING --> CONSIDERED --> ACCEPTED --> CONNECTED --> DISCONNECTED
 *       |              |              |                        ^ ^ ^
 *       |              |              +------------------------+ | |
 *       |              +-----------------------------------------+ |
 *       +----------------------------------------------------------+
 * </pre>
 */
enum SocketState {
  /** It waits for a thread; the application does not know it yet. */
  CONNECTING,
  /** The middleware looks at it; what is emitted to it is held. */
  CONSIDERED,
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
