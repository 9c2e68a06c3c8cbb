package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.ConnectionRefusedException;
import dev.socketee.Socket;
import dev.socketee.SocketDisconnectedException;
import dev.socketee.engine.CloseReason;
import dev.socketee.test.ExpectedLogs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Reference 2.2, Connection sequence. */
class AdmissionTest {

  private final TestServer server = new TestServer();
  private final List<String> seen = new ArrayList<>();
  private final AtomicReference<Socket> captured = new AtomicReference<>();

  private FakeEngineSession connecting() {
    FakeEngineSession session = server.open();
    session.text("0");
    return session;
  }

  private FakeEngineSession refused(Exception failure) {
    server
        .of("/")
        .use(
            socket -> {
              captured.set(socket);
              throw failure;
            });
    FakeEngineSession session = connecting();
    server.executor.run();
    return session;
  }

  @Test
  void connect_isDecidedOnTheExecutor() {
    FakeEngineSession session = connecting();

    assertThat(session.sent()).isEmpty();
    assertThat(server.of("/").connectedSockets()).isEmpty();

    server.executor.run();

    assertThat(session.sent()).containsExactly("0{\"sid\":\"#\"}");
    assertThat(server.of("/").connectedSockets()).hasSize(1);
  }

  @Test
  void connect_accepted_answersWithTheIdOfTheSocket() {
    FakeEngineSession session = connecting();
    server.executor.run();

    Socket socket = server.of("/").connectedSockets().iterator().next();
    assertThat(session.packets().get(0).get(0).text())
        .isEqualTo("40{\"sid\":\"" + socket.id() + "\"}");
    assertThat(socket.id()).matches("[\\w-]{20}").isNotEqualTo(session.id());
    assertThat(socket.rooms()).containsExactly(socket.id());
    assertThat(socket.connected()).isTrue();
    assertThat(server.of("/").socket(socket.id())).contains(socket);
  }

  /** Whoever hears of the CONNECT from the client may have it told something at once. */
  @Test
  void broadcast_asSoonAsTheConnectIsOut_reachesTheSocket() {
    FakeEngineSession session = connecting();
    session.onNextSend(() -> server.of("/").emit("news"));
    server.executor.run();

    assertThat(session.sent()).containsExactly("0{\"sid\":\"#\"}", "2[\"news\"]");
  }

  @Test
  void middleware_runsInOrder_beforeConnectionListeners() {
    server
        .of("/")
        .onConnection(socket -> seen.add("connection " + socket.connected()))
        .use(socket -> seen.add("first " + socket.connected()))
        .use(socket -> seen.add("second"));

    connecting();
    server.executor.run();

    assertThat(seen).containsExactly("first false", "second", "connection true");
  }

  @Test
  void middleware_refuses_restIsNotAsked_andNothingIsLeft() {
    server
        .of("/")
        .use(
            socket -> {
              socket.join("a", "b");
              socket.onDisconnect((reason, description) -> seen.add("disconnect"));
              captured.set(socket);
              throw new ConnectionRefusedException("no");
            })
        .use(socket -> seen.add("second"))
        .onConnection(socket -> seen.add("connection"));

    FakeEngineSession session = connecting();
    server.executor.run();

    assertThat(session.sent()).containsExactly("4{\"message\":\"no\"}");
    assertThat(session.closing()).isFalse();
    assertThat(seen).isEmpty();
    Socket socket = captured.get();
    assertThat(socket.connected()).isFalse();
    assertThat(socket.rooms()).isEmpty();
    assertThat(server.of("/")).hasToString("Namespace[/, RoomIndex[connected=0, ids=0, rooms=0]]");
    socket.join("a");
    socket.emit("late");
    assertThat(server.of("/").room("a").size()).isZero();
    assertThat(session.sent()).isEmpty();
  }

  @Test
  void refusal_withData_tellsTheData() {
    FakeEngineSession session =
        refused(new ConnectionRefusedException("bad \"token\"", Map.of("code", 401)));

    assertThat(session.sent())
        .containsExactly("4{\"message\":\"bad \\\"token\\\"\",\"data\":{\"code\":401}}");
  }

  @Test
  void refusal_withBinaryData_leavesItOut(ExpectedLogs logs) {
    logs.expect("data of a refused connection to / was left out: it has binary in it");

    FakeEngineSession session = refused(new ConnectionRefusedException("no", new byte[] {1}));

    assertThat(session.sent()).containsExactly("4{\"message\":\"no\"}");
  }

  @Test
  void refusal_withDataThatCannotBeEncoded_leavesItOut(ExpectedLogs logs) {
    logs.expect("data of a refused connection to / was left out .*cannot encode");

    FakeEngineSession session = refused(new ConnectionRefusedException("no", TestCodec.POISON));

    assertThat(session.sent()).containsExactly("4{\"message\":\"no\"}");
  }

  @Test
  void middleware_thatFails_tellsTheClientNothing(ExpectedLogs logs) {
    logs.expect("A middleware of / failed.*the password is 1234");

    FakeEngineSession session = refused(new IllegalStateException("the password is 1234"));

    assertThat(session.sent()).containsExactly("4{\"message\":\"Connection refused\"}");
    assertThat(session.closing()).isFalse();
  }

  @Test
  void refusal_canBeFollowedByAnotherAttempt() {
    server
        .of("/")
        .use(
            socket -> {
              if (socket.handshake().authJson() == null) {
                throw new ConnectionRefusedException("no");
              }
            });
    FakeEngineSession session = connecting();
    server.executor.run();
    session.text("0{\"token\":1}");
    server.executor.run();

    assertThat(session.sent()).containsExactly("4{\"message\":\"no\"}", "0{\"sid\":\"#\"}");
  }

  @Test
  void refusal_failsAcknowledgementsThatAreAwaited() {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    server
        .of("/")
        .use(
            socket -> {
              assertThat(socket.emitWithAck("held").whenComplete((args, e) -> failure.set(e)))
                  .isNotNull();
              throw new ConnectionRefusedException("no");
            });
    connecting();
    server.executor.run();

    assertThat(failure.get()).isInstanceOf(SocketDisconnectedException.class);
  }

  @Test
  void emits_beforeAcceptance_areHeldAndFollowTheConnect() {
    server
        .of("/")
        .use(
            socket -> {
              socket.join("room");
              socket.emit("direct", 1);
              server.of("/").to("room").emit("room", 2);
              server.of("/").emit("everyone", 3);
              socket.emit("direct", 4, new byte[] {5});
            })
        .onConnection(socket -> socket.emit("welcome"));

    FakeEngineSession session = connecting();
    server.executor.run();

    assertThat(session.sent())
        .containsExactly(
            "0{\"sid\":\"#\"}",
            "2[\"direct\",1]",
            "2[\"room\",2]",
            "51-[\"direct\",4,{\"_placeholder\":true,\"num\":0}]",
            "05",
            "2[\"welcome\"]");
  }

  @Test
  void volatileEmits_beforeAcceptance_areDropped() {
    server
        .of("/")
        .use(
            socket -> {
              socket.join("room");
              socket.asVolatile().emit("direct");
              server.of("/").to("room").asVolatile().emit("room");
            });
    FakeEngineSession session = connecting();
    server.executor.run();

    assertThat(session.sent()).containsExactly("0{\"sid\":\"#\"}");
  }

  @Test
  void disconnect_beforeAcceptance_doesNothing() {
    server.of("/").use(socket -> socket.disconnect(true));

    FakeEngineSession session = connecting();
    server.executor.run();

    assertThat(session.sent()).containsExactly("0{\"sid\":\"#\"}");
    assertThat(session.closing()).isFalse();
  }

  @Test
  void connection_lostWhileMiddlewareRuns_isCleanedUp_andTellsItsListeners() {
    AtomicReference<FakeEngineSession> session = new AtomicReference<>();
    server
        .of("/")
        .use(
            socket -> {
              captured.set(socket);
              socket.join("a");
              socket.onDisconnect((reason, description) -> seen.add("disconnect " + reason.text()));
              session.get().end(CloseReason.TRANSPORT_CLOSE, null);
              socket.join("b");
            })
        .use(socket -> seen.add("second"))
        .onConnection(socket -> seen.add("connection"));
    session.set(server.open());
    session.get().text("0");
    server.executor.run();

    assertThat(seen).containsExactly("disconnect transport close");
    assertThat(session.get().sent()).isEmpty();
    assertThat(captured.get().rooms()).isEmpty();
    assertThat(server.of("/").toString()).contains("connected=0, ids=0, rooms=0");
    assertThat(server.io).hasToString("SocketIOServer[namespaces=1, clients=0]");
  }

  @Test
  void connection_lostBeforeMiddlewareRuns_asksNobody() {
    server.of("/").use(socket -> seen.add("middleware"));
    FakeEngineSession session = connecting();

    session.end(CloseReason.TRANSPORT_CLOSE, null);
    server.executor.run();

    assertThat(seen).isEmpty();
  }

  @Test
  void event_whileMiddlewareHasNotDecided_isForbidden() {
    FakeEngineSession session = connecting();

    session.text("2[\"early\"]");

    assertThat(session.closing()).isTrue();
    server.executor.run();
    assertThat(server.of("/").connectedSockets()).isEmpty();
  }

  @Test
  void secondConnect_whileMiddlewareHasNotDecided_isForbidden() {
    FakeEngineSession session = connecting();

    session.text("0");

    assertThat(session.closing()).isTrue();
  }

  /** A client can be faster than the call that sends it the CONNECT. */
  @Test
  void event_rightBehindTheConnectPacket_waitsForConnectionListeners() {
    server
        .of("/")
        .use(socket -> seen.add("middleware"))
        .onConnection(
            socket -> {
              seen.add("connection");
              socket.on("early", (args, ack) -> seen.add("event"));
            });
    AtomicReference<FakeEngineSession> session = new AtomicReference<>();
    server
        .of("/")
        .onConnection(
            socket -> {
              session.get().text("2[\"early\"]");
              seen.add("end of connection");
            });
    session.set(server.open());
    session.get().text("0");
    server.executor.run();

    assertThat(seen).containsExactly("middleware", "connection", "end of connection", "event");
  }

  @Test
  void connectionListener_thatFails_isLoggedAndTheOthersRun(ExpectedLogs logs) {
    logs.expect("A listener of \"connection\" failed, socket .{20} of / .*boom");
    server
        .of("/")
        .onConnection(
            socket -> {
              throw new IllegalStateException("boom");
            })
        .onConnection(socket -> seen.add("second"));

    FakeEngineSession session = connecting();
    server.executor.run();

    assertThat(seen).containsExactly("second");
    assertThat(session.closing()).isFalse();
  }

  @Test
  void connectionListener_thatDisconnects_sendsConnectFirst() {
    server.of("/").onConnection(Socket::disconnect);

    FakeEngineSession session = connecting();
    server.executor.run();

    assertThat(session.sent()).containsExactly("0{\"sid\":\"#\"}", "1");
  }

  @Test
  void data_setByMiddleware_isThereAfterwards() {
    server.of("/").use(socket -> socket.data().put("name", "Ada"));
    connecting();
    server.executor.run();

    Optional<Socket> socket = server.of("/").connectedSockets().stream().findFirst();
    assertThat(socket.orElseThrow().data()).containsEntry("name", "Ada");
  }
}
