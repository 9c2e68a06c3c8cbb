package dev.socketee;

/**
 * The limits that a client, or an application on behalf of one, can reach. Each is an option, named
 * here without {@code socketio.}; {@link Statistics#reached} counts how often it was.
 *
 * <p>New ones may be added.
 */
public enum Limit {
  /** {@code max-sessions}: a client was refused, because there are enough. */
  MAX_SESSIONS,
  /** {@code max-sessions-per-address}: a client was refused, because its address has enough. */
  MAX_SESSIONS_PER_ADDRESS,
  /** {@code url-length}: a request to connect was refused. */
  URL_LENGTH,
  /** {@code header-length}: a request to connect was refused. */
  HEADER_LENGTH,
  /** {@code max-payload}: a message, or the body of a request, was too large. */
  MAX_PAYLOAD,
  /**
   * A WebSocket message came in too many parts: more than 1,000, and one for each 256 bytes of
   * {@code max-payload}.
   */
  MESSAGE_PARTS,
  /** {@code payload-packets}: the body of a request held too many packets. */
  PAYLOAD_PACKETS,
  /** {@code outbox-packets} and {@code outbox-bytes}: a client did not take what was sent. */
  OUTBOX,
  /** {@code send-timeout}: a client did not take a message in time. */
  SEND_TIMEOUT,
  /** {@code connect-timeout}: a client did not join a namespace in time. */
  CONNECT_TIMEOUT,
  /** {@code max-attachments}: an event had more. */
  MAX_ATTACHMENTS,
  /** {@code attachment-bytes}: those of an event were larger. */
  ATTACHMENT_BYTES,
  /** {@code attachment-timeout}: those of an event did not come in time. */
  ATTACHMENT_TIMEOUT,
  /** {@code json-depth}: an event was nested deeper. */
  JSON_DEPTH,
  /** A number in an event had more than 1,000 characters. */
  NUMBER_LENGTH,
  /** {@code namespace-length}: a name was longer. */
  NAMESPACE_LENGTH,
  /** {@code namespaces-per-connection}: a client wanted to join more. */
  NAMESPACES_PER_CONNECTION,
  /** {@code child-namespaces}: none was created for a client, because there are enough. */
  CHILD_NAMESPACES,
  /** {@code child-namespaces-per-connection}: none was created, because the client has enough. */
  CHILD_NAMESPACES_PER_CONNECTION,
  /** {@code max-sockets}: a client was refused, because the namespace has enough. */
  MAX_SOCKETS,
  /**
   * {@code mailbox-events} and {@code mailbox-bytes}: more was waiting for handlers. What happened
   * then, says {@code mailbox-overflow}; if events were dropped, each is counted.
   */
  MAILBOX,
  /** {@code handler-threads}, or those of {@code executor}: none was there for an event. */
  HANDLER_THREADS,
  /** {@code events-per-second}: a client sent more. */
  EVENTS_PER_SECOND,
  /** {@code joins-per-second}: a client asked to join a namespace more often. */
  JOINS_PER_SECOND,
  /** {@code pending-acks}: more were awaited of a client; who asked for one more was refused. */
  PENDING_ACKS,
  /** {@code rooms-per-socket}: a socket was in so many; who made it join one more was refused. */
  ROOMS_PER_SOCKET,
  /**
   * {@code recovery-packets}, {@code recovery-bytes} and {@code recovery-sessions}: more was to be
   * kept for clients that may come back; the oldest was dropped. Counted for each event and
   * session.
   */
  RECOVERY
}
