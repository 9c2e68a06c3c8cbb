package dev.socketee;

import org.jspecify.annotations.Nullable;

/**
 * Refuses an event. A client that asked for an acknowledgement gets it: an object with the message
 * as {@code message} and, if there are any, the details as {@code data}. The socket's {@linkplain
 * Socket#onError error listeners} are told, too. Thrown by an {@link EventMiddleware}, which drops
 * the event, or by a listener, in place of its answer.
 *
 * <p>Thrown by a handler method ({@link dev.socketee.annotation.OnEvent}, or {@link
 * dev.socketee.annotation.OnError} in its place) the acknowledgement is the same, and nobody else
 * is told: it is an answer, not an error.
 *
 * <p>Source: reference 2.3, use; the acknowledgement is an addition.
 */
public final class EventRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Not serialized: it is for the client, and may be anything. */
  private final transient @Nullable Object data;

  /**
   * Refuses with a message.
   *
   * @param message what the client is told
   */
  public EventRefusedException(String message) {
    this(message, null);
  }

  /**
   * Refuses with a message and details.
   *
   * @param message what the client is told
   * @param data the details, as {@link Broadcaster#emit} takes arguments; {@code null} for none
   */
  public EventRefusedException(String message, @Nullable Object data) {
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
