package dev.socketee.jakarta.config;

import static dev.socketee.jakarta.config.ValueTypes.flag;
import static dev.socketee.jakarta.config.ValueTypes.size;

import java.util.List;

/** The options of compression. */
final class CompressionKeys {

  /** The options, in the order of the documentation. */
  static final List<Option<?>> ALL =
      List.of(
          new Option<>(
              "compression",
              "true",
              flag(),
              "Compress responses to long-polling, if the client accepts gzip or deflate.",
              (draft, value) -> draft.compression = value),
          new Option<>(
              "compression-threshold",
              "1024",
              size(0, Option.ONE_GIB),
              "The smallest response that is compressed.",
              (draft, value) -> draft.compressionThreshold = value.intValue()),
          new Option<>(
              "per-message-deflate",
              "false",
              flag(),
              "Compress WebSocket messages, if the client offers it. Costs memory and time for each"
                  + " connection, and some servers need a setting for it. See [Compressed"
                  + " WebSocket messages](#compressed-websocket-messages).",
              (draft, value) -> draft.deflate = value));

  private CompressionKeys() {}
}
