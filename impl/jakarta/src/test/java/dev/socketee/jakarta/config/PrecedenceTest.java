package dev.socketee.jakarta.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.socketee.server.NamespaceOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which of several values counts: the table of {@code docs/configuration.md}. */
class PrecedenceTest {

  private static final String ADMIN = "admin";

  /** A server with all places where an option can be set. */
  private static ConfigReader read(
      String server,
      Map<String, String> code,
      Map<String, String> microProfile,
      Map<String, String> webXml,
      Map<String, String> annotation) {
    return ConfigReader.read(
        new ServerSetup(
            server,
            List.of(
                OwnOptions.of("code", server, code),
                source("MicroProfile Config", microProfile),
                source("context-param", webXml),
                server.equals("default")
                    ? OwnOptions.general("annotation", annotation)
                    : OwnOptions.of("annotation", server, annotation)),
            Set.of("/known"),
            options -> {}));
  }

  private static MapSource source(String name, Map<String, String> options) {
    List<String> all = new ArrayList<>();
    options.forEach((key, value) -> all.addAll(List.of(key, value)));
    return MapSource.of(name, all.toArray(String[]::new));
  }

  private static ConfigReader configured(String server, Map<String, String> webXml) {
    return read(server, Map.of(), Map.of(), webXml, Map.of());
  }

  private static Map<String, String> acks(String prefix, int value) {
    return Map.of(prefix + "pending-acks", Integer.toString(value));
  }

  static Stream<Arguments> ranks() {
    return Stream.of("default", ADMIN)
        .flatMap(
            server ->
                Stream.of(
                    arguments(server, acks("", 1), acks("", 2), acks("", 3), acks("", 4), 1),
                    arguments(server, Map.of(), acks("", 2), acks("", 3), Map.of(), 2),
                    arguments(server, Map.of(), Map.of(), acks("", 3), Map.of(), 3),
                    arguments(server, Map.of(), Map.of(), Map.of(), acks("", 4), 4),
                    arguments(server, Map.of(), Map.of(), Map.of(), Map.of(), 10_000),
                    // the more specific key wins, wherever it is
                    arguments(
                        server,
                        Map.of(),
                        acks("", 2),
                        acks("server." + server + ".", 3),
                        Map.of(),
                        3),
                    arguments(
                        server,
                        Map.of(),
                        acks("server." + server + ".", 2),
                        acks("server." + server + ".", 3),
                        acks("", 4),
                        2),
                    arguments(
                        server,
                        acks("", 1),
                        acks("server." + server + ".", 2),
                        Map.of(),
                        Map.of(),
                        1),
                    arguments(
                        server,
                        Map.of(),
                        acks("server.other.", 2),
                        acks("server.\"" + server + "\".", 3),
                        Map.of(),
                        3)));
  }

  @ParameterizedTest
  @MethodSource("ranks")
  void option_ofAServer_isThatOfTheMostSpecificKey_thenOfTheFirstPlace(
      String server,
      Map<String, String> code,
      Map<String, String> microProfile,
      Map<String, String> webXml,
      Map<String, String> annotation,
      int expected) {
    ConfigReader read = read(server, code, microProfile, webXml, annotation);

    assertThat(read.config().server().namespaces().all().pendingAcks()).isEqualTo(expected);
  }

  @Test
  void annotation_ofTheServerByConfiguration_comesBehindTheConfigurationOfTheApplication() {
    ConfigReader read = read("default", Map.of(), acks("", 2), Map.of(), acks("", 4));

    assertThat(read.config().server().namespaces().all().pendingAcks()).isEqualTo(2);
  }

  @Test
  void annotation_ofAnotherServer_isMoreSpecificThanTheConfigurationOfTheApplication() {
    ConfigReader read = read(ADMIN, Map.of(), acks("", 2), Map.of(), acks("", 4));

    assertThat(read.config().server().namespaces().all().pendingAcks()).isEqualTo(4);
  }

  static Stream<Arguments> namespaceRanks() {
    String chat = "namespace./chat.";
    String here = "server.admin.namespace./chat.";
    return Stream.of(
        arguments(acks("", 1), Map.of(), acks(chat, 3), Map.of(), 3),
        arguments(acks(chat, 1), acks(here, 2), acks(chat, 3), acks(chat, 4), 1),
        arguments(Map.of(), acks(chat, 2), acks(here, 3), acks(chat, 4), 3),
        arguments(Map.of(), acks(chat, 2), acks(chat, 3), Map.of(), 2),
        arguments(Map.of(), Map.of(), acks(chat, 3), acks("", 4), 3),
        arguments(Map.of(), Map.of(), acks("server.admin.", 3), acks(chat, 4), 4),
        arguments(Map.of(), acks("namespace.\"/chat\".", 2), Map.of(), Map.of(), 2),
        arguments(Map.of(), acks("namespace.chat.", 2), Map.of(), Map.of(), 2),
        arguments(Map.of(), acks("server.\"admin\".namespace.\"chat\".", 2), Map.of(), Map.of(), 2),
        arguments(acks("namespace.\"/chat\".", 1), Map.of(), Map.of(), Map.of(), 1),
        // however the name of the server is written
        arguments(
            Map.of(),
            acks("server.\"admin\".namespace./chat.", 2),
            acks(here, 3),
            acks(chat, 4),
            2),
        arguments(Map.of(), acks("namespace./other.", 2), Map.of(), Map.of(), 10_000));
  }

  @ParameterizedTest
  @MethodSource("namespaceRanks")
  void option_ofANamespace_isMoreSpecificThanThatOfItsServer(
      Map<String, String> code,
      Map<String, String> microProfile,
      Map<String, String> webXml,
      Map<String, String> annotation,
      int expected) {
    ConfigReader read = read(ADMIN, code, microProfile, webXml, annotation);

    assertThat(own(read, "/chat").pendingAcks()).isEqualTo(expected);
  }

  private static NamespaceOptions own(ConfigReader read, String namespace) {
    return read.config().server().namespaces().of(namespace);
  }

  @Test
  void option_ofATemplate_isForItsNamespaces_andTheMoreSpecificOneWins() {
    ConfigReader read =
        configured(
            "default",
            Map.of(
                "namespace./{any}/{tenant}.pending-acks", "1",
                "namespace./{any}/{tenant}.rooms-per-socket", "9",
                "namespace./tenants/{t}.pending-acks", "2",
                "namespace./tenants/{t}.max-sockets", "8",
                "namespace./tenants/acme.pending-acks", "3"));

    assertThat(own(read, "/other/x").pendingAcks()).isEqualTo(1);
    assertThat(own(read, "/tenants/x").pendingAcks()).isEqualTo(2);
    assertThat(own(read, "/tenants/acme"))
        .isEqualTo(
            NamespaceOptions.builder()
                .maxSockets(8)
                .pendingAcks(3)
                .roomsPerSocket(9)
                .mailboxBytes(own(read, "/").mailboxBytes())
                .build());
    assertThat(own(read, "/tenants/acme/more")).isEqualTo(own(read, "/"));
  }

  @Test
  void namespace_withDots_endsWhereAnOptionBegins() {
    ConfigReader read =
        configured(
            "default",
            Map.of(
                "namespace./chat.v2.max-sockets", "2",
                "namespace.\"/chat.cookie\".max-sockets", "3",
                "server.default.namespace./.max-sockets", "4"));

    assertThat(own(read, "/chat.v2").maxSockets()).isEqualTo(2);
    assertThat(own(read, "/chat.cookie").maxSockets()).isEqualTo(3);
    assertThat(own(read, "/").maxSockets()).isEqualTo(4);
    assertThat(own(read, "/chat").maxSockets()).isZero();
    assertThat(read.namespaces()).containsExactly("/");
    assertThat(read.sharedNamespaces()).containsExactlyInAnyOrder("/chat.v2", "/chat.cookie");
  }

  @Test
  void server_withAnyName_hasOptions() {
    for (String name : List.of("a.b", "my server", "ping-interval", "namespace./chat")) {
      ConfigReader read =
          configured(
              name, Map.of("server." + name + ".pending-acks", "7", "server.x.pending-acks", "8"));

      assertThat(read.config().server().namespaces().all().pendingAcks()).as(name).isEqualTo(7);
    }
  }

  @Test
  void server_whoseNameBeginsLikeAnother_hasItsOwnOptions() {
    Map<String, String> options =
        Map.of(
            "server.eu.pending-acks", "7",
            "server.eu.admin.pending-acks", "8",
            "server.eu.admin.namespace./chat.pending-acks", "9");

    ConfigReader eu = configured("eu", options);
    assertThat(own(eu, "/").pendingAcks()).isEqualTo(7);
    assertThat(own(eu, "/chat").pendingAcks()).isEqualTo(7);
    ConfigReader admin = configured("eu.admin", options);
    assertThat(own(admin, "/").pendingAcks()).isEqualTo(8);
    assertThat(own(admin, "/chat").pendingAcks()).isEqualTo(9);
    KeyCheck.requireServers(List.of(source("context-param", options)), Set.of("eu", "eu.admin"));
  }

  @Test
  void keys_ofAServer_areThoseOfTheLongestNameThatFits() {
    Set<String> servers = Set.of("a", "a.b", "a.namespace./x");

    assertThat(KeyName.of("socketio.server.a.b.path", servers))
        .isEqualTo(new KeyName("a.b", null, "path"));
    assertThat(KeyName.of("socketio.server.a.namespace./x.path", servers))
        .isEqualTo(new KeyName("a.namespace./x", null, "path"));
    assertThat(KeyName.of("socketio.server.a.c.path", servers))
        .isEqualTo(new KeyName("a.c", null, "path"));
    assertThat(KeyName.of("socketio.server.a.cookie.nam", servers))
        .isEqualTo(new KeyName("a", null, "cookie.nam"));
  }

  @Test
  void path_ofAServer_isNeverThatOfTheApplication() {
    assertThat(configured(ADMIN, Map.of("path", "/io")).hasPath()).isFalse();
    assertThat(configured(ADMIN, Map.of("server.admin.path", "/a")).config().path())
        .isEqualTo("/a");
    ConfigReader byDefault = configured("default", Map.of("path", "/io"));
    assertThat(byDefault.config().path()).isEqualTo("/io");
    assertThat(configured("default", Map.of("server.default.path", "/b")).config().path())
        .isEqualTo("/b");
  }

  @Test
  void option_withoutContent_isNotSet() {
    ConfigReader read =
        read(
            ADMIN,
            Map.of("ping-interval", " "),
            Map.of("server.admin.ping-interval", ""),
            Map.of("ping-interval", "PT7S", "namespace./chat.max-sockets", " "),
            Map.of());

    assertThat(read.config().engine().pingInterval()).isEqualTo(Duration.ofSeconds(7));
    assertThat(own(read, "/chat").maxSockets()).isZero();
  }

  @Test
  void effective_saysWhatCounts_andWhereItIsFrom() {
    ConfigReader read =
        read(
            ADMIN,
            Map.of("path", "/admin"),
            Map.of("ping-interval", "1", "namespace./chat.max-sockets", "5"),
            Map.of("server.admin.ping-interval", "2", "handler-threads", "7"),
            Map.of("serve-client", "false", "ping-timeout", "20000"));

    assertThat(read.effective())
        .isEqualTo(
            "socketio.path = \"/admin\" (code), socketio.serve-client = \"false\" (annotation),"
                + " socketio.server.admin.ping-interval = \"2\" (context-param),"
                + " socketio.handler-threads = \"7\" (context-param),"
                + " socketio.namespace./chat.max-sockets = \"5\" (MicroProfile Config)");
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments(
            ADMIN,
            Map.of("server.admin.ping-intervall", "1"),
            "unknown key socketio.server.admin.ping-intervall (context-param); did you mean"
                + " socketio.server.admin.ping-interval?"),
        arguments(
            "default",
            Map.of("server.admin.ping-intervall", "1"),
            "unknown key socketio.server.admin.ping-intervall (context-param); did you mean"
                + " socketio.server.admin.ping-interval?"),
        arguments(
            "default",
            Map.of("namespace./chat.max-socket", "1"),
            "unknown key socketio.namespace./chat.max-socket (context-param); did you mean"
                + " socketio.namespace./chat.max-sockets?"),
        arguments(
            "default",
            Map.of("namespaces./chat.max-sockets", "1"),
            "unknown key socketio.namespaces./chat.max-sockets (context-param); did you mean"
                + " socketio.namespace./chat.max-sockets?"),
        arguments(
            "default",
            Map.of("servers.admin.path", "/a"),
            "unknown key socketio.servers.admin.path (context-param); did you mean"
                + " socketio.server.admin.path?"),
        arguments(
            "default",
            Map.of("namespace./chat.quite-different-thing", "1"),
            "unknown key socketio.namespace./chat.quite-different-thing (context-param);"
                + " docs/configuration.md has the keys that there are"),
        arguments(
            "default",
            Map.of("server.admin", "1"),
            "unknown key socketio.server.admin (context-param); docs/configuration.md has the keys"
                + " that there are"),
        arguments(
            "default",
            Map.of("namespace./chat.ping-interval", "1"),
            "socketio.namespace./chat.ping-interval (context-param): ping-interval is an option of a"
                + " server, not of one namespace, which can have max-sockets, mailbox-events,"
                + " mailbox-bytes, mailbox-overflow, pending-acks, rooms-per-socket,"
                + " events-per-second"),
        arguments(
            "default",
            Map.of("namespace./chat.max-sockets", "many"),
            "socketio.namespace./chat.max-sockets = \"many\" (context-param): expected a number, 0 or"
                + " more"),
        arguments(
            "default",
            Map.of("namespace./chat.mailbox-bytes", "10"),
            "socketio.namespace./chat.mailbox-bytes = \"10\" (context-param): one event may have"
                + " 11000000 bytes (socketio.max-payload and socketio.attachment-bytes together):"
                + " raise the one or lower the others"),
        arguments(
            "default",
            Map.of("namespace./a.max-sockets", "1", "namespace.\"a\".max-sockets", "1"),
            "socketio.namespace./a.max-sockets (context-param): it says the same as"
                + " socketio.namespace.\"a\".max-sockets, which is there, too"),
        arguments(
            "default",
            Map.of("namespace./t/{a}.max-sockets", "1", "namespace./t/{b}.max-sockets", "1"),
            "socketio.namespace./t/{b}.max-sockets (context-param): it says the same as"
                + " socketio.namespace./t/{a}.max-sockets, which is there, too"),
        arguments(
            "default",
            Map.of("namespace./a,b.max-sockets", "1"),
            "socketio.namespace./a,b.max-sockets (context-param): the namespace has a comma in its"
                + " name, which none can have"),
        arguments(
            "default",
            Map.of("namespace./a{b.max-sockets", "1"),
            "socketio.namespace./a{b.max-sockets (context-param): the namespace \"a{b\" is no"
                + " variable: it must be a name in braces between two slashes"),
        arguments(
            ADMIN,
            Map.of("server.admin.executor", "java:app/x"),
            "socketio.server.admin.executor (context-param): the threads belong to the application:"
                + " set it in its configuration"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void key_thatIsWrong_isNamed(String server, Map<String, String> webXml, String problem) {
    assertThatThrownBy(() -> configured(server, webXml))
        .isInstanceOf(ConfigException.class)
        .extracting(failure -> ((ConfigException) failure).problems())
        .isEqualTo(List.of(problem));
  }

  @Test
  void code_thatIsWrong_isShownAsItIsWritten() {
    Map<String, String> wrong =
        Map.of(
            "ping-intervall", "1",
            "ping-timeout", "soon",
            "executor", "java:app/x",
            "server.other.path", "/x");

    assertThatThrownBy(() -> read(ADMIN, wrong, Map.of(), Map.of(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .extracting(failure -> ((ConfigException) failure).problems())
        .isEqualTo(
            List.of(
                "socketio.ping-timeout = \"soon\" (code): expected a duration, 1 ms or more: it is"
                    + " neither a plain number nor an ISO-8601 duration such as PT25S",
                "socketio.executor (code): the threads belong to the application: set it in its"
                    + " configuration",
                "unknown key socketio.ping-intervall (code); did you mean socketio.ping-interval?",
                "unknown key socketio.server.other.path (code); docs/configuration.md has the keys"
                    + " that there are"));
  }

  @Test
  void values_ofNamespaces_areNamedBesideWhatElseIsWrong() {
    Map<String, String> wrong =
        Map.of(
            "max-payload", "lots",
            "namespace./chat.max-sockets", "many",
            "namespace./chat.mailbox-bytes", "10"); // how many it takes, nobody can say

    assertThatThrownBy(() -> read(ADMIN, wrong, Map.of(), Map.of(), Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("2 problems")
        .hasMessageContaining("socketio.max-payload = \"lots\" (code)")
        .hasMessageContaining("socketio.namespace./chat.max-sockets = \"many\" (code)");
  }

  @Test
  void servers_thatThereAreNot_areNamed() {
    List<ConfigSource> sources =
        List.of(
            source(
                "context-param",
                Map.of(
                    "server.admin.path", "/a",
                    "server.admim.path", "/a",
                    "server.quite-different.namespace./x.max-sockets", "1",
                    "ping-interval", "1")));

    assertThatThrownBy(() -> KeyCheck.requireServers(sources, Set.of("default", ADMIN)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(
            "socketio.server.admim.path (context-param): there is no server \"admim\"; did you mean"
                + " \"admin\"?")
        .hasMessageContaining(
            "socketio.server.quite-different.namespace./x.max-sockets (context-param): there is no"
                + " server \"quite-different\", only [")
        .hasMessageContaining("2 problems");
  }

  @Test
  void options_ofAnAnnotation_areCheckedByThemselves() {
    assertThat(
            OptionsCheck.problems(
                "@X of Y",
                Map.of(
                    "a", "1",
                    "ping-interval", "PT5S",
                    "ping-timeout", "soon",
                    "namespace./chat.max-sockets", "-1",
                    "server.admin.path", "/x")))
        .containsExactly(
            "unknown key socketio.a (@X of Y); docs/configuration.md has the keys that there are",
            "socketio.namespace./chat.max-sockets = \"-1\" (@X of Y): expected a number, 0 or more",
            "socketio.ping-timeout = \"soon\" (@X of Y): expected a duration, 1 ms or more: it is"
                + " neither a plain number nor an ISO-8601 duration such as PT25S",
            "socketio.server.admin.path (@X of Y): only the configuration has options of other"
                + " servers");
  }
}
