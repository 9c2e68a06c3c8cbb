package dev.socketee;

import org.jspecify.annotations.Nullable;

/**
 * What a client has sent cannot be converted to what the application asked for. Whose fault that is
 * the message tells: the client sent something else, or the type cannot be read from JSON.
 */
public final class ConversionException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /**
   * A failed conversion.
   *
   * @param message what could not be converted to what, and why; fit for the log, not for the
   *     client
   * @param cause what the JSON binding has thrown, or {@code null} if it was not that
   */
  public ConversionException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
