package dev.socketee.engine;

/** The limits of an engine, for whoever counts how often they are reached. */
public enum EngineLimit {
  /** {@link SessionLimits#sessions()}. */
  SESSIONS,
  /** {@link SessionLimits#perAddress()}. */
  SESSIONS_PER_ADDRESS,
  /** {@link SessionLimits#urlLength()}. */
  URL_LENGTH,
  /** {@link SessionLimits#headerLength()}. */
  HEADER_LENGTH,
  /** {@link EngineOptions#maxPayload()}. */
  MAX_PAYLOAD,
  /** The parts that a WebSocket message may come in: it follows from the size that it may have. */
  MESSAGE_PARTS,
  /** {@link EngineOptions#payloadPackets()}. */
  PAYLOAD_PACKETS,
  /** {@link EngineOptions#outboxPackets()} and {@link EngineOptions#outboxBytes()}. */
  OUTBOX,
  /** {@link EngineOptions#sendTimeout()}. */
  SEND_TIMEOUT
}
