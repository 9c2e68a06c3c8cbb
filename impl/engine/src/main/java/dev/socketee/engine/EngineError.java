package dev.socketee.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The errors that a request can be answered with (reference 1.5). */
public enum EngineError {
  /** The transport is missing, unknown or not enabled. */
  UNKNOWN_TRANSPORT(0, 400, "Transport unknown"),
  /** There is no session of that id. */
  UNKNOWN_SID(1, 400, "Session ID unknown"),
  /** A session is opened with GET only. */
  BAD_HANDSHAKE_METHOD(2, 400, "Bad handshake method"),
  /** The request contradicts itself or its session. */
  BAD_REQUEST(3, 400, "Bad request"),
  /** The application refused it. */
  FORBIDDEN(4, 403, "Forbidden"),
  /** A version of the protocol that is not served. */
  UNSUPPORTED_PROTOCOL_VERSION(5, 400, "Unsupported protocol version"),
  /** There is no room for another session. Not of the reference, and so are the next ones. */
  TOO_MANY_SESSIONS(4, 503, "Too many sessions", EngineLimit.SESSIONS),
  /** There is no room for another session of that address. */
  TOO_MANY_SESSIONS_OF_ADDRESS(
      4, 429, "Too many sessions of this address", EngineLimit.SESSIONS_PER_ADDRESS),
  /** The URL is longer than allowed. */
  URL_TOO_LONG(3, 414, "URL too long", EngineLimit.URL_LENGTH),
  /** The headers are longer than allowed. */
  HEADERS_TOO_LONG(3, 431, "Headers too long", EngineLimit.HEADER_LENGTH);

  private final int code;
  private final int status;
  private final String message;
  private final @Nullable EngineLimit limit;

  EngineError(int code, int status, String message) {
    this(code, status, message, null);
  }

  EngineError(int code, int status, String message, @Nullable EngineLimit limit) {
    this.limit = limit;
    this.code = code;
    this.status = status;
    this.message = message;
  }

  /** The code in the body. */
  public int code() {
    return code;
  }

  /** The status of the response. */
  public int status() {
    return status;
  }

  /** The limit that was reached; empty if the error is another. */
  Optional<EngineLimit> limit() {
    return Optional.ofNullable(limit);
  }

  /** The message in the body, unless the application gave another. */
  public String message() {
    return message;
  }
}
