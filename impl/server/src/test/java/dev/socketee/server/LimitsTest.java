package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.Socket;
import dev.socketee.engine.CloseReason;
import dev.socketee.protocol.socket.DecoderLimits;
import dev.socketee.test.ExpectedLogs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every limit at its value and past it (reference 6). */
class LimitsTest {

  private final List<String> seen = new ArrayList<>();

  private static TestServer server(UnaryOperator<ServerOptions.Builder> options) {
    return new TestServer(options.apply(ServerOptions.builder()).build());
  }

  private Socket listening(Socket socket) {
    return socket
        .on("x", (args, ack) -> seen.add("x"))
        .onDisconnect((reason, description) -> seen.add(reason.text() + ": " + description));
  }

  // ---- time to connect

  @Test
  void connectTimeout_clientThatJoinedNothing_isClosed() {
    TestServer server = server(options -> options.connectTimeout(Duration.ofSeconds(45)));
    FakeEngineSession session = server.open();

    server.timer.advance(Duration.ofMillis(44_999));
    assertThat(session.closing()).isFalse();
    server.timer.advance(Duration.ofMillis(1));

    assertThat(session.closing()).isTrue();
    assertThat(server.io.toString()).contains("clients=0");
  }

  @Test
  void connectTimeout_clientThatWasRefusedOnly_isClosed() {
    TestServer server = server(UnaryOperator.identity());
    FakeEngineSession session = server.open();
    session.text("0/unknown,");

    server.timer.advance(Duration.ofSeconds(45));

    assertThat(session.closing()).isTrue();
  }

  @Test
  void connectTimeout_whileMiddlewareStillDecides_dropsTheSocket() {
    TestServer server = server(UnaryOperator.identity());
    FakeEngineSession session = server.open();
    session.text("0");

    server.timer.advance(Duration.ofSeconds(45));
    server.executor.run();

    assertThat(session.closing()).isTrue();
    assertThat(server.of("/").connectedSockets()).isEmpty();
  }

  @Test
  void connectTimeout_ofAClientThatJoined_isCancelled_alsoIfItLeaves() {
    TestServer server = server(UnaryOperator.identity());
    FakeEngineSession session = server.connect();
    assertThat(server.timer.pending()).isZero();
    session.text("1");

    server.timer.advance(Duration.ofMinutes(2));

    assertThat(session.closing()).isFalse();
  }

  // ---- attachments

  @Test
  void attachmentTimeout_incompletePacket_closes() {
    TestServer server = server(options -> options.attachmentTimeout(Duration.ofSeconds(30)));
    FakeEngineSession session = server.open();
    listening(server.join(session, "/"));
    session.text("52-[\"x\"]");
    session.binary(1);

    server.timer.advance(Duration.ofMillis(29_999));
    assertThat(session.closing()).isFalse();
    server.timer.advance(Duration.ofMillis(1));
    server.executor.run();

    assertThat(session.closing()).isTrue();
    assertThat(seen).containsExactly("forced close: attachments that did not arrive in time");
  }

  @Test
  void attachmentTimeout_countsForEachPacket() {
    TestServer server = server(options -> options.attachmentTimeout(Duration.ofSeconds(30)));
    FakeEngineSession session = server.connect();
    session.text("51-[\"x\"]");
    assertThat(server.timer.pending()).isEqualTo(1);
    server.timer.advance(Duration.ofSeconds(10));
    session.binary(1);
    server.timer.advance(Duration.ofSeconds(10));
    session.text("51-[\"x\"]");
    assertThat(server.timer.pending()).isEqualTo(1);

    server.timer.advance(Duration.ofMillis(29_999));
    assertThat(session.closing()).isFalse();
    server.timer.advance(Duration.ofMillis(1));

    assertThat(session.closing()).isTrue();
  }

  @Test
  void attachmentTimeout_completePackets_leaveNoTimer() {
    TestServer server = server(UnaryOperator.identity());
    FakeEngineSession session = server.connect();
    session.text("51-[\"x\"]");
    session.binary(1);

    server.timer.advance(Duration.ofSeconds(30));

    assertThat(server.timer.pending()).isZero();
    assertThat(session.closing()).isFalse();
  }

  @Test
  void attachmentTimeout_ofAConnectionThatEnds_isCancelled() {
    TestServer server = server(UnaryOperator.identity());
    FakeEngineSession session = server.connect();
    session.text("51-[\"x\"]");

    session.end(CloseReason.TRANSPORT_CLOSE, null);

    assertThat(server.timer.pending()).isZero();
  }

  @Test
  void decoderLimits_areThoseOfTheOptions() {
    TestServer server =
        server(options -> options.decoderLimits(new DecoderLimits(2, 256, 1000, 1024)));
    FakeEngineSession allowed = server.connect();
    FakeEngineSession refused = server.connect();

    allowed.text("52-[\"x\"]");
    refused.text("53-[\"x\"]");

    assertThat(allowed.closing()).isFalse();
    assertThat(refused.closing()).isTrue();
  }

  // ---- the mailbox

  @Test
  void mailboxEvents_pastTheLimit_closes_andOthersGoOn(ExpectedLogs logs) {
    logs.expect("Closing a connection from 127.0.0.1: more events of socket .{20} are waiting");
    TestServer server = server(options -> options.mailboxEvents(3));
    FakeEngineSession session = server.open();
    listening(server.join(session, "/"));
    FakeEngineSession bystander = server.connect();
    for (int i = 0; i < 3; i++) {
      session.text("2[\"x\"]");
    }
    assertThat(session.closing()).isFalse();

    session.text("2[\"x\"]");
    server.executor.run();

    assertThat(session.closing()).isTrue();
    assertThat(seen).hasSize(1).first().asString().startsWith("forced close: more events");
    assertThat(bystander.closing()).isFalse();
  }

  @Test
  void mailboxEvents_areFreedWhenTheyHaveRun() {
    TestServer server = server(options -> options.mailboxEvents(1));
    FakeEngineSession session = server.open();
    listening(server.join(session, "/"));

    for (int i = 0; i < 3; i++) {
      session.text("2[\"x\"]");
      server.executor.run();
    }

    assertThat(seen).containsExactly("x", "x", "x");
  }

  @Test
  void mailboxBytes_pastTheLimit_closes_attachmentsCount(ExpectedLogs logs) {
    logs.expect("more events of socket");
    TestServer server = server(options -> options.mailboxBytes(20));
    FakeEngineSession exact = server.connect();
    exact.text("51-[\"x\"]"); // 8 characters
    exact.binary(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    assertThat(exact.closing()).isFalse();
    FakeEngineSession over = server.connect();
    over.text("51-[\"x\"]");
    over.binary(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13);

    assertThat(over.closing()).isTrue();
  }

  @Test
  void acksAndDisconnects_doNotCount() {
    TestServer server = server(options -> options.mailboxEvents(1));
    FakeEngineSession session = server.open();
    Socket socket = listening(server.join(session, "/"));
    assertThat(socket.emitWithAck("a")).isNotNull();
    session.text("2[\"x\"]");

    session.text("30[]");
    session.text("1");
    server.executor.run();

    assertThat(session.closing()).isFalse();
    assertThat(seen).containsExactly("client namespace disconnect: null");
  }

  @Test
  void threads_thatAreNotThere_closeTheConnection(ExpectedLogs logs) {
    logs.expect("Closing a connection from 127.0.0.1: no thread for the listeners of socket");
    TestServer server = server(UnaryOperator.identity());
    FakeEngineSession session = server.open();
    listening(server.join(session, "/"));
    server.executor.refuse(true);

    session.text("2[\"x\"]");
    assertThat(session.closing()).isTrue();
    server.executor.refuse(false);
    server.timer.advance(Duration.ofMinutes(1));
    server.executor.run();

    assertThat(seen).hasSize(1).first().asString().startsWith("forced close: no thread");
  }

  @Test
  void threads_thatAreNotThere_forAConnect_closeTheConnection(ExpectedLogs logs) {
    logs.expect("no thread for the listeners of socket");
    TestServer server = server(UnaryOperator.identity());
    FakeEngineSession session = server.open();
    server.executor.refuse(true);

    session.text("0");

    assertThat(session.closing()).isTrue();
    assertThat(server.io.toString()).contains("clients=0");
    assertThat(server.timer.pending()).isZero();
  }

  // ---- what is held before the CONNECT is accepted

  @Test
  void heldEvents_pastTheLimit_close(ExpectedLogs logs) {
    logs.expect("more events to socket .{20} wait for its CONNECT than allowed");
    TestServer server = server(options -> options.mailboxEvents(2));
    server
        .of("/")
        .use(
            socket -> {
              socket.emit("1");
              socket.emit("2");
              seen.add("room");
              socket.emit("3");
              seen.add("no room");
              socket.emit("4");
            });
    FakeEngineSession session = server.open();
    session.text("0");
    server.executor.run();

    assertThat(session.sent()).isEmpty();
    assertThat(session.closing()).isTrue();
    assertThat(seen).containsExactly("room", "no room");
  }

  @Test
  void heldBytes_upToTheLimit_areSent() {
    TestServer server = server(options -> options.mailboxBytes(14));
    server
        .of("/")
        .use(
            socket -> {
              socket.emit("1"); // 42["1"]
              socket.emit("2");
            });
    FakeEngineSession session = server.open();
    session.text("0");
    server.executor.run();

    assertThat(session.sent()).containsExactly("0{\"sid\":\"#\"}", "2[\"1\"]", "2[\"2\"]");
  }

  @Test
  void heldBytes_pastTheLimit_close(ExpectedLogs logs) {
    logs.expect("wait for its CONNECT than allowed");
    TestServer server = server(options -> options.mailboxBytes(13));
    server
        .of("/")
        .use(
            socket -> {
              socket.emit("1");
              socket.emit("2");
            });
    FakeEngineSession session = server.open();
    session.text("0");
    server.executor.run();

    assertThat(session.closing()).isTrue();
  }

  // ---- namespaces

  @Test
  void namespaces_pastTheLimit_close_andConnectingOnesCount(ExpectedLogs logs) {
    logs.expect("Closing a connection from 127.0.0.1: more than 2 namespaces");
    TestServer server = server(options -> options.namespacesPerConnection(2));
    Stream.of("/a", "/b", "/c").forEach(server::of);
    FakeEngineSession session = server.open();
    listening(server.join(session, "/a"));
    session.text("0/b,");
    session.text("0/unknown,");
    assertThat(session.closing()).isFalse();

    session.text("0/c,");
    server.executor.run();

    assertThat(session.closing()).isTrue();
    assertThat(seen).containsExactly("forced close: more than 2 namespaces");
  }

  @Test
  void namespaces_thatWereLeft_doNotCount() {
    TestServer server = server(options -> options.namespacesPerConnection(1));
    FakeEngineSession session = server.open();
    server.join(session, "/a");
    session.text("1/a,");
    server.join(session, "/b").disconnect();
    server.join(session, "/c").disconnect();
    server.join(session, "/a");

    assertThat(session.closing()).isFalse();
  }

  // ---- the options themselves

  static Stream<UnaryOperator<ServerOptions.Builder>> wrong() {
    return Stream.of(
        options -> options.connectTimeout(Duration.ZERO),
        options -> options.attachmentTimeout(Duration.ofSeconds(-1)),
        options -> options.mailboxEvents(0),
        options -> options.mailboxBytes(0),
        options -> options.namespacesPerConnection(-1),
        options -> options.pendingAcks(0));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void option_notPositive_isRefused(UnaryOperator<ServerOptions.Builder> wrong) {
    ServerOptions.Builder options = wrong.apply(ServerOptions.builder());

    assertThatThrownBy(options::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be positive");
  }
}
