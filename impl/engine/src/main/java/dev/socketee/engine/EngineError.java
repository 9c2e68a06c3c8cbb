package dev.socketee.engine;

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
  UNSUPPORTED_PROTOCOL_VERSION(5, 400, "Unsupported protocol version");

  private final int code;
  private final int status;
  private final String message;

  EngineError(int code, int status, String message) {
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

  /** The message in the body, unless the application gave another. */
  public String message() {
    return message;
  }
}
