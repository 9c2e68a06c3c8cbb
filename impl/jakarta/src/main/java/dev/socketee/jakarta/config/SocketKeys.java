package dev.socketee.jakarta.config;

import static dev.socketee.jakarta.config.ValueTypes.count;
import static dev.socketee.jakarta.config.ValueTypes.size;

import dev.socketee.server.MailboxOverflow;
import dev.socketee.server.NamespaceOptions;
import java.util.List;
import java.util.Locale;

/** The options that limit what one socket may do. */
final class SocketKeys {

  private static final ValueType<MailboxOverflow> OVERFLOW =
      new ValueType<>(
          "`disconnect`, `drop-newest` or `drop-oldest`",
          text ->
              switch (text.toLowerCase(Locale.ROOT)) {
                case "disconnect" -> MailboxOverflow.DISCONNECT;
                case "drop-newest" -> MailboxOverflow.DROP_NEWEST;
                case "drop-oldest" -> MailboxOverflow.DROP_OLDEST;
                default -> throw ValueType.refused();
              });

  /** The options, in the order of the documentation. */
  static final List<Option<?>> ALL =
      List.of(
          new Option<>(
              "max-sockets",
              "0",
              count(0, Integer.MAX_VALUE),
              "How many sockets a namespace may have on this server, those included about which the"
                  + " middleware is being asked; 0 for any number. A client that wants one more is"
                  + " refused, with the message `Too many sockets`, before that.",
              (draft, value) -> draft.server.maxSockets(value),
              NamespaceOptions.Builder::maxSockets),
          new Option<>(
              "mailbox-events",
              "10000",
              count(1, Integer.MAX_VALUE),
              "How many events of one socket may wait for its handlers. What happens to more, says"
                  + " `mailbox-overflow`.",
              (draft, value) -> draft.server.mailboxEvents(value),
              NamespaceOptions.Builder::mailboxEvents),
          new Option<>(
              "mailbox-bytes",
              null,
              size(1, Option.MANY_GIB),
              "How many bytes these events may have, likewise. Default: 16 MiB, or `max-payload` and"
                  + " `attachment-bytes` together if that is more.",
              (draft, value) -> draft.mailboxBytes = value,
              NamespaceOptions.Builder::mailboxBytes),
          new Option<>(
              "mailbox-overflow",
              "disconnect",
              OVERFLOW,
              "What happens if more would wait: `disconnect` the client, `drop-newest` is to drop"
                  + " what it has just sent, and `drop-oldest` what has waited longest. See"
                  + " [threads.md](threads.md#when-handlers-cannot-keep-up).",
              (draft, value) -> draft.server.mailboxOverflow(value),
              NamespaceOptions.Builder::mailboxOverflow),
          new Option<>(
              "pending-acks",
              "10000",
              count(1, Integer.MAX_VALUE),
              "How many acknowledgements of one socket may be awaited.",
              (draft, value) -> draft.server.pendingAcks(value),
              NamespaceOptions.Builder::pendingAcks),
          new Option<>(
              "rooms-per-socket",
              "10000",
              count(1, Integer.MAX_VALUE),
              "How many rooms one socket may be in, that of its id included. Who makes it join more"
                  + " gets an exception.",
              (draft, value) -> draft.server.roomsPerSocket(value),
              NamespaceOptions.Builder::roomsPerSocket),
          new Option<>(
              "events-per-second",
              "0",
              count(0, 1_000_000),
              "How many events one socket may send at once, and then per second; 0 for any number. A"
                  + " client that sends more is disconnected.",
              (draft, value) -> draft.server.eventsPerSecond(value),
              NamespaceOptions.Builder::eventsPerSecond),
          new Option<>(
              "joins-per-second",
              "0",
              count(0, 1_000_000),
              "How many namespaces one connection may ask to join at once, and then per second; 0 for"
                  + " any number. Every attempt counts, also one that is refused: each is a call of"
                  + " the middleware. A client that asks more often is disconnected.",
              (draft, value) -> draft.server.joinsPerSecond(value)));

  private SocketKeys() {}
}
