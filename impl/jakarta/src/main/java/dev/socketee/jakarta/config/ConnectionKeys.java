package dev.socketee.jakarta.config;

import static dev.socketee.jakarta.config.ValueTypes.count;
import static dev.socketee.jakarta.config.ValueTypes.size;

import java.util.List;

/** The options that limit connections, requests and messages. */
final class ConnectionKeys {

  /** The options, in the order of the documentation. */
  static final List<Option<?>> ALL =
      List.of(
          new Option<>(
              "max-payload",
              "1MB",
              size(1, Option.ONE_GIB),
              "The largest WebSocket message, or body of a polling request, that is accepted.",
              (draft, value) -> draft.maxPayload = value.intValue()),
          new Option<>(
              "payload-packets",
              "10000",
              count(1, Integer.MAX_VALUE),
              "How many packets the body of one polling request may hold.",
              (draft, value) -> draft.engine.payloadPackets(value)),
          new Option<>(
              "max-sessions",
              "100000",
              count(1, Integer.MAX_VALUE),
              "How many connections there may be. A client that wants one more gets status 503; with"
                  + " WebSocket at once, status 400.",
              (draft, value) -> draft.maxSessions = value),
          new Option<>(
              "max-sessions-per-address",
              "0",
              count(0, Integer.MAX_VALUE),
              "How many connections one address may have; 0 for any number. A client that wants one"
                  + " more gets status 429; with WebSocket at once, status 400. Behind a proxy, the"
                  + " server has to know the addresses of the clients.",
              (draft, value) -> draft.maxSessionsPerAddress = value),
          new Option<>(
              "url-length",
              "16384",
              count(1, Integer.MAX_VALUE),
              "How many characters the URL of a request that opens a connection may have, with its"
                  + " query. The server may have a lower limit.",
              (draft, value) -> draft.urlLength = value),
          new Option<>(
              "header-length",
              "65536",
              count(1, Integer.MAX_VALUE),
              "How many characters its headers may have together, likewise.",
              (draft, value) -> draft.headerLength = value),
          new Option<>(
              "outbox-packets",
              "10000",
              count(1, Integer.MAX_VALUE),
              "How many packets may wait to be sent to one client. A client too slow for it is"
                  + " disconnected.",
              (draft, value) -> draft.engine.outboxPackets(value)),
          new Option<>(
              "outbox-bytes",
              "16MiB",
              size(1, Option.MANY_GIB),
              "How many bytes may wait to be sent to one client, likewise.",
              (draft, value) -> draft.engine.outboxBytes(value)));

  private ConnectionKeys() {}
}
