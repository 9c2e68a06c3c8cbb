package dev.socketee.jakarta.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong about keys and values, and how it is said. */
class MistakesTest {

  private static final String ADMIN = "admin";

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
    assertThatThrownBy(() -> Places.configured(server, webXml))
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

    assertThatThrownBy(() -> Places.read(ADMIN, wrong, Map.of(), Map.of(), Map.of()))
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

    assertThatThrownBy(() -> Places.read(ADMIN, wrong, Map.of(), Map.of(), Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("2 problems")
        .hasMessageContaining("socketio.max-payload = \"lots\" (code)")
        .hasMessageContaining("socketio.namespace./chat.max-sockets = \"many\" (code)");
  }

  @Test
  void servers_thatThereAreNot_areNamed() {
    List<ConfigSource> sources =
        List.of(
            Places.source(
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
