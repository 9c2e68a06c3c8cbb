package dev.socketee.jakarta.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.socketee.server.NamespaceOptions;
import java.time.Duration;
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
    ConfigReader read = Places.read(server, code, microProfile, webXml, annotation);

    assertThat(read.config().server().namespaces().all().pendingAcks()).isEqualTo(expected);
  }

  @Test
  void annotation_ofTheServerByConfiguration_comesBehindTheConfigurationOfTheApplication() {
    ConfigReader read = Places.read("default", Map.of(), acks("", 2), Map.of(), acks("", 4));

    assertThat(read.config().server().namespaces().all().pendingAcks()).isEqualTo(2);
  }

  @Test
  void annotation_ofAnotherServer_isMoreSpecificThanTheConfigurationOfTheApplication() {
    ConfigReader read = Places.read(ADMIN, Map.of(), acks("", 2), Map.of(), acks("", 4));

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
    ConfigReader read = Places.read(ADMIN, code, microProfile, webXml, annotation);

    assertThat(own(read, "/chat").pendingAcks()).isEqualTo(expected);
  }

  private static NamespaceOptions own(ConfigReader read, String namespace) {
    return read.config().server().namespaces().of(namespace);
  }

  @Test
  void option_ofATemplate_isForItsNamespaces_andTheMoreSpecificOneWins() {
    ConfigReader read =
        Places.configured(
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
        Places.configured(
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
          Places.configured(
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

    ConfigReader eu = Places.configured("eu", options);
    assertThat(own(eu, "/").pendingAcks()).isEqualTo(7);
    assertThat(own(eu, "/chat").pendingAcks()).isEqualTo(7);
    ConfigReader admin = Places.configured("eu.admin", options);
    assertThat(own(admin, "/").pendingAcks()).isEqualTo(8);
    assertThat(own(admin, "/chat").pendingAcks()).isEqualTo(9);
    KeyCheck.requireServers(
        List.of(Places.source("context-param", options)), Set.of("eu", "eu.admin"));
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
    assertThat(Places.configured(ADMIN, Map.of("path", "/io")).hasPath()).isFalse();
    assertThat(Places.configured(ADMIN, Map.of("server.admin.path", "/a")).config().path())
        .isEqualTo("/a");
    ConfigReader byDefault = Places.configured("default", Map.of("path", "/io"));
    assertThat(byDefault.config().path()).isEqualTo("/io");
    assertThat(Places.configured("default", Map.of("server.default.path", "/b")).config().path())
        .isEqualTo("/b");
  }

  @Test
  void option_withoutContent_isNotSet() {
    ConfigReader read =
        Places.read(
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
        Places.read(
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
}
