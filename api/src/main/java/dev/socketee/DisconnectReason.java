package dev.socketee;

/**
 * Why a socket was disconnected.
 *
 * <p>Source: reference 2.6, Disconnect reasons.
 */
public enum DisconnectReason {
  /** The client left the namespace. */
  CLIENT_NAMESPACE_DISCONNECT("client namespace disconnect"),
  /** {@link Socket#disconnect(boolean)} was called. */
  SERVER_NAMESPACE_DISCONNECT("server namespace disconnect"),
  /** The server stopped, or the application was undeployed. */
  SERVER_SHUTTING_DOWN("server shutting down"),
  /** The client did not answer a heartbeat in time. */
  PING_TIMEOUT("ping timeout"),
  /** The client closed the connection, or it was lost. */
  TRANSPORT_CLOSE("transport close"),
  /**
   * The connection failed: an aborted request, an oversize message, a client too slow to be served.
   */
  TRANSPORT_ERROR("transport error"),
  /** The client sent something that is no Engine.IO packet. */
  PARSE_ERROR("parse error"),
  /** The client sent something that is no Socket.IO packet, or one that the protocol forbids. */
  FORCED_CLOSE("forced close"),
  /**
   * As {@link #FORCED_CLOSE}, but the client could be told only later, or it connected to nothing.
   */
  FORCED_SERVER_CLOSE("forced server close"),
  /**
   * The {@code HttpSession} ended that the connection of an authenticated caller belonged to: the
   * caller has logged out, or the session has timed out. See the option {@code
   * socketio.http-session}. The reference has no such reason.
   */
  HTTP_SESSION_ENDED("http session ended");

  private final String text;

  DisconnectReason(String text) {
    this.text = text;
  }

  /**
   * Whether a client that was disconnected for this reason may go on where it was, if connection
   * state recovery is switched on.
   *
   * @return {@code false} if either side left the namespace, the client sent something that is no
   *     Engine.IO packet, or its HTTP session has ended
   */
  public boolean recoverable() {
    return switch (this) {
      case CLIENT_NAMESPACE_DISCONNECT,
          SERVER_NAMESPACE_DISCONNECT,
          PARSE_ERROR,
          HTTP_SESSION_ENDED ->
          false;
      case SERVER_SHUTTING_DOWN,
          PING_TIMEOUT,
          TRANSPORT_CLOSE,
          TRANSPORT_ERROR,
          FORCED_CLOSE,
          FORCED_SERVER_CLOSE ->
          true;
    };
  }

  /**
   * The reason in the words of Socket.IO, such as {@code "ping timeout"}.
   *
   * @return the text
   */
  public String text() {
    return text;
  }
}
