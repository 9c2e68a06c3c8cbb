package dev.socketee;

/**
 * Nobody was asked for an acknowledgement, because the transaction that {@link
 * Broadcaster#afterCommit} or {@link Emitter#afterCommit} waited for has been rolled back.
 */
public final class RolledBackException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Of a transaction that was rolled back. */
  public RolledBackException() {
    super("the transaction was rolled back, so the event was not sent");
  }
}
