package dev.socketee.jakarta.config;

import static dev.socketee.jakarta.config.ValueTypes.count;
import static dev.socketee.jakarta.config.ValueTypes.duration;
import static dev.socketee.jakarta.config.ValueTypes.flag;
import static dev.socketee.jakarta.config.ValueTypes.parser;
import static dev.socketee.jakarta.config.ValueTypes.path;
import static dev.socketee.jakarta.config.ValueTypes.seconds;
import static dev.socketee.jakarta.config.ValueTypes.size;
import static dev.socketee.jakarta.config.ValueTypes.text;
import static dev.socketee.jakarta.config.ValueTypes.tokens;
import static dev.socketee.jakarta.config.ValueTypes.transports;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table of all options. It drives what is read, what is refused, and the table in {@code
 * docs/configuration.md}: whoever changes it runs {@code ConfigurationDocTest}, which says how to
 * bring that one up to date.
 */
final class Options {

  private static final Duration SHORTEST = Duration.ofMillis(1);

  /** The most that fits into the {@code int}s and arrays that hold one message. */
  private static final int ONE_GIB = 1;

  /** More than there is memory; sums of it stay in the range of {@code long}. */
  static final int MANY_GIB = 1_000_000;

  private static final List<Option<?>> MOST =
      List.of(
          option(
              "path",
              "/socket.io",
              path(),
              "Where clients find the server, below the context path of the application.",
              (draft, value) -> draft.path = value),
          option(
              "serve-client",
              "true",
              flag(),
              "Serve the browser bundle, such as `/socket.io/socket.io.js`.",
              (draft, value) -> draft.serveClient = value),
          option(
              "transports",
              "polling, websocket",
              transports(),
              "The transports that clients may use.",
              (draft, value) -> draft.engine.transports(value)),
          option(
              "allow-upgrades",
              "true",
              flag(),
              "Let clients that start with long-polling move on to WebSocket.",
              (draft, value) -> draft.engine.allowUpgrades(value)),
          option(
              "allow-eio3",
              "false",
              flag(),
              "Serve clients of Socket.IO 1 and 2 too, which speak version 3 of Engine.IO. Such a"
                  + " client takes the secret id of its connection for the id of its sockets: where"
                  + " this is on, an application must show the id of a socket to nobody but its own"
                  + " client. See [Legacy clients](#legacy-clients).",
              (draft, value) -> draft.engine.allowEio3(value)),
          option(
              "ping-interval",
              "25000",
              duration(SHORTEST),
              "The time between an answered heartbeat and the next.",
              (draft, value) -> draft.engine.pingInterval(value)),
          option(
              "ping-timeout",
              "20000",
              duration(SHORTEST),
              "How long a client may take to answer a heartbeat.",
              (draft, value) -> draft.engine.pingTimeout(value)),
          option(
              "upgrade-timeout",
              "10000",
              duration(SHORTEST),
              "How long an upgrade may take.",
              (draft, value) -> draft.engine.upgradeTimeout(value)),
          option(
              "connect-timeout",
              "45000",
              duration(SHORTEST),
              "How long a client may stay without having joined a namespace.",
              (draft, value) -> draft.server.connectTimeout(value)),
          option(
              "close-timeout",
              "30000",
              duration(SHORTEST),
              "How long a closing connection waits for the client to fetch what is queued.",
              (draft, value) -> draft.engine.closeTimeout(value)),
          option(
              "send-timeout",
              "30000",
              duration(SHORTEST),
              "How long one WebSocket message may take to be sent before the client counts as too"
                  + " slow.",
              (draft, value) -> draft.engine.sendTimeout(value)),
          option(
              "max-payload",
              "1MB",
              size(1, ONE_GIB),
              "The largest WebSocket message, or body of a polling request, that is accepted.",
              (draft, value) -> draft.maxPayload = value.intValue()),
          option(
              "payload-packets",
              "10000",
              count(1, Integer.MAX_VALUE),
              "How many packets the body of one polling request may hold.",
              (draft, value) -> draft.engine.payloadPackets(value)),
          option(
              "max-sessions",
              "100000",
              count(1, Integer.MAX_VALUE),
              "How many connections there may be. A client that wants one more gets status 503; with"
                  + " WebSocket at once, status 400.",
              (draft, value) -> draft.maxSessions = value),
          option(
              "max-sessions-per-address",
              "0",
              count(0, Integer.MAX_VALUE),
              "How many connections one address may have; 0 for any number. A client that wants one"
                  + " more gets status 429; with WebSocket at once, status 400. Behind a proxy, the"
                  + " server has to know the addresses of the clients.",
              (draft, value) -> draft.maxSessionsPerAddress = value),
          option(
              "url-length",
              "16384",
              count(1, Integer.MAX_VALUE),
              "How many characters the URL of a request that opens a connection may have, with its"
                  + " query. The server may have a lower limit.",
              (draft, value) -> draft.urlLength = value),
          option(
              "header-length",
              "65536",
              count(1, Integer.MAX_VALUE),
              "How many characters its headers may have together, likewise.",
              (draft, value) -> draft.headerLength = value),
          option(
              "outbox-packets",
              "10000",
              count(1, Integer.MAX_VALUE),
              "How many packets may wait to be sent to one client. A client too slow for it is"
                  + " disconnected.",
              (draft, value) -> draft.engine.outboxPackets(value)),
          option(
              "outbox-bytes",
              "16MiB",
              size(1, MANY_GIB),
              "How many bytes may wait to be sent to one client, likewise.",
              (draft, value) -> draft.engine.outboxBytes(value)),
          option(
              "compression",
              "true",
              flag(),
              "Compress responses to long-polling, if the client accepts gzip or deflate.",
              (draft, value) -> draft.compression = value),
          option(
              "compression-threshold",
              "1024",
              size(0, ONE_GIB),
              "The smallest response that is compressed.",
              (draft, value) -> draft.compressionThreshold = value.intValue()),
          option(
              "per-message-deflate",
              "false",
              flag(),
              "Compress WebSocket messages, if the client offers it. Costs memory and time for each"
                  + " connection, and some servers need a setting for it. See [Compressed"
                  + " WebSocket messages](#compressed-websocket-messages).",
              (draft, value) -> draft.deflate = value),
          option(
              "cors.origin",
              "none",
              OriginRules.TYPE,
              "Which other origins may read responses; a regular expression has to match the whole"
                  + " origin. The origin of the application itself needs no permission, and browsers"
                  + " do not apply CORS to WebSocket.",
              (draft, value) -> draft.origin = value),
          option(
              "cors.methods",
              "GET, HEAD, PUT, PATCH, POST, DELETE",
              tokens("a list of HTTP methods"),
              "The methods that those may use.",
              (draft, value) -> draft.corsMethods = value),
          option(
              "cors.allowed-headers",
              null,
              tokens("a list of header names"),
              "The request headers that those may send. Default: whatever they ask for.",
              (draft, value) -> draft.corsAllowedHeaders = value),
          option(
              "cors.exposed-headers",
              null,
              tokens("a list of header names"),
              "The response headers that those may read, besides the harmless ones. Default: none.",
              (draft, value) -> draft.corsExposedHeaders = value),
          option(
              "cors.credentials",
              "false",
              flag(),
              "Let those send cookies and HTTP authentication.",
              (draft, value) -> draft.corsCredentials = value),
          option(
              "cors.max-age",
              null,
              seconds(),
              "How long browsers may remember the permission. Default: left to the browser.",
              (draft, value) -> draft.corsMaxAge = value),
          option(
              "cookie",
              "false",
              flag(),
              "Send the id of the connection as a cookie, for load balancers that need one.",
              (draft, value) -> draft.cookie = value),
          option(
              "cookie.name",
              "io",
              text("a cookie name", Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+")),
              "Its name.",
              (draft, value) -> draft.cookieName = value),
          option(
              "cookie.path",
              "/",
              text("a path that starts with `/`, or `omit`", Pattern.compile("/[ -:<-~]*|omit")),
              "Its `Path`.",
              (draft, value) -> draft.cookiePath = value.equals("omit") ? null : value),
          option(
              "cookie.domain",
              null,
              text("a domain", Pattern.compile("[A-Za-z0-9.-]+")),
              "Its `Domain`. Default: none, which is the host of the server.",
              (draft, value) -> draft.cookieDomain = value),
          option(
              "cookie.max-age",
              null,
              seconds(),
              "Its `Max-Age`. Default: none, which is until the browser is closed.",
              (draft, value) -> draft.cookieMaxAge = value),
          option(
              "cookie.http-only",
              "true",
              flag(),
              "Hide it from scripts.",
              (draft, value) -> draft.cookieHttpOnly = value),
          option(
              "cookie.secure",
              "false",
              flag(),
              "Send it over TLS only.",
              (draft, value) -> draft.cookieSecure = value),
          option(
              "cookie.partitioned",
              "false",
              flag(),
              "Keep one for each site that embeds the application.",
              (draft, value) -> draft.cookiePartitioned = value),
          option(
              "cookie.same-site",
              "lax",
              text(
                  "`lax`, `strict`, `none` or `omit`", Pattern.compile("(?i)lax|strict|none|omit")),
              "Its `SameSite`.",
              (draft, value) -> draft.cookieSameSite = Draft.sameSite(value)),
          option(
              "parser",
              "default",
              parser(),
              "How packets look on the wire: `msgpack` for clients with `socket.io-msgpack-parser`, or"
                  + " the name of a parser of your own. All clients need the same.",
              (draft, value) -> draft.server.format(value)),
          option(
              "max-attachments",
              "10",
              count(0, 1_000_000),
              "How many binary attachments one event may have.",
              (draft, value) -> draft.maxAttachments = value),
          option(
              "attachment-bytes",
              null,
              size(0, MANY_GIB),
              "How large the attachments of one event may be together. Default: `max-attachments` of"
                  + " the size `max-payload`, 10 MB.",
              (draft, value) -> draft.attachmentBytes = value),
          option(
              "attachment-timeout",
              "30000",
              duration(SHORTEST),
              "How long the attachments of one event may take to arrive.",
              (draft, value) -> draft.server.attachmentTimeout(value)),
          option(
              "json-depth",
              "256",
              count(1, 1000), // JSON-P implementations stop there themselves
              "How deep the JSON of an event may be nested.",
              (draft, value) -> draft.jsonDepth = value),
          option(
              "namespace-length",
              "1024",
              count(1, 1_000_000),
              "How many characters the name of a namespace may have.",
              (draft, value) -> draft.namespaceLength = value),
          option(
              "namespaces-per-connection",
              "100",
              count(1, Integer.MAX_VALUE),
              "How many namespaces one connection may have joined.",
              (draft, value) -> draft.server.namespacesPerConnection(value)),
          option(
              "child-namespaces",
              "10000",
              count(1, Integer.MAX_VALUE),
              "How many namespaces may exist that were created because a client asked for a name that"
                  + " matches a pattern or matcher. Beyond that, the client is refused.",
              (draft, value) -> draft.server.childNamespaces(value)),
          option(
              "child-namespaces-per-connection",
              "100",
              count(1, Integer.MAX_VALUE),
              "How many of them one connection may have created.",
              (draft, value) -> draft.server.childNamespacesPerConnection(value)),
          option(
              "cleanup-empty-child-namespaces",
              "false",
              flag(),
              "Remove such a namespace when its last socket has left, or was refused. What an adapter"
                  + " in memory keeps for clients that lost their connection goes with it: the last"
                  + " one to be lost begins anew.",
              (draft, value) -> draft.server.cleanupEmptyChildNamespaces(value)),
          option(
              "mailbox-events",
              "10000",
              count(1, Integer.MAX_VALUE),
              "How many events of one socket may wait for its handlers. A client that sends more is"
                  + " disconnected.",
              (draft, value) -> draft.server.mailboxEvents(value)),
          option(
              "mailbox-bytes",
              null,
              size(1, MANY_GIB),
              "How many bytes these events may have, likewise. Default: 16 MiB, or `max-payload` and"
                  + " `attachment-bytes` together if that is more.",
              (draft, value) -> draft.mailboxBytes = value),
          option(
              "pending-acks",
              "10000",
              count(1, Integer.MAX_VALUE),
              "How many acknowledgements of one socket may be awaited.",
              (draft, value) -> draft.server.pendingAcks(value)),
          option(
              "rooms-per-socket",
              "10000",
              count(1, Integer.MAX_VALUE),
              "How many rooms one socket may be in, that of its id included. Who makes it join more"
                  + " gets an exception.",
              (draft, value) -> draft.server.roomsPerSocket(value)),
          option(
              "events-per-second",
              "0",
              count(0, 1_000_000),
              "How many events one socket may send at once, and then per second; 0 for any number. A"
                  + " client that sends more is disconnected.",
              (draft, value) -> draft.server.eventsPerSecond(value)),
          option(
              "joins-per-second",
              "0",
              count(0, 1_000_000),
              "How many namespaces one connection may ask to join at once, and then per second; 0 for"
                  + " any number. Every attempt counts, also one that is refused: each is a call of"
                  + " the middleware. A client that asks more often is disconnected.",
              (draft, value) -> draft.server.joinsPerSecond(value)),
          option(
              "handler-threads",
              "200",
              count(1, 100_000),
              "How many threads may run handlers. Without effect on Java 24 and later, where they are"
                  + " virtual, and with `executor`.",
              (draft, value) -> draft.handlerThreads = value),
          option(
              "executor",
              null,
              text("a JNDI name", Pattern.compile("(java:)?[^\\s:]+")),
              "The JNDI name of a managed executor that runs the handlers, such as"
                  + " `java:app/concurrent/handlers`. Default: virtual threads on Java 24 and later,"
                  + " else a pool of `handler-threads`.",
              (draft, value) -> draft.executor = value));

  /** All options, in the order of the documentation. */
  static final List<Option<?>> ALL =
      Stream.concat(MOST.stream(), RecoveryKeys.ALL.stream()).toList();

  /** The keys of all options. */
  static final Set<String> KEYS =
      ALL.stream().map(Option::key).collect(Collectors.toUnmodifiableSet());

  private Options() {}

  private static <T> Option<T> option(
      String name,
      @Nullable String initial,
      ValueType<T> type,
      String description,
      BiConsumer<Draft, T> target) {
    return new Option<>(name, initial, type, description, target);
  }
}
