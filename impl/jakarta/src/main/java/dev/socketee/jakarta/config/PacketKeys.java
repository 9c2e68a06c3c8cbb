package dev.socketee.jakarta.config;

import static dev.socketee.jakarta.config.ValueTypes.count;
import static dev.socketee.jakarta.config.ValueTypes.duration;
import static dev.socketee.jakarta.config.ValueTypes.parser;
import static dev.socketee.jakarta.config.ValueTypes.size;

import java.util.List;

/** The options of packets. */
final class PacketKeys {

  /** The options, in the order of the documentation. */
  static final List<Option<?>> ALL =
      List.of(
          new Option<>(
              "parser",
              "default",
              parser(),
              "How packets look on the wire: `msgpack` for clients with `socket.io-msgpack-parser`, or"
                  + " the name of a parser of your own. All clients need the same.",
              (draft, value) -> draft.server.format(value)),
          new Option<>(
              "max-attachments",
              "10",
              count(0, 1_000_000),
              "How many binary attachments one event may have.",
              (draft, value) -> draft.maxAttachments = value),
          new Option<>(
              "attachment-bytes",
              null,
              size(0, Option.MANY_GIB),
              "How large the attachments of one event may be together. Default: `max-attachments` of"
                  + " the size `max-payload`, 10 MB.",
              (draft, value) -> draft.attachmentBytes = value),
          new Option<>(
              "attachment-timeout",
              "30000",
              duration(Option.SHORTEST),
              "How long the attachments of one event may take to arrive.",
              (draft, value) -> draft.server.attachmentTimeout(value)),
          new Option<>(
              "json-depth",
              "256",
              count(1, 1000), // JSON-P implementations stop there themselves
              "How deep the JSON of an event may be nested.",
              (draft, value) -> draft.jsonDepth = value));

  private PacketKeys() {}
}
