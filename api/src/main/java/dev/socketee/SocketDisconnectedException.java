package dev.socketee;

/** The socket was disconnected before the client acknowledged an event. */
public final class SocketDisconnectedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The only message, that of the reference's client for the same case. */
  public SocketDisconnectedException() {
    super("socket has been disconnected");
  }
}
