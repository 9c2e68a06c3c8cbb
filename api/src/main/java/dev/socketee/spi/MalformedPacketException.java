package dev.socketee.spi;

/**
 * A client sent what is no packet to the {@link Parser}. Its connection is closed.
 *
 * <p>It has no stack trace: a client can cause any number of them.
 */
public final class MalformedPacketException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * With a reason.
   *
   * @param reason for the log and for {@code disconnect} listeners: nothing that the client sent
   */
  public MalformedPacketException(String reason) {
    super(reason, null, false, false);
  }
}
