package dev.socketee.protocol;

/**
 * The peer broke the protocol: the connection that it came from ends, nobody else's does. A mistake
 * of the caller is never this, but an {@link IllegalArgumentException} or an {@link
 * IllegalStateException}.
 *
 * <p>It has no stack trace: a peer can cause any number of them, and where a codec found the
 * mistake tells less than {@link #error()} does.
 */
public final class ProtocolException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProtocolError error;

  /**
   * With the error's own text as its message.
   *
   * @param error what the peer did wrong
   */
  public ProtocolException(ProtocolError error) {
    this(error, error.text());
  }

  /**
   * With a message that says more than the error.
   *
   * @param error what the peer did wrong
   * @param message safe to show to the peer: nothing secret, nothing that it sent
   */
  public ProtocolException(ProtocolError error, String message) {
    super(message, null, false, false);
    this.error = error;
  }

  /**
   * What the peer did wrong.
   *
   * @return the error
   */
  public ProtocolError error() {
    return error;
  }
}
