package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.ConnectionRefusedException;
import dev.socketee.Limit;
import dev.socketee.test.ExpectedLogs;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MaxSocketsTest {

  private static final String REFUSED = "4/a,{\"message\":\"Too many sockets\"}";

  private final List<String> asked = new ArrayList<>();

  private static TestServer server(int most) {
    return new TestServer(
        ServerOptions.builder()
            .namespaces(
                List.of(
                    new NamespaceTable.Rule(
                        name -> name.startsWith("/a"), own -> own.maxSockets(most))))
            .build());
  }

  private static FakeEngineSession connecting(TestServer server, String namespace) {
    FakeEngineSession session = server.open();
    session.text("0" + namespace + ",");
    return session;
  }

  private static FakeEngineSession connected(TestServer server, String namespace) {
    FakeEngineSession session = connecting(server, namespace);
    server.executor.run();
    return session;
  }

  @Test
  void socket_upToTheLimit_isIn_andOneMoreIsRefusedBeforeTheMiddleware(ExpectedLogs logs) {
    logs.expect("Refusing a socket of /a, which has 2 already, because of max-sockets");
    TestServer server = server(2);
    server.of("/a").use(socket -> asked.add(socket.id()));
    connected(server, "/a");
    connected(server, "/a");

    List<String> third = connected(server, "/a").sent();
    List<String> fourth = connected(server, "/a").sent();

    assertThat(third).containsExactly(REFUSED);
    assertThat(fourth).containsExactly(REFUSED);
    assertThat(asked).hasSize(2);
    assertThat(server.of("/a").connectedSockets()).hasSize(2);
    assertThat(server.io.statistics().reached(Limit.MAX_SOCKETS)).isEqualTo(2);
  }

  @Test
  void socket_ofAnotherNamespace_doesNotCount() {
    TestServer server = server(1);
    server.of("/a");
    server.of("/b");
    connected(server, "/a");

    for (int i = 0; i < 5; i++) {
      assertThat(connected(server, "/b").sent()).hasSize(1).allMatch(sent -> sent.contains("sid"));
    }
  }

  @Test
  void socket_thatLeaves_makesRoom() {
    TestServer server = server(1);
    server.of("/a");
    for (int i = 0; i < 3; i++) {
      FakeEngineSession session = connected(server, "/a");
      assertThat(session.sent()).hasSize(1).allMatch(sent -> sent.contains("sid"));
      session.text("1/a,");
    }
    FakeEngineSession last = connected(server, "/a");
    assertThat(last.sent()).hasSize(1).allMatch(sent -> sent.contains("sid"));
    server.of("/a").connectedSockets().forEach(socket -> socket.disconnect(true));

    assertThat(connected(server, "/a").sent()).hasSize(1).allMatch(sent -> sent.contains("sid"));
  }

  @Test
  void socket_thatTheMiddlewareRefuses_makesRoom() {
    TestServer server = server(1);
    server
        .of("/a")
        .use(
            socket -> {
              throw new ConnectionRefusedException("no");
            });

    for (int i = 0; i < 3; i++) {
      assertThat(connected(server, "/a").sent()).containsExactly("4/a,{\"message\":\"no\"}");
    }
  }

  @Test
  void socket_whoseClientGoesBeforeAnybodyIsAsked_takesNoPlace() {
    TestServer server = server(1);
    server.of("/a");
    connecting(server, "/a").close();
    server.executor.run();

    assertThat(connected(server, "/a").sent()).hasSize(1).allMatch(sent -> sent.contains("sid"));
  }

  @Test
  void socket_whoseClientGoesWhileItIsDecided_makesRoom() {
    TestServer server = server(1);
    List<FakeEngineSession> sessions = new ArrayList<>();
    server
        .of("/a")
        .use(
            socket -> {
              if (sessions.size() == 1) {
                sessions.get(0).close();
              }
            });
    sessions.add(connecting(server, "/a"));
    server.executor.run();
    sessions.clear();

    assertThat(connected(server, "/a").sent()).hasSize(1).allMatch(sent -> sent.contains("sid"));
  }

  @Test
  void child_ofATemplate_hasALimitOfItsOwn(ExpectedLogs logs) {
    logs.expect("Refusing a socket of /a1, which has 1 already");
    TestServer server = server(1);
    server.io.of(Pattern.compile("/a\\d"));

    assertThat(connected(server, "/a1").sent()).hasSize(1).allMatch(sent -> sent.contains("sid"));
    assertThat(connected(server, "/a2").sent()).hasSize(1).allMatch(sent -> sent.contains("sid"));
    assertThat(connected(server, "/a1").sent())
        .containsExactly("4/a1,{\"message\":\"Too many sockets\"}");
  }
}
