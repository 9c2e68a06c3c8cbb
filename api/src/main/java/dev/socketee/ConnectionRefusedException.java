package dev.socketee;

import org.jspecify.annotations.Nullable;

/**
 * Refuses a CONNECT: the client's {@code connect_error} event gets the message and the data.
 *
 * <p>Source: reference 2.6, connect_error.
 */
public final class ConnectionRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Not serialized: it is for the client, and may be anything. */
  private final transient @Nullable Object data;

  /**
   * Refuses with a message.
   *
   * @param message what the client is told
   */
  public ConnectionRefusedException(String message) {
    this(message, null);
  }

  /**
   * Refuses with a message and details.
   *
   * @param message what the client is told
   * @param data becomes {@code error.data} at the client, as {@link Broadcaster#emit} takes
   *     arguments, without binary; {@code null} for none
   */
  public ConnectionRefusedException(String message, @Nullable Object data) {
    super(message);
    this.data = data;
  }

  /**
   * The details for the client.
   *
   * @return the details, or {@code null} if there are none
   */
  public @Nullable Object data() {
    return data;
  }
}
