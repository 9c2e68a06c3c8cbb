package dev.socketee.spi;

/**
 * Refuses a handshake: the client gets status 403 and {@code {"code":4,"message":…}}.
 *
 * <p>Source: reference 1.5, HTTP errors.
 */
public final class RequestRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Refuses with the message {@code Forbidden}. */
  public RequestRefusedException() {
    this("Forbidden");
  }

  /**
   * Refuses with a message.
   *
   * @param message what the client is told
   */
  public RequestRefusedException(String message) {
    super(message);
  }
}
