package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.socketee.Limit;
import dev.socketee.Socket;
import dev.socketee.Statistics;
import dev.socketee.engine.CloseReason;
import dev.socketee.engine.EngineLimit;
import dev.socketee.protocol.socket.DecoderLimits;
import dev.socketee.test.ExpectedLogs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
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

  // ---- rooms

  @Test
  void rooms_upToTheLimit_areJoined_andThoseTheSocketIsInDoNotCountTwice() {
    TestServer server = server(options -> options.roomsPerSocket(3));
    Socket socket = server.join(server.open(), "/");

    socket.join("a", "b");
    socket.join("b", "a", socket.id());

    assertThat(socket.rooms()).containsExactlyInAnyOrder(socket.id(), "a", "b");
    assertThat(server.io.statistics().reached(Limit.ROOMS_PER_SOCKET)).isZero();
  }

  @Test
  void rooms_pastTheLimit_areRefused_allOfThem() {
    TestServer server = server(options -> options.roomsPerSocket(3));
    FakeEngineSession session = server.open();
    Socket socket = server.join(session, "/");
    socket.join("a");

    assertThatThrownBy(() -> socket.join("b", "c"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("A socket may be in 3 rooms, that of its id included");

    assertThat(socket.rooms()).containsExactlyInAnyOrder(socket.id(), "a");
    assertThat(server.io.statistics().reached(Limit.ROOMS_PER_SOCKET)).isEqualTo(1);
    assertThat(session.closing()).isFalse();
    socket.leave("a");
    socket.join("b", "c");
  }

  @Test
  void rooms_joinedBeforeTheConnectIsAccepted_leaveAPlaceForThatOfTheId() {
    TestServer server = server(options -> options.roomsPerSocket(2));
    server
        .of("/")
        .use(
            socket -> {
              socket.join("a");
              assertThatThrownBy(() -> socket.join("b")).isInstanceOf(IllegalStateException.class);
              seen.add("refused");
            });

    Socket socket = server.join(server.open(), "/");

    assertThat(socket.rooms()).containsExactlyInAnyOrder(socket.id(), "a");
    assertThat(seen).containsExactly("refused");
  }

  // ---- events per second

  @Test
  void eventsPerSecond_upToTheLimit_atOnceAndThenEvenly() {
    TestServer server = server(options -> options.eventsPerSecond(4));
    FakeEngineSession session = server.open();
    listening(server.join(session, "/"));

    for (int i = 0; i < 4; i++) {
      session.text("2[\"x\"]");
    }
    for (int i = 0; i < 10; i++) {
      server.timer.advance(Duration.ofMillis(250));
      session.text("2[\"x\"]");
    }
    server.timer.advance(Duration.ofHours(1));
    for (int i = 0; i < 4; i++) {
      session.text("2[\"x\"]");
    }
    server.executor.run();

    assertThat(session.closing()).isFalse();
    assertThat(seen).hasSize(18).containsOnly("x");
    assertThat(server.io.statistics().reached(Limit.EVENTS_PER_SECOND)).isZero();
  }

  @Test
  void eventsPerSecond_pastTheLimit_close_andAreSaidOnceForANamespace(ExpectedLogs logs) {
    logs.expect("more than 2 events per second of socket");
    TestServer server = server(options -> options.eventsPerSecond(2));
    for (int i = 0; i < 3; i++) {
      FakeEngineSession session = server.open();
      listening(server.join(session, "/"));
      for (int n = 0; n < 3; n++) {
        assertThat(session.closing()).isFalse();
        session.text("2[\"x\"]");
      }
      assertThat(session.closing()).isTrue();
    }
    server.executor.run();

    assertThat(seen).filteredOn(entry -> !entry.equals("x")).hasSize(3);
    assertThat(seen).anyMatch(entry -> entry.startsWith("forced close: more than 2 events"));
    assertThat(server.io.statistics().reached(Limit.EVENTS_PER_SECOND)).isEqualTo(3);
    assertThat(server.io.isNews(Limit.EVENTS_PER_SECOND, "/")).isFalse();
    assertThat(server.io.isNews(Limit.EVENTS_PER_SECOND, "/b")).isTrue();
  }

  @Test
  void eventsPerSecond_doesNotCountAcknowledgementsAndOtherSockets() {
    TestServer server = server(options -> options.eventsPerSecond(1));
    FakeEngineSession session = server.open();
    listening(server.join(session, "/"));
    server.join(session, "/b");

    session.text("2[\"x\"]");
    session.text("2/b,[\"x\"]");
    for (int i = 0; i < 10; i++) {
      session.text("3" + i + "[]");
    }

    assertThat(session.closing()).isFalse();
  }

  // ---- joins per second

  @Test
  void joinsPerSecond_upToTheLimit_atOnceAndThenEvenly() {
    TestServer server = server(options -> options.joinsPerSecond(2));
    server.of("/b");
    FakeEngineSession session = server.open();

    session.text("0");
    session.text("0/b,");
    for (int i = 0; i < 10; i++) {
      server.executor.run();
      server.timer.advance(Duration.ofMillis(500));
      session.text("1/b,");
      session.text("0/b,");
    }
    server.executor.run();

    assertThat(session.closing()).isFalse();
    assertThat(server.of("/b").connectedSockets()).hasSize(1);
    assertThat(server.io.statistics().reached(Limit.JOINS_PER_SECOND)).isZero();
  }

  @Test
  void joinsPerSecond_pastTheLimit_close_alsoIfRefused_andAreSaidOnce(ExpectedLogs logs) {
    logs.expect("more than 3 namespaces to join per second");
    TestServer server = server(options -> options.joinsPerSecond(3));
    for (int i = 0; i < 2; i++) {
      FakeEngineSession session = server.open();
      session.text("0");
      session.text("0/unknown,");
      session.text("0/unknown,");
      assertThat(session.closing()).isFalse();
      session.text("0/unknown,");
      assertThat(session.closing()).isTrue();
    }

    assertThat(server.io.statistics().reached(Limit.JOINS_PER_SECOND)).isEqualTo(2);
  }

  // ---- statistics

  @Test
  void statistics_ofAServerThatIsNotStarted_areZero() {
    Statistics statistics = new SocketIOServer().statistics();

    assertThat(statistics.sessions()).isZero();
    assertThat(statistics.sockets()).isZero();
    assertThat(statistics.limits()).containsOnlyKeys(Limit.values()).containsValue(0L);
  }

  @Test
  void statistics_countSessionsAndSockets() {
    TestServer server = server(UnaryOperator.identity());
    server.open();
    FakeEngineSession two = server.connect();
    server.join(two, "/b");

    assertThat(server.io.statistics().sessions()).isEqualTo(2);
    assertThat(server.io.statistics().sockets()).isEqualTo(2);
    two.end(CloseReason.TRANSPORT_CLOSE, null);
    assertThat(server.io.statistics().sessions()).isEqualTo(1);
    assertThat(server.io.statistics().sockets()).isZero();
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        arguments("511-[\"x\"]", Limit.MAX_ATTACHMENTS),
        arguments("2[\"x\"," + "[".repeat(300), Limit.JSON_DEPTH),
        arguments("2[\"x\"," + "1".repeat(1001) + "]", Limit.NUMBER_LENGTH),
        arguments("0/" + "x".repeat(1024) + ",", Limit.NAMESPACE_LENGTH));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void statistics_countWhatTheDecoderRefuses(String packet, Limit limit) {
    TestServer server = server(UnaryOperator.identity());
    server.connect().text(packet);
    server.connect().text("2[");

    assertThat(server.io.statistics().reached(limit)).isEqualTo(1);
    assertThat(server.io.statistics().limits().values().stream().mapToLong(count -> count).sum())
        .isEqualTo(1);
  }

  @Test
  void statistics_countAttachmentsThatAreTooLargeOrTooLate() {
    TestServer server = server(options -> options.decoderLimits(new DecoderLimits(10, 10, 2, 10)));
    FakeEngineSession large = server.connect();
    large.text("51-[\"x\"]");
    large.binary(1, 2, 3);
    server.connect().text("51-[\"x\"]");

    server.timer.advance(Duration.ofSeconds(30));

    assertThat(server.io.statistics().reached(Limit.ATTACHMENT_BYTES)).isEqualTo(1);
    assertThat(server.io.statistics().reached(Limit.ATTACHMENT_TIMEOUT)).isEqualTo(1);
  }

  @Test
  void statistics_countClientsThatJoinNothing() {
    TestServer server = server(UnaryOperator.identity());
    server.open();
    server.timer.advance(Duration.ofSeconds(45));

    assertThat(server.io.statistics().reached(Limit.CONNECT_TIMEOUT)).isEqualTo(1);
  }

  @Test
  void statistics_countNamespacesAndMailboxesAndThreads(ExpectedLogs logs) {
    logs.expect("more than 1 namespaces");
    logs.expect("more events of socket");
    logs.expect("no thread for the listeners");
    TestServer server = server(options -> options.namespacesPerConnection(1).mailboxEvents(1));
    server.of("/b");
    FakeEngineSession namespaces = server.connect();
    namespaces.text("0/b,");
    FakeEngineSession events = server.connect();
    events.text("2[\"x\"]");
    events.text("2[\"x\"]");
    FakeEngineSession threads = server.connect();
    server.executor.refuse(true);
    threads.text("2[\"x\"]");

    assertThat(server.io.statistics().reached(Limit.NAMESPACES_PER_CONNECTION)).isEqualTo(1);
    assertThat(server.io.statistics().reached(Limit.MAILBOX)).isEqualTo(1);
    assertThat(server.io.statistics().reached(Limit.HANDLER_THREADS)).isEqualTo(1);
  }

  @Test
  void statistics_countAcknowledgementsThatWereTooMany() {
    TestServer server = server(options -> options.pendingAcks(1));
    Socket socket = server.join(server.open(), "/");
    assertThat(socket.emitWithAck("a")).isNotNull();

    assertThatThrownBy(() -> socket.emitWithAck("b")).isInstanceOf(IllegalStateException.class);

    assertThat(server.io.statistics().reached(Limit.PENDING_ACKS)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(EngineLimit.class)
  void statistics_countTheLimitsOfTheEngine(EngineLimit limit) {
    TestServer server = server(UnaryOperator.identity());

    server.io.limitReached(limit);

    assertThat(server.io.statistics().limits().values()).containsOnlyOnce(1L);
  }

  // ---- the options themselves

  static Stream<UnaryOperator<ServerOptions.Builder>> wrong() {
    return Stream.of(
        options -> options.connectTimeout(Duration.ZERO),
        options -> options.attachmentTimeout(Duration.ofSeconds(-1)),
        options -> options.mailboxEvents(0),
        options -> options.mailboxBytes(0),
        options -> options.namespacesPerConnection(-1),
        options -> options.roomsPerSocket(0),
        options -> options.maxSockets(-1),
        options -> options.eventsPerSecond(-1),
        options -> options.joinsPerSecond(-1),
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
