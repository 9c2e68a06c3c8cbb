package dev.socketee.engine;

/** Why a session ended (reference 1.9, Close semantics). */
public enum CloseReason {
  /** No answer to a heartbeat in time. */
  PING_TIMEOUT,
  /** Something that is no packet arrived. */
  PARSE_ERROR,
  /** A transport failed. */
  TRANSPORT_ERROR,
  /** The peer closed the transport, or said that it will. */
  TRANSPORT_CLOSE,
  /** This side closed the session. */
  FORCED_CLOSE,
  /** This side closed all sessions. */
  SHUTTING_DOWN,
  /** What entitled the client to its session has ended; ours. */
  REVOKED
}
