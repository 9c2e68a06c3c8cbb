package dev.socketee;

/**
 * The client did not acknowledge an event in time.
 *
 * <p>Source: reference 2.4, Acknowledgements.
 */
public final class AckTimeoutException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The only message, that of the reference. */
  public AckTimeoutException() {
    super("operation has timed out");
  }
}
