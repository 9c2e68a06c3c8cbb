package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.Args;
import dev.socketee.BroadcastAcks;
import dev.socketee.Broadcaster;
import dev.socketee.ParentNamespace;
import dev.socketee.RemoteSocket;
import dev.socketee.RolledBackException;
import dev.socketee.Socket;
import dev.socketee.SocketDisconnectedException;
import dev.socketee.SocketNamespace;
import dev.socketee.engine.CloseReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AfterCommitTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ManualTransactions transactions = new ManualTransactions();
  private final TestServer server = new TestServer(ServerOptions.DEFAULT, transactions);
  private final SocketNamespace root = server.of("/");
  private final FakeEngineSession session = server.open();
  private final Socket socket = server.join(session, "/");

  // ---- broadcasts

  /** Ways from a server to a broadcaster that reaches its one client. */
  static Stream<Function<SocketIOServer, Broadcaster>> broadcasters() {
    return Stream.of(
        io -> io.of("/").afterCommit(),
        io -> io.of("/").room("room").afterCommit(),
        io -> io.of("/").to("room").afterCommit(),
        io -> io.of("/").afterCommit().to("room"),
        io -> io.of("/").afterCommit().in("room"),
        io -> io.of("/").afterCommit().to(io.of("/").room("room")),
        io -> io.of("/").afterCommit().except("other"),
        io -> io.of("/").afterCommit().except(io.of("/").room("other")),
        io -> io.of("/").afterCommit().asVolatile().local().compress(false),
        io -> io.of("/").afterCommit().afterCommit());
  }

  @ParameterizedTest
  @MethodSource("broadcasters")
  void broadcast_isSentByTheCommit(Function<SocketIOServer, Broadcaster> how) {
    socket.join("room");
    transactions.begin();

    how.apply(server.io).emit("placed", 1);

    assertThat(session.sent()).isEmpty();
    transactions.commit();
    assertThat(session.sent()).containsExactly("2[\"placed\",1]");
  }

  @ParameterizedTest
  @MethodSource("broadcasters")
  void broadcast_rolledBack_isNeverSent(Function<SocketIOServer, Broadcaster> how) {
    socket.join("room");
    transactions.begin();

    how.apply(server.io).emit("placed", 1);
    transactions.rollBack();

    assertThat(session.sent()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("broadcasters")
  void broadcast_withoutTransaction_isSentAtOnce(Function<SocketIOServer, Broadcaster> how) {
    socket.join("room");

    how.apply(server.io).emit("placed", 1);

    assertThat(session.sent()).containsExactly("2[\"placed\",1]");
  }

  @Test
  void except_thisSocket_isLeftOut() {
    transactions.begin();
    root.afterCommit().except(socket).emit("placed");
    socket.broadcast().afterCommit().emit("placed");
    transactions.commit();

    assertThat(session.sent()).isEmpty();
  }

  @Test
  void order_isKept_acrossBroadcasters() {
    server.join(session, "/other");
    transactions.begin();

    root.afterCommit().emit("a");
    socket.afterCommit().emit("b");
    server.of("/other").afterCommit().emit("c");
    root.emit("at once");
    root.to(socket.id()).afterCommit().emit("d");
    transactions.commit();

    assertThat(session.sent())
        .containsExactly("2[\"at once\"]", "2[\"a\"]", "2[\"b\"]", "2/other,[\"c\"]", "2[\"d\"]");
  }

  @Test
  void argument_changedLater_isSentAsItWas() {
    List<String> names = new ArrayList<>(List.of("ann"));
    transactions.begin();
    root.afterCommit().emit("names", names);
    socket.afterCommit().emit("names", names);
    names.add("bob");
    transactions.commit();

    assertThat(session.sent()).containsExactly("2[\"names\",[\"ann\"]]", "2[\"names\",[\"ann\"]]");
  }

  @Test
  void mistake_isTheCallers_andNothingWaits() {
    transactions.begin();

    assertThatThrownBy(() -> root.afterCommit().emit("x", new Object()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> root.to().afterCommit().emit("connect"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> socket.afterCommit().emit("connect"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> root.afterCommit().timeout(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> root.afterCommit().emitWithAck("x"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("needs a timeout");
    transactions.commit();
    assertThat(session.sent()).isEmpty();
  }

  @Test
  void target_isLookedForAfterTheCommit() {
    transactions.begin();
    root.to("room").afterCommit().emit("placed");
    socket.join("room");
    transactions.commit();

    assertThat(session.sent()).containsExactly("2[\"placed\"]");
  }

  @Test
  void fetchSockets_isRefused() {
    assertThatThrownBy(() -> root.afterCommit().fetchSockets())
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("without afterCommit()");
  }

  @Test
  void rooms_changeWithTheCommit() {
    socket.join("before");
    String[] rooms = {"room"};
    transactions.begin();
    root.afterCommit().socketsJoin(rooms);
    root.afterCommit().socketsLeave("before");
    rooms[0] = "changed";
    assertThat(socket.rooms()).contains("before").doesNotContain("room");
    transactions.commit();

    assertThat(socket.rooms()).containsExactlyInAnyOrder(socket.id(), "room");
  }

  @Test
  void disconnect_comesWithTheCommit_behindWhatWasEmitted() {
    transactions.begin();
    root.afterCommit().emit("bye");
    root.afterCommit().disconnectSockets(false);
    assertThat(socket.connected()).isTrue();
    transactions.commit();

    assertThat(socket.connected()).isFalse();
    assertThat(session.sent()).containsExactly("2[\"bye\"]", "1");
  }

  @Test
  void parent_reachesItsChildrenAfterTheCommit() {
    ParentNamespace parent = server.io.of(Pattern.compile("/dyn-\\d"));
    Broadcaster later = parent.afterCommit();
    transactions.begin();
    later.to("room").emit("some");
    later.emit("all");
    assertThatThrownBy(() -> later.emit("x", new Object()))
        .isInstanceOf(IllegalArgumentException.class);
    server.of("/dyn-1");
    server.join(session, "/dyn-1");
    transactions.commit();

    assertThat(session.sent()).containsExactly("2/dyn-1,[\"all\"]");
  }

  @Test
  void typedEvents_waitLikewise() {
    transactions.begin();
    root.afterCommit().as(Orders.class).placed(1);
    socket.afterCommit().as(Orders.class).placed(2);
    assertThat(session.sent()).isEmpty();
    transactions.commit();

    assertThat(session.sent()).containsExactly("2[\"placed\",1]", "2[\"placed\",2]");
  }

  interface Orders {
    void placed(int id);
  }

  @Test
  void server_notStarted_hasNobodyToSendTo() {
    SocketIOServer idle = new SocketIOServer();

    idle.of("/").afterCommit().emit("x", new Object());
    assertThat(idle.of("/").afterCommit().toString()).contains("AfterCommit");
  }

  // ---- one socket

  @Test
  void socket_isToldByTheCommit_inEveryManner() {
    transactions.begin();
    socket.afterCommit().emit("a");
    socket.asVolatile().afterCommit().emit("b");
    socket.afterCommit().compress(false).asVolatile().afterCommit().send("c");
    assertThat(session.sent()).isEmpty();
    transactions.commit();

    assertThat(session.sent()).containsExactly("2[\"a\"]", "2[\"b\"]", "2[\"message\",\"c\"]");
  }

  @Test
  void socket_rolledBack_isToldNothing() {
    transactions.begin();
    socket.afterCommit().emit("a");
    transactions.rollBack();

    assertThat(session.sent()).isEmpty();
  }

  @Test
  void socket_goneByTheCommit_isNoMistake() {
    transactions.begin();
    socket.afterCommit().emit("a");
    CompletableFuture<Args> answer = socket.afterCommit().emitWithAck("ask").toCompletableFuture();
    session.end(CloseReason.TRANSPORT_CLOSE, null);
    transactions.commit();
    server.executor.run();

    assertThat(session.sent()).isEmpty();
    assertThat(answer).isCompletedExceptionally();
  }

  // ---- acknowledgements

  @Test
  void emitWithAck_isAskedByTheCommit() {
    transactions.begin();
    CompletableFuture<Args> one = socket.afterCommit().emitWithAck("one").toCompletableFuture();
    CompletableFuture<BroadcastAcks> all =
        root.afterCommit().timeout(SECOND).emitWithAck("all").toCompletableFuture();
    server.timer.advance(SECOND.multipliedBy(2)); // the time begins with the commit
    assertThat(session.sent()).isEmpty();
    transactions.commit();
    assertThat(session.sent()).containsExactly("20[\"one\"]", "21[\"all\"]");
    session.text("30[1]");
    session.text("31[2]");

    assertThat(one.join().json(0)).isEqualTo("1"); // without a thread of the pool
    assertThat(all.join().responses().get(0).args().json(0)).isEqualTo("2");
  }

  @Test
  void emitWithAck_withoutTransaction_isAskedAtOnce() {
    CompletableFuture<Args> one = socket.afterCommit().emitWithAck("one").toCompletableFuture();
    session.text("30[1]");
    server.executor.run();

    assertThat(one).isCompleted();
  }

  @Test
  void emitWithAck_rolledBack_fails() {
    transactions.begin();
    CompletableFuture<Args> one = socket.afterCommit().emitWithAck("one").toCompletableFuture();
    CompletableFuture<BroadcastAcks> all =
        root.afterCommit().timeout(SECOND).emitWithAck("all").toCompletableFuture();
    transactions.rollBack();

    assertThat(one).isNotDone(); // what is chained to it must not run where transactions end
    server.executor.run();
    assertThat(session.sent()).isEmpty();
    assertThat(one).isCompletedExceptionally();
    assertThatThrownBy(one::join).hasCauseInstanceOf(RolledBackException.class);
    assertThatThrownBy(all::join).hasCauseInstanceOf(RolledBackException.class);
  }

  @Test
  void emitWithAck_tooMuchOwed_failsThen() {
    TestServer strict =
        new TestServer(ServerOptions.builder().pendingAcks(1).build(), transactions);
    FakeEngineSession client = strict.open();
    Socket owing = strict.join(client, "/");
    CompletableFuture<Args> first = owing.emitWithAck("x").toCompletableFuture();
    transactions.begin();
    CompletableFuture<Args> second = owing.afterCommit().emitWithAck("y").toCompletableFuture();
    transactions.commit();

    assertThat(first).isNotDone();
    assertThatThrownBy(second::join).hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void emitWithAck_completedByTheApplication_isNotWaitedFor() {
    transactions.begin();
    CompletableFuture<Args> before = socket.afterCommit().emitWithAck("x").toCompletableFuture();
    CompletableFuture<Args> after = socket.afterCommit().emitWithAck("y").toCompletableFuture();
    before.cancel(false);
    assertThatThrownBy(before::join).isInstanceOf(java.util.concurrent.CancellationException.class);
    transactions.commit();
    after.cancel(false);

    assertThatThrownBy(after::join).isInstanceOf(java.util.concurrent.CancellationException.class);
    assertThat(((ServerSocket) socket).output()).hasToString("acks=0");
  }

  // ---- a server that is closed meanwhile

  @Test
  void serverClosed_beforeTheCommit_reachesNobody_andFailsNobody() {
    transactions.begin();
    root.afterCommit().emit("a");
    root.to("room").afterCommit().emit("b");
    socket.afterCommit().emit("c");
    root.afterCommit().socketsJoin("room");
    root.afterCommit().socketsLeave("room");
    root.afterCommit().disconnectSockets(true);
    assertThat(server.io.close()).isNotNull();
    session.sent();
    transactions.commit();
    server.executor.run();

    assertThat(session.sent()).isEmpty();
    assertThat(root.room("room").size()).isZero();
    assertThat(root).hasToString("Namespace[/, RoomIndex[connected=0, ids=0, rooms=0]]");
  }

  @Test
  void serverClosed_beforeTheCommit_questionsAreAnswered() {
    transactions.begin();
    CompletableFuture<Args> one = socket.afterCommit().emitWithAck("one").toCompletableFuture();
    CompletableFuture<BroadcastAcks> all =
        root.afterCommit().timeout(SECOND).emitWithAck("all").toCompletableFuture();
    assertThat(server.io.close()).isNotNull();
    transactions.commit();
    server.executor.run();

    assertThatThrownBy(one::join).hasCauseInstanceOf(SocketDisconnectedException.class);
    assertThat(all).isCompleted();
    assertThat(all.join().responses()).isEmpty();
    assertThat(server.timer.pending()).isZero();
  }

  @Test
  void serverClosed_beforeTheRollback_questionsFail() {
    transactions.begin();
    CompletableFuture<Args> one = socket.afterCommit().emitWithAck("one").toCompletableFuture();
    assertThat(server.io.close()).isNotNull();
    transactions.rollBack();

    assertThatThrownBy(one::join).hasCauseInstanceOf(RolledBackException.class);
  }

  // ---- sockets of other servers

  @Test
  void remoteSocket_isToldByTheCommit() {
    LoopbackAdapter.Bus bus = new LoopbackAdapter.Bus();
    TestServer here = node(bus, 0);
    TestServer there = node(bus, 1);
    here.of("/");
    FakeEngineSession client = there.open();
    there.join(client, "/");
    CompletableFuture<List<RemoteSocket>> found = here.of("/").fetchSockets().toCompletableFuture();
    bus.deliver();
    here.executor.run();
    RemoteSocket remote = found.join().get(0);

    transactions.begin();
    remote.afterCommit().emit("a");
    remote.timeout(SECOND).afterCommit().emitWithAck("b");
    assertThatThrownBy(() -> remote.afterCommit().emitWithAck("c"))
        .isInstanceOf(IllegalStateException.class);
    bus.deliver();
    assertThat(client.sent()).isEmpty();
    transactions.commit();
    bus.deliver();

    assertThat(client.sent()).containsExactly("2[\"a\"]", "20[\"b\"]");
  }

  private TestServer node(LoopbackAdapter.Bus bus, int number) {
    return new TestServer(
        ServerOptions.builder()
            .adapter(sockets -> new LoopbackAdapter(bus, number, sockets))
            .build(),
        transactions);
  }
}
