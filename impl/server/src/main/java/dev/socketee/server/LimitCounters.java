package dev.socketee.server;

import dev.socketee.Limit;
import dev.socketee.engine.EngineLimit;
import dev.socketee.protocol.ProtocolError;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts how often limits are reached. Thread-safe. */
final class LimitCounters {

  private final Map<Limit, LongAdder> counters = new ConcurrentHashMap<>();

  void reached(Limit limit) {
    counters.computeIfAbsent(limit, first -> new LongAdder()).increment();
  }

  /** A client broke the protocol; that may be a limit. */
  void broken(ProtocolError error) {
    limit(error).ifPresent(this::reached);
  }

  Map<Limit, Long> counts() {
    Map<Limit, Long> counts = new EnumMap<>(Limit.class);
    for (Limit limit : Limit.values()) {
      LongAdder counter = counters.get(limit);
      counts.put(limit, counter == null ? 0 : counter.sum());
    }
    return counts;
  }

  private static Optional<Limit> limit(ProtocolError error) {
    return switch (error) {
      case TOO_MANY_ATTACHMENTS -> Optional.of(Limit.MAX_ATTACHMENTS);
      case ATTACHMENTS_TOO_LARGE -> Optional.of(Limit.ATTACHMENT_BYTES);
      case NAMESPACE_TOO_LONG -> Optional.of(Limit.NAMESPACE_LENGTH);
      case NUMBER_TOO_LONG -> Optional.of(Limit.NUMBER_LENGTH);
      case TOO_DEEP -> Optional.of(Limit.JSON_DEPTH);
      case TOO_MANY_PACKETS -> Optional.of(Limit.PAYLOAD_PACKETS);
      case PARSE_ERROR,
          UNKNOWN_PACKET_TYPE,
          INVALID_PAYLOAD,
          RESERVED_EVENT,
          ILLEGAL_ATTACHMENTS,
          UNEXPECTED_TEXT,
          UNEXPECTED_BINARY ->
          Optional.empty();
    };
  }

  /** The name of an engine's limit here. */
  static Limit of(EngineLimit limit) {
    return switch (limit) {
      case SESSIONS -> Limit.MAX_SESSIONS;
      case SESSIONS_PER_ADDRESS -> Limit.MAX_SESSIONS_PER_ADDRESS;
      case URL_LENGTH -> Limit.URL_LENGTH;
      case HEADER_LENGTH -> Limit.HEADER_LENGTH;
      case MAX_PAYLOAD -> Limit.MAX_PAYLOAD;
      case MESSAGE_PARTS -> Limit.MESSAGE_PARTS;
      case PAYLOAD_PACKETS -> Limit.PAYLOAD_PACKETS;
      case OUTBOX -> Limit.OUTBOX;
      case SEND_TIMEOUT -> Limit.SEND_TIMEOUT;
    };
  }
}
