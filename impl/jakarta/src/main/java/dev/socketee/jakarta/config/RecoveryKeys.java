package dev.socketee.jakarta.config;

import static dev.socketee.jakarta.config.ValueTypes.count;
import static dev.socketee.jakarta.config.ValueTypes.duration;
import static dev.socketee.jakarta.config.ValueTypes.flag;
import static dev.socketee.jakarta.config.ValueTypes.size;

import dev.socketee.server.RecoveryOptions;
import java.time.Duration;
import java.util.List;

/** The options of connection state recovery, and their values while they are read. */
final class RecoveryKeys {

  /** The options, in the order of the documentation. */
  static final List<Option<?>> ALL =
      List.of(
          new Option<>(
              "connection-state-recovery",
              "false",
              flag(),
              "Let clients that lost their connection go on where they were: with the same id, rooms"
                  + " and data, and the events that they missed. The options that begin with"
                  + " `recovery-` need it set, be it to `false`.",
              (draft, value) -> draft.recovery.enabled = value),
          new Option<>(
              "recovery-max-disconnection",
              "120000",
              duration(Option.SHORTEST),
              "How long a client may be away for that.",
              (draft, value) -> draft.recovery.maxDisconnection = value),
          new Option<>(
              "recovery-skip-middlewares",
              "false",
              flag(),
              "Do not ask the middleware, nor `@OnConnect`, about a client that comes back. A user"
                  + " whose rights were withdrawn meanwhile gets in again.",
              (draft, value) -> draft.recovery.skipMiddlewares = value),
          new Option<>(
              "recovery-packets",
              "10000",
              count(1, Integer.MAX_VALUE),
              "How many events of one namespace are kept for clients that are away. The oldest are"
                  + " dropped first; a client that misses one of these begins anew.",
              (draft, value) -> draft.recovery.packets = value),
          new Option<>(
              "recovery-bytes",
              "16MiB",
              size(1, Option.MANY_GIB),
              "How many bytes these events may have, likewise.",
              (draft, value) -> draft.recovery.bytes = value),
          new Option<>(
              "recovery-sessions",
              "10000",
              count(1, Integer.MAX_VALUE),
              "How many sockets of one namespace are remembered that are away. The oldest are"
                  + " forgotten first.",
              (draft, value) -> draft.recovery.sessions = value));

  private boolean enabled;
  private Duration maxDisconnection = RecoveryOptions.OFF.maxDisconnection();
  private boolean skipMiddlewares;
  private int packets = RecoveryOptions.OFF.packets();
  private long bytes = RecoveryOptions.OFF.bytes();
  private int sessions = RecoveryOptions.OFF.sessions();

  RecoveryOptions build() {
    return new RecoveryOptions(
        enabled, maxDisconnection, skipMiddlewares, packets, bytes, sessions);
  }
}
