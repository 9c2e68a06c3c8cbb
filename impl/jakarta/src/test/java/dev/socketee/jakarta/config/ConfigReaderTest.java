package dev.socketee.jakarta.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.socketee.engine.EngineOptions;
import dev.socketee.engine.TransportName;
import dev.socketee.engine.http.CookieOptions;
import dev.socketee.engine.http.CorsOptions;
import dev.socketee.jakarta.config.ThreadOptions.Virtual;
import dev.socketee.jakarta.session.HttpSessionPolicy;
import dev.socketee.protocol.socket.DecoderLimits;
import dev.socketee.server.MailboxOverflow;
import dev.socketee.server.ServerOptions;
import dev.socketee.server.WireFormat;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {

  private static SocketIOConfig config(String... keysAndValues) {
    return ConfigReader.read(List.of(MapSource.of("context-param", keysAndValues))).config();
  }

  private static List<String> problems(String... keysAndValues) {
    return catchThrowableOfType(ConfigException.class, () -> config(keysAndValues)).problems();
  }

  @Test
  void nothingSet_read_isTheDefaultsOfTheLayers() {
    assertThat(config())
        .isEqualTo(
            new SocketIOConfig(
                "/socket.io",
                true,
                false,
                EngineOptions.DEFAULT,
                ServerOptions.DEFAULT,
                HttpSessionPolicy.CLOSE,
                ThreadOptions.DEFAULT));
  }

  @Test
  void defaultsOfTheTable_read_areTheDefaultsOfTheLayers() {
    String[] written =
        Options.ALL.stream()
            .filter(option -> option.initial() != null)
            .filter(option -> !option.name().startsWith("cookie")) // off
            .filter(option -> !option.name().startsWith("cors."))
            .flatMap(option -> Stream.of(option.name(), option.initial()))
            .toArray(String[]::new);

    assertThat(config(written)).isEqualTo(config());
  }

  @Test
  void defaultsOfCookieInTheTable_read_areThoseOfTheEngine() {
    String[] written =
        Options.ALL.stream()
            .filter(option -> option.name().startsWith("cookie.") && option.initial() != null)
            .flatMap(option -> Stream.of(option.name(), option.initial()))
            .toArray(String[]::new);
    String[] on =
        Stream.concat(Stream.of("cookie", "true"), Stream.of(written)).toArray(String[]::new);

    assertThat(config(on).engine().cookie()).isEqualTo(CookieOptions.DEFAULT);
    assertThat(config("cookie", "true").engine().cookie()).isEqualTo(CookieOptions.DEFAULT);
  }

  static Stream<Arguments> values() {
    return Stream.of(
        row("path", "/push", SocketIOConfig::path, "/push"),
        row("path", "/push/", SocketIOConfig::path, "/push"),
        row("path", " /a/b.c ", SocketIOConfig::path, "/a/b.c"),
        row("serve-client", "FALSE", SocketIOConfig::serveClient, false),
        row(
            "transports",
            "websocket",
            c -> c.engine().transports(),
            Set.of(TransportName.WEBSOCKET)),
        row(
            "transports",
            "websocket,polling",
            c -> c.engine().transports(),
            Set.of(TransportName.WEBSOCKET, TransportName.POLLING)),
        row("allow-upgrades", "false", c -> c.engine().allowUpgrades(), false),
        row("allow-eio3", "true", c -> c.engine().allowEio3(), true),
        row("ping-interval", "1500", c -> c.engine().pingInterval(), Duration.ofMillis(1500)),
        row("ping-interval", "PT1M", c -> c.engine().pingInterval(), Duration.ofMinutes(1)),
        row("ping-interval", "pt0.5s", c -> c.engine().pingInterval(), Duration.ofMillis(500)),
        row("ping-timeout", "1", c -> c.engine().pingTimeout(), Duration.ofMillis(1)),
        row("ping-timeout", "2147483647", c -> c.engine().pingTimeout(), ValueTypes.LONGEST),
        row("upgrade-timeout", "7", c -> c.engine().upgradeTimeout(), Duration.ofMillis(7)),
        row("connect-timeout", "7", c -> c.server().connectTimeout(), Duration.ofMillis(7)),
        row("close-timeout", "7", c -> c.engine().closeTimeout(), Duration.ofMillis(7)),
        row("send-timeout", "7", c -> c.engine().sendTimeout(), Duration.ofMillis(7)),
        row("max-payload", "2048", c -> c.engine().maxPayload(), 2048),
        row("max-payload", "2kB", c -> c.engine().maxPayload(), 2000),
        row("max-payload", "2 MB", c -> c.engine().maxPayload(), 2_000_000),
        row("max-payload", "2KiB", c -> c.engine().maxPayload(), 2048),
        row("max-payload", "1gib", c -> c.engine().maxPayload(), 1 << 30),
        row("max-payload", "1", c -> c.engine().maxPayload(), 1),
        row("payload-packets", "7", c -> c.engine().payloadPackets(), 7),
        row("max-sessions", "7", c -> c.engine().limits().sessions(), 7),
        row("max-sessions-per-address", "7", c -> c.engine().limits().perAddress(), 7),
        row("url-length", "7", c -> c.engine().limits().urlLength(), 7),
        row("header-length", "7", c -> c.engine().limits().headerLength(), 7),
        row("outbox-packets", "7", c -> c.engine().outboxPackets(), 7),
        row("outbox-bytes", "3GB", c -> c.engine().outboxBytes(), 3_000_000_000L),
        row("compression", "false", c -> c.engine().compressionThreshold(), Integer.MAX_VALUE),
        row("per-message-deflate", "true", c -> c.deflate(), true),
        row("compression-threshold", "0", c -> c.engine().compressionThreshold(), 0),
        row("parser", "msgpack", c -> c.server().format(), WireFormat.MSGPACK),
        row("parser", "default", c -> c.server().format(), WireFormat.DEFAULT),
        row("max-attachments", "0", c -> c.server().decoderLimits().maxAttachments(), 0),
        row("json-depth", "1000", c -> c.server().decoderLimits().maxDepth(), 1000),
        row("attachment-bytes", "7", c -> c.server().decoderLimits().maxAttachmentBytes(), 7L),
        row("attachment-timeout", "7", c -> c.server().attachmentTimeout(), Duration.ofMillis(7)),
        row("namespace-length", "7", c -> c.server().decoderLimits().maxNamespaceLength(), 7),
        row("namespaces-per-connection", "7", c -> c.server().namespacesPerConnection(), 7),
        row("child-namespaces", "7", c -> c.server().childNamespaces(), 7),
        row(
            "child-namespaces-per-connection",
            "7",
            c -> c.server().childNamespacesPerConnection(),
            7),
        row(
            "cleanup-empty-child-namespaces",
            "true",
            c -> c.server().cleanupEmptyChildNamespaces(),
            true),
        row("max-sockets", "7", c -> c.server().namespaces().all().maxSockets(), 7),
        row("mailbox-events", "7", c -> c.server().namespaces().all().mailboxEvents(), 7),
        row(
            "mailbox-bytes",
            "11MB",
            c -> c.server().namespaces().all().mailboxBytes(),
            11_000_000L),
        row(
            "mailbox-overflow",
            "drop-newest",
            c -> c.server().namespaces().all().mailboxOverflow(),
            MailboxOverflow.DROP_NEWEST),
        row(
            "mailbox-overflow",
            "Drop-Oldest",
            c -> c.server().namespaces().all().mailboxOverflow(),
            MailboxOverflow.DROP_OLDEST),
        row(
            "mailbox-overflow",
            "disconnect",
            c -> c.server().namespaces().all().mailboxOverflow(),
            MailboxOverflow.DISCONNECT),
        row("pending-acks", "7", c -> c.server().namespaces().all().pendingAcks(), 7),
        row("rooms-per-socket", "7", c -> c.server().namespaces().all().roomsPerSocket(), 7),
        row("events-per-second", "7", c -> c.server().namespaces().all().eventsPerSecond(), 7),
        row("joins-per-second", "7", c -> c.server().joinsPerSecond(), 7),
        row("connection-state-recovery", "true", c -> c.server().recovery().enabled(), true),
        row(
            "recovery-max-disconnection",
            "PT7S",
            c -> c.server().recovery().maxDisconnection(),
            Duration.ofSeconds(7)),
        row(
            "recovery-skip-middlewares",
            "true",
            c -> c.server().recovery().skipMiddlewares(),
            true),
        row("recovery-packets", "7", c -> c.server().recovery().packets(), 7),
        row("recovery-bytes", "7kB", c -> c.server().recovery().bytes(), 7_000L),
        row("recovery-sessions", "7", c -> c.server().recovery().sessions(), 7),
        row("http-session", "keep", config -> config.httpSession(), HttpSessionPolicy.KEEP),
        row("http-session", "Keep-Alive", c -> c.httpSession(), HttpSessionPolicy.KEEP_ALIVE),
        row("virtual-threads", "TRUE", config -> config.threads().virtual(), Virtual.ALWAYS),
        row("virtual-threads", "false", config -> config.threads().virtual(), Virtual.NEVER),
        row("virtual-threads", "auto", config -> config.threads().virtual(), Virtual.AUTO),
        row("handler-threads", "7", config -> config.threads().pool(), 7),
        row("executor", "java:app/x", config -> config.threads().executor(), "java:app/x"));
  }

  private static Arguments row(
      String key, String text, Function<SocketIOConfig, Object> where, Object expected) {
    return arguments(key, text, where, expected);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @MethodSource("values")
  void value_good_arrives(
      String key, String text, Function<SocketIOConfig, Object> where, Object expected) {
    SocketIOConfig config =
        key.startsWith("recovery-")
            ? config(key, text, "connection-state-recovery", "true")
            : config(key, text);

    assertThat(where.apply(config)).isEqualTo(expected);
  }

  @Test
  void everyOption_isTried_byTheTableOfValues() {
    Stream<Object> tried = values().map(row -> row.get()[0]);

    assertThat(tried)
        .containsAll(
            Options.ALL.stream()
                .map(Option::name)
                .filter(name -> !name.startsWith("cors.") && !name.startsWith("cookie"))
                .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "path | socket.io",
        "path | /",
        "path | //",
        "path | /a/*",
        "path | *.io",
        "path | /a//b",
        "path | /a?b",
        "path | /a#b",
        "path | /a b",
        "path | /../a",
        "path | /a/.",
        "path | /a;b",
        "path | /a%20b",
        "path | /{x}",
        "serve-client | yes",
        "serve-client | 1",
        "transports | webtransport",
        "transports | polling,",
        "transports | WEBSOCKET",
        "ping-interval | 0",
        "ping-interval | -1",
        "ping-interval | 25s",
        "ping-interval | 1.5",
        "ping-interval | PT-5S",
        "ping-interval | PT0S",
        "ping-interval | PT0.0001S",
        "ping-interval | 2147483648",
        "ping-interval | P30D",
        "ping-interval | 9999999999999999999",
        "max-payload | 0",
        "max-payload | -1",
        "max-payload | 1.5MB",
        "max-payload | 1TB",
        "max-payload | 1073741825",
        "max-payload | 999999999999999999GiB",
        "max-payload | MB",
        "max-payload | 99999999999999999999",
        "payload-packets | 0",
        "payload-packets | 2147483648",
        "payload-packets | 1k",
        "outbox-bytes | 0",
        "compression-threshold | -1",
        "parser | json",
        "parser | MSGPACK",
        "max-attachments | -1",
        "max-attachments | 1000001",
        "json-depth | 0",
        "json-depth | 1001",
        "mailbox-overflow | drop",
        "virtual-threads | yes",
        "handler-threads | 0",
        "executor | a b",
        "executor | ldap://a/b",
        "cors.origin | https://a.example/",
        "cors.origin | HTTPS://a.example",
        "cors.origin | https://a.example:443",
        "cors.origin | http://a.example:80",
        "cors.origin | a.example",
        "cors.origin | https://a.example,",
        "cors.origin | *, https://a",
        "cors.origin | /[/",
        "cors.origin | /a",
        "cors.origin | , https://a",
        "cors.origin | //",
        "cors.origin | /a/ /b/",
        "cors.methods | GET POST",
        "cors.allowed-headers | X-A,",
        "cors.exposed-headers | a:b",
        "cors.credentials | maybe",
        "cors.max-age | PT0.5S",
        "cors.max-age | -1",
        "cookie | on",
        "cookie.name | a=b",
        "cookie.path | a",
        "cookie.path | /a;b",
        "cookie.domain | a;b",
        "cookie.max-age | 1d",
        "cookie.max-age | 2147483648",
        "cookie.http-only | 0",
        "cookie.secure | x",
        "cookie.partitioned | x",
        "cookie.same-site | loose",
      })
  void value_bad_isRefusedWithKeyValueSourceAndWhatIsAccepted(String key, String text) {
    String accepted =
        Options.ALL.stream()
            .filter(o -> o.name().equals(key))
            .findAny()
            .orElseThrow()
            .type()
            .accepts();

    assertThat(problems(key, text))
        .singleElement()
        .asString()
        .startsWith(
            "socketio." + key + " = \"" + text + "\" (context-param): expected " + accepted);
  }

  @Test
  void value_empty_isAsIfNotSet() {
    assertThat(config("path", " ", "executor", "")).isEqualTo(config());
  }

  @Test
  void cors_complete_arrives() {
    CorsOptions cors =
        config(
                "cors.origin", "https://a.example , http://b.example:8080,null,http://[::1]:3000",
                "cors.methods", "GET, POST",
                "cors.allowed-headers", "X-A",
                "cors.exposed-headers", "X-B, X-C",
                "cors.credentials", "true",
                "cors.max-age", "600")
            .engine()
            .cors();

    assertThat(cors)
        .isEqualTo(
            new CorsOptions(
                false,
                List.of("https://a.example", "http://b.example:8080", "null", "http://[::1]:3000"),
                List.of(),
                List.of("GET", "POST"),
                List.of("X-A"),
                List.of("X-B", "X-C"),
                true,
                Duration.ofMinutes(10)));
  }

  @Test
  void cors_star_isAnyOrigin() {
    assertThat(config("cors.origin", "*").engine().cors())
        .isEqualTo(
            new CorsOptions(
                true,
                List.of(),
                List.of(),
                CorsOptions.DEFAULT_METHODS,
                List.of(),
                List.of(),
                false,
                null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "NONE-set-at-all"})
  void cors_offOrAbsent_isNull(String how) {
    assertThat((how.equals("none") ? config("cors.origin", "none") : config()).engine().cors())
        .isNull();
  }

  @Test
  void cors_regularExpressions_mayHoldCommasAndSlashes() {
    CorsOptions cors =
        config("cors.origin", "/https:\\/\\/[a-z]{1,3}\\.example/, https://b.example,/c/")
            .engine()
            .cors();

    assertThat(cors.originPatterns())
        .extracting(Pattern::pattern)
        .containsExactly("https:\\/\\/[a-z]{1,3}\\.example", "c");
    assertThat(cors.origins()).containsExactly("https://b.example");
    assertThat(cors.originPatterns().get(0).matcher("https://abc.example").matches()).isTrue();
  }

  @Test
  void cookie_complete_arrives() {
    assertThat(
            config(
                    "cookie", "true",
                    "cookie.name", "sid",
                    "cookie.path", "omit",
                    "cookie.domain", "example.com",
                    "cookie.max-age", "PT1H",
                    "cookie.http-only", "false",
                    "cookie.secure", "true",
                    "cookie.partitioned", "true",
                    "cookie.same-site", "none")
                .engine()
                .cookie())
        .isEqualTo(
            new CookieOptions(
                "sid", null, "example.com", Duration.ofHours(1), false, true, true, "None"));
  }

  @ParameterizedTest
  @CsvSource({"lax,Lax", "STRICT,Strict", "omit,"})
  void cookie_sameSite_isWrittenAsInTheHeader(String text, String header) {
    assertThat(config("cookie", "true", "cookie.same-site", text).engine().cookie().sameSite())
        .isEqualTo(header);
  }

  static Stream<Arguments> contradictions() {
    return Stream.of(
        arguments(
            "a mailbox too small for the largest event",
            new String[] {"mailbox-bytes", "10999999"},
            "socketio.mailbox-bytes is 10999999, but one event may have 11000000 bytes"),
        arguments(
            "CORS details without an origin",
            new String[] {"cors.methods", "GET"},
            "socketio.cors.methods has no effect while socketio.cors.origin is not set"),
        arguments(
            "credentials for everybody",
            new String[] {"cors.origin", "*", "cors.credentials", "true"},
            "name the origins"),
        arguments(
            "cookie details without the cookie",
            new String[] {"cookie.name", "x"},
            "socketio.cookie.name has no effect while socketio.cookie is not set"),
        arguments(
            "virtual threads of a named executor",
            new String[] {"virtual-threads", "true", "executor", "java:app/x"},
            "say it where that one is defined"),
        arguments(
            "recovery details without recovery",
            new String[] {"recovery-packets", "5"},
            "socketio.recovery-packets has no effect while socketio.connection-state-recovery is not"
                + " set: set it to true"),
        arguments(
            "SameSite=None without TLS",
            new String[] {"cookie", "true", "cookie.same-site", "none"},
            "set that to true"),
        arguments(
            "Partitioned without TLS",
            new String[] {"cookie", "true", "cookie.partitioned", "true"},
            "set that to true"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contradictions")
  void values_contradictory_areRefused(String what, String[] keysAndValues, String expected) {
    assertThat(problems(keysAndValues)).singleElement().asString().contains(expected);
  }

  @Test
  void details_ofWhatIsSwitchedOff_areNoContradiction() {
    assertThat(
            config(
                "cookie", "false",
                "cookie.same-site", "none",
                "cors.origin", "none",
                "cors.max-age", "5",
                "connection-state-recovery", "false",
                "recovery-bytes", "5",
                "compression", "false",
                "compression-threshold", "5"))
        .isEqualTo(
            config(
                "compression",
                "false",
                "recovery-bytes",
                "5",
                "connection-state-recovery",
                "false"));
  }

  @Test
  void limits_thatFollowFromOthers_growWithThem() {
    SocketIOConfig config = config("max-payload", "5MB", "max-attachments", "20");

    assertThat(config.server().decoderLimits())
        .isEqualTo(new DecoderLimits(20, 256, 100_000_000, 1024));
    assertThat(config.server().namespaces().all().mailboxBytes()).isEqualTo(105_000_000);
  }

  @ParameterizedTest
  @CsvSource({
    "ping-intervall, ping-interval",
    "pingInterval, ping-interval",
    "pingtimeout, ping-timeout",
    "cors.origins, cors.origin",
    "cookie.samesite, cookie.same-site",
    "maxpayload, max-payload",
  })
  void key_unknown_isRefusedWithTheNearestOne(String key, String meant) {
    assertThat(problems(key, "1"))
        .containsExactly(
            "unknown key socketio."
                + key
                + " (context-param); did you mean socketio."
                + meant
                + "?");
  }

  @Test
  void key_farFromEverything_isRefusedWithoutAGuess() {
    assertThat(problems("thundercats", "1"))
        .singleElement()
        .asString()
        .startsWith("unknown key socketio.thundercats (context-param); docs/");
  }

  @Test
  void key_notOurs_isLeftAlone() {
    assertThat(
            ConfigReader.read(
                    List.of(
                        new MapSource(
                            "context-param", java.util.Map.of("jakarta.faces.STAGE", "x"))))
                .config())
        .isEqualTo(config());
  }

  @Test
  void problems_several_areToldAtOnce() {
    ConfigSource first = MapSource.of("MicroProfile Config", "ping-interval", "soon", "nope", "1");
    ConfigSource second = MapSource.of("context-param", "path", "x", "ping-interval", "bad too");

    assertThatThrownBy(() -> ConfigReader.read(List.of(first, second)))
        .isInstanceOfSatisfying(ConfigException.class, e -> assertThat(e.problems()).hasSize(3))
        .hasMessageContainingAll(
            "3 problems",
            "\n- socketio.path = \"x\" (context-param): ",
            "\n- socketio.ping-interval = \"soon\" (MicroProfile Config): ",
            "\n- unknown key socketio.nope (MicroProfile Config)");
  }

  @Test
  void problem_ofAHugeOrMultiLineValue_isOneShortLine() {
    assertThat(problems("path", "x".repeat(5000) + "\n\ny"))
        .singleElement()
        .asString()
        .hasSizeLessThan(400)
        .doesNotContain("\n");
  }

  @Test
  void sources_several_theFirstThatHasAKeyWins() {
    ConfigSource first = MapSource.of("MicroProfile Config", "path", "/first", "executor", "");
    ConfigSource second = MapSource.of("context-param", "path", "/second", "executor", "java:x");

    ConfigReader reader = ConfigReader.read(List.of(first, second));

    assertThat(reader.config().path()).isEqualTo("/first");
    assertThat(reader.config().threads().executor()).isEqualTo("java:x");
    assertThat(reader.effective())
        .isEqualTo(
            "socketio.path = \"/first\" (MicroProfile Config), "
                + "socketio.executor = \"java:x\" (context-param)");
  }

  @Test
  void effective_withDefaultsWrittenOut_doesNotTellThem() {
    assertThat(
            ConfigReader.read(
                    List.of(
                        MapSource.of(
                            "context-param",
                            "ping-interval",
                            "PT25S",
                            "max-payload",
                            "1000000",
                            "path",
                            "/socket.io/")))
                .effective())
        .isEqualTo("all options at their defaults");
  }
}
