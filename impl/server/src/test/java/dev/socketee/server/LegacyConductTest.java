package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.AccessRefusedException;
import dev.socketee.ConnectionRefusedException;
import dev.socketee.DisconnectReason;
import dev.socketee.Socket;
import dev.socketee.engine.CloseReason;
import dev.socketee.protocol.socket.DecoderLimits;
import dev.socketee.test.ExpectedLogs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients of Socket.IO 1 and 2 expect. Source: reference 1.10, Engine.IO v3. */
class LegacyConductTest {

  private static final FakeRequest LEGACY = FakeRequest.of("GET", "EIO=3&transport=websocket");

  private final TestServer server = new TestServer();
  private final List<String> seen = new ArrayList<>();

  private FakeEngineSession open() {
    FakeEngineSession session = new FakeEngineSession(LEGACY);
    session.open(server.io);
    server.executor.run();
    return session;
  }

  private FakeEngineSession refusedBy(ConnectionRefusedException refusal) {
    server
        .of("/")
        .use(
            socket -> {
              throw refusal;
            });
    return open();
  }

  private static Socket only(Iterable<Socket> sockets) {
    return sockets.iterator().next();
  }

  @Test
  void root_isJoinedWithoutAsking_andWithoutAPayload() {
    FakeEngineSession session = open();

    assertThat(session.sent()).containsExactly("0");
    Socket socket = only(server.of("/").connectedSockets());
    assertThat(socket.id()).isEqualTo(session.id());
    assertThat(socket.rooms()).containsExactly(session.id());
    assertThat(socket.connected()).isTrue();
    assertThat(socket.handshake().authJson()).isNull();
    assertThat(socket.conn().protocol()).isEqualTo(3);
  }

  @Test
  void root_connectionListener_isCalled_andWhatItEmitsFollowsTheConnect() {
    server.of("/").onConnection(socket -> socket.emit("hello"));

    assertThat(open().sent()).containsExactly("0", "2[\"hello\"]");
  }

  @Test
  void root_askedForAgain_closes() {
    FakeEngineSession session = open();

    session.text("0");

    assertThat(session.closing()).isTrue();
  }

  @Test
  void currentClient_isNotJoinedToAnything() {
    FakeEngineSession session = server.open();
    server.executor.run();

    assertThat(session.sent()).isEmpty();
    assertThat(server.of("/").connectedSockets()).isEmpty();
  }

  @Test
  void namespace_joined_hasAnIdOfItsOwn() {
    server.of("/chat");
    FakeEngineSession session = open();
    session.sent();

    session.text("0/chat,");
    server.executor.run();

    assertThat(session.sent()).containsExactly("0/chat,");
    assertThat(only(server.of("/chat").connectedSockets()).id()).isEqualTo("/chat#" + session.id());
  }

  /** As parser 2 of clients 1.x writes it. */
  @Test
  void namespace_withoutComma_isJoined() {
    server.of("/chat");
    FakeEngineSession session = open();
    session.sent();

    session.text("0/chat");
    server.executor.run();

    assertThat(session.sent()).containsExactly("0/chat,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/chat                      | ",
        "/chat?                     | {}",
        "/chat?token=abc            | {\"token\":\"abc\"}",
        "/chat?a=1&b=%26+%E2%82%AC  | {\"a\":\"1\",\"b\":\"& €\"}",
        "/chat?a=1&b&a=2            | {\"a\":[\"1\",\"2\"],\"b\":\"\"}",
        "/chat?a=%22%7D             | {\"a\":\"\\\"}\"}",
        "/chat?a=b?c=d              | {\"a\":\"b?c=d\"}",
      })
  void namespace_query_becomesAuth(String asked, @Nullable String auth) {
    server.of("/chat");
    FakeEngineSession session = open();
    session.sent();

    session.text("0" + asked + ",");
    server.executor.run();

    assertThat(session.sent()).containsExactly("0/chat,");
    Socket socket = only(server.of("/chat").connectedSockets());
    assertThat(socket.handshake().authJson()).isEqualTo(auth);
    assertThat(socket.namespace().name()).isEqualTo("/chat");
  }

  @Test
  void namespace_queryInLaterPackets_isNoPartOfTheName() {
    server.of("/chat").onConnection(socket -> socket.on("x", (args, ack) -> seen.add("x")));
    FakeEngineSession session = open();
    session.text("0/chat?a=1,");
    server.executor.run();
    session.sent();

    session.text("2/chat?a=1,[\"x\"]");
    server.executor.run();

    assertThat(seen).containsExactly("x");
    session.text("2/other?a=1,[\"x\"]");
    assertThat(session.closing()).isTrue();
  }

  @Test
  void namespace_currentClient_keepsItsQuestionMark() {
    server.of("/chat");
    FakeEngineSession session = server.open();

    session.text("0/chat?a=1,");

    assertThat(session.sent()).containsExactly("4/chat?a=1,{\"message\":\"Invalid namespace\"}");
  }

  @Test
  void namespace_longerThanAllowedWithItsQuery_closes() {
    server.of("/chat");
    FakeEngineSession session = open();
    int longest = DecoderLimits.DEFAULT.maxNamespaceLength();

    session.text("0/chat?a=" + "x".repeat(longest - 8) + ",");
    assertThat(session.closing()).isFalse();
    session.text("0/chat?a=" + "x".repeat(longest - 7) + ",");

    assertThat(session.closing()).isTrue();
  }

  @Test
  void namespace_unknown_isRefusedByAString() {
    FakeEngineSession session = open();
    session.sent();

    session.text("0/nope?a=1,");

    assertThat(session.sent()).containsExactly("4/nope,\"Invalid namespace\"");
    assertThat(session.closing()).isFalse();
  }

  @Test
  void middleware_refusesRoot_byAString_andTheConnectionStays() {
    FakeEngineSession session = refusedBy(new ConnectionRefusedException("not \"you\""));

    assertThat(session.sent()).containsExactly("4\"not \\\"you\\\"\"");
    assertThat(session.closing()).isFalse();
    assertThat(server.of("/").connectedSockets()).isEmpty();

    server.timer.advance(ServerOptions.DEFAULT.connectTimeout());
    assertThat(session.closing()).isTrue();
  }

  @Test
  void middleware_refusesWithData_byTheData() {
    assertThat(refusedBy(new ConnectionRefusedException("no", Map.of("code", 401))).sent())
        .containsExactly("4{\"code\":401}");
  }

  @ParameterizedTest
  @CsvSource({"0", "false", "''"})
  void middleware_refusesWithDataThatJavaScriptTakesForNone_byTheMessage(String data) {
    Object value =
        switch (data) {
          case "0" -> 0;
          case "false" -> false;
          default -> data;
        };

    assertThat(refusedBy(new ConnectionRefusedException("no", value)).sent())
        .containsExactly("4\"no\"");
  }

  @Test
  void guard_ofTheRoot_decidesOnWhoIsJoinedWithoutAsking() {
    server.io.guard(server.of("/"), this::keepsOut);
    server.of("/").onConnection(socket -> seen.add("connection"));
    FakeEngineSession session = open();
    assertThat(session.sent()).containsExactly("4\"Unauthorized\"");

    session.text("2[\"x\"]");
    server.executor.run();

    assertThat(seen).containsExactly("asked / null");
    assertThat(server.of("/").connectedSockets()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"/chat", "/chat?a=1", "/rooms/7?a=1"})
  void guard_ofANamespace_isNotGotRoundByAQuery(String asked) {
    server.io.guard(server.of("/chat"), this::keepsOut);
    server.io.guard(server.io.of(Pattern.compile("/rooms/\\d+")), this::keepsOut);
    FakeEngineSession session = open();
    session.sent();

    session.text("0" + asked + ",");
    server.executor.run();

    String name = asked.replaceFirst("\\?.*", "");
    assertThat(session.sent()).containsExactly("4" + name + ",\"Unauthorized\"");
    assertThat(seen)
        .containsExactly("asked " + name + (asked.equals(name) ? " null" : " {\"a\":\"1\"}"));
    assertThat(server.of(name).connectedSockets()).isEmpty();
  }

  private void keepsOut(Socket socket) {
    seen.add("asked " + socket.namespaceName() + " " + socket.handshake().authJson());
    throw new AccessRefusedException("not for you", false);
  }

  /** The id of such a socket is that of its connection. */
  @Test
  void watcher_thatFails_doesNotBringTheIdIntoTheLog(ExpectedLogs logs) {
    logs.expect("What watches sockets failed for Socket\\[a se., /, .*broken");
    server.io.watch(
        new SocketWatcher() {
          @Override
          public void connected(Socket socket) {
            throw new IllegalStateException("broken");
          }
        });

    assertThat(open().sent()).containsExactly("0");
  }

  @Test
  void disconnect_byTheServer_tellsEachNamespace() {
    server.of("/chat");
    FakeEngineSession session = open();
    session.text("0/chat,");
    server.executor.run();
    session.sent();

    only(server.of("/chat").connectedSockets()).disconnect(true);

    assertThat(session.sent()).containsExactly("1/chat,", "1");
    assertThat(session.closing()).isTrue();
  }

  @Test
  void disconnect_byTheClient_leavesTheNamespace() {
    server
        .of("/")
        .onConnection(
            socket ->
                socket.onDisconnect((reason, description) -> seen.add(String.valueOf(reason))));
    FakeEngineSession session = open();

    session.text("1");
    server.executor.run();

    assertThat(seen).containsExactly(DisconnectReason.CLIENT_NAMESPACE_DISCONNECT.toString());
    assertThat(server.of("/").connectedSockets()).isEmpty();
    assertThat(session.closing()).isFalse();
  }

  @Test
  void events_andAcks_areThoseOfToday() {
    server
        .of("/")
        .onConnection(
            socket -> socket.on("sum", (args, ack) -> ack.send(args.get(0, Object.class))));
    FakeEngineSession session = open();
    session.sent();

    session.text("27[\"sum\",4]");
    server.executor.run();

    assertThat(session.sent()).containsExactly("37[4]");
  }

  /** Its query is no claim, and nothing is kept for it: it has no id to come back with. */
  @Test
  void recovery_isNotForLegacyClients() {
    TestServer recovering =
        new TestServer(ServerOptions.builder().recovery(RecoveryOptions.OFF.on()).build());
    List<Boolean> recovered = new ArrayList<>();
    recovering.of("/chat").onConnection(socket -> recovered.add(socket.recovered()));
    FakeEngineSession today = recovering.open();
    today.text("0/chat,");
    recovering.executor.run();
    String pid = today.packets().get(0).get(0).text().replaceAll(".*\"pid\":\"(.*)\".*", "$1");
    recovering.of("/chat").emit("news");
    String offset = today.packets().get(1).get(0).text().replaceAll(".*,\"(.*)\"]", "$1");
    today.end(CloseReason.TRANSPORT_ERROR, null);
    recovering.executor.run();

    FakeEngineSession old = new FakeEngineSession(LEGACY);
    old.open(recovering.io);
    old.text("0/chat?pid=" + pid + "&offset=" + offset + ",");
    recovering.executor.run();

    assertThat(old.sent()).containsExactly("0", "0/chat,");
    today = recovering.open();
    today.text("0/chat,{\"pid\":\"" + pid + "\",\"offset\":\"" + offset + "\"}");
    recovering.executor.run();
    assertThat(recovered).containsExactly(false, false, true);
  }

  /** Source: reference 6, sid never logged. */
  @Test
  void log_hasNoMoreThanTheBeginningOfTheId(ExpectedLogs logs) {
    logs.expect("failed, socket a se… of / ");
    logs.expect("failed, socket /chat#a se… of /chat ");
    for (String name : List.of("/", "/chat")) {
      server
          .of(name)
          .onConnection(
              socket -> {
                seen.add(socket.toString());
                throw new IllegalStateException("thrown by a test");
              });
    }

    FakeEngineSession session = open();
    session.text("0/chat,");
    server.executor.run();

    assertThat(seen).hasSize(2).noneMatch(text -> text.contains(session.id()));
  }

  @Test
  void broadcast_reachesBothGenerations_framedOnce() {
    FakeEngineSession old = open();
    FakeEngineSession today = server.connect();
    old.sent();

    server.of("/").emit("news", 1);

    assertThat(old.packets().get(0)).isSameAs(today.packets().get(0));
    assertThat(old.sent()).containsExactly("2[\"news\",1]");
  }

  @Test
  void connectTimeout_doesNotEndAClientThatIsInRoot() {
    FakeEngineSession session = open();

    server.timer.advance(ServerOptions.DEFAULT.connectTimeout().multipliedBy(2));

    assertThat(session.closing()).isFalse();
  }
}
