package dev.socketee.jakarta.config;

import static dev.socketee.jakarta.config.ValueTypes.duration;

import java.util.List;

/** The options of how long things may take. */
final class TimeKeys {

  /** The options, in the order of the documentation. */
  static final List<Option<?>> ALL =
      List.of(
          new Option<>(
              "ping-interval",
              "25000",
              duration(Option.SHORTEST),
              "The time between an answered heartbeat and the next.",
              (draft, value) -> draft.engine.pingInterval(value)),
          new Option<>(
              "ping-timeout",
              "20000",
              duration(Option.SHORTEST),
              "How long a client may take to answer a heartbeat.",
              (draft, value) -> draft.engine.pingTimeout(value)),
          new Option<>(
              "upgrade-timeout",
              "10000",
              duration(Option.SHORTEST),
              "How long an upgrade may take.",
              (draft, value) -> draft.engine.upgradeTimeout(value)),
          new Option<>(
              "connect-timeout",
              "45000",
              duration(Option.SHORTEST),
              "How long a client may stay without having joined a namespace.",
              (draft, value) -> draft.server.connectTimeout(value)),
          new Option<>(
              "close-timeout",
              "30000",
              duration(Option.SHORTEST),
              "How long a closing connection waits for the client to fetch what is queued.",
              (draft, value) -> draft.engine.closeTimeout(value)),
          new Option<>(
              "send-timeout",
              "30000",
              duration(Option.SHORTEST),
              "How long one WebSocket message may take to be sent before the client counts as too"
                  + " slow.",
              (draft, value) -> draft.engine.sendTimeout(value)));

  private TimeKeys() {}
}
