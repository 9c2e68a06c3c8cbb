package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.DisconnectReason;
import dev.socketee.Socket;
import dev.socketee.SocketNamespace;
import dev.socketee.engine.CloseReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference 2.6, Disconnect reasons, and 2.3, {@code disconnect}. */
class DisconnectTest {

  private final TestServer server = new TestServer();
  private final List<String> seen = new ArrayList<>();
  private FakeEngineSession session;
  private Socket socket;

  @BeforeEach
  void connect() {
    session = server.open();
    socket = listening(server.join(session, "/"));
  }

  private Socket listening(Socket heard) {
    return heard.onDisconnect(
        (reason, description) ->
            seen.add(heard.namespace().name() + " " + reason.text() + " " + description));
  }

  @ParameterizedTest
  @CsvSource({
    "PING_TIMEOUT,    ping timeout",
    "PARSE_ERROR,     parse error",
    "TRANSPORT_ERROR, transport error",
    "TRANSPORT_CLOSE, transport close",
    "FORCED_CLOSE,    forced close",
    "SHUTTING_DOWN,   server shutting down"
  })
  void connection_lost_endsItsSockets(CloseReason reason, String text) {
    listening(server.join(session, "/b"));

    session.end(reason, "why");
    server.executor.run();

    assertThat(seen).containsExactlyInAnyOrder("/ " + text + " why", "/b " + text + " why");
    assertThat(session.sent()).isEmpty();
    assertThat(server.io.toString()).contains("clients=0");
  }

  @Test
  void client_leaves_connectionStays() {
    session.text("1");
    server.executor.run();

    assertThat(seen).containsExactly("/ client namespace disconnect null");
    assertThat(session.sent()).isEmpty();
    assertThat(session.closing()).isFalse();
    assertThat(socket.connected()).isFalse();
  }

  @Test
  void disconnect_tellsTheClient_connectionStays() {
    Socket other = listening(server.join(session, "/b"));

    other.disconnect();
    other.disconnect();
    server.executor.run();

    assertThat(session.sent()).containsExactly("1/b,");
    assertThat(seen).containsExactly("/b server namespace disconnect null");
    assertThat(session.closing()).isFalse();
    assertThat(socket.connected()).isTrue();
  }

  @Test
  void disconnectAndClose_takesAllNamespacesAlong() {
    Socket other = listening(server.join(session, "/b"));

    other.disconnect(true);
    server.executor.run();

    assertThat(session.sent()).containsExactly("1/b,", "1");
    assertThat(session.closing()).isTrue();
    assertThat(seen)
        .containsExactlyInAnyOrder(
            "/b server namespace disconnect null", "/ server namespace disconnect null");
    assertThat(server.io.toString()).contains("clients=0");
  }

  @Test
  void disconnectAndClose_whileAnotherNamespaceConnects_dropsThatOne() {
    server.of("/b").onConnection(late -> seen.add("connected"));
    session.text("0/b,");

    socket.disconnect(true);
    server.executor.run();

    assertThat(seen).containsExactly("/ server namespace disconnect null");
    assertThat(session.sent()).containsExactly("1");
  }

  /** A client that takes itself for connected comes back when it is told nothing else. */
  @Test
  void disconnectAndClose_whileAnotherConnectIsBeingSent_disconnectsThatOne() {
    server.of("/b");
    session.onNextSend(() -> socket.disconnect(true));
    session.text("0/b,");
    server.executor.run();

    assertThat(session.sent()).containsExactly("0/b,{\"sid\":\"#\"}", "1", "1/b,");
    assertThat(session.closing()).isTrue();
  }

  @Test
  void disconnectAndClose_ofASessionThatLingers_takesNothingMore() {
    session.linger();

    socket.disconnect(true);
    session.text("0");
    session.end(CloseReason.FORCED_CLOSE, null);
    server.executor.run();

    assertThat(seen).containsExactly("/ server namespace disconnect null");
    assertThat(server.of("/").connectedSockets()).isEmpty();
    assertThat(server.io.toString()).contains("clients=0");
  }

  @Test
  void disconnected_socketIsOutOfEverything() {
    socket.join("room");
    socket.disconnect();
    session.sent();

    assertThat(socket.connected()).isFalse();
    assertThat(socket.rooms()).isEmpty();
    assertThat(server.of("/").connectedSockets()).isEmpty();
    assertThat(server.of("/").socket(socket.id())).isEmpty();
    socket.join("again");
    socket.join(server.of("/").room("again"));
    socket.leave("room");
    socket.emit("late", TestCodec.POISON);
    socket.asVolatile().emit("late");
    assertThat(socket.rooms()).isEmpty();
    assertThat(server.of("/").room("again").size()).isZero();
    assertThat(session.sent()).isEmpty();
  }

  @Test
  void disconnect_dropsQueuedEvents_andRunsListenersAfterTheRunningOne() {
    socket.on(
        "x",
        (args, ack) -> {
          seen.add("x starts");
          socket.disconnect();
          seen.add("x ends");
        });
    session.text("2[\"x\"]");
    session.text("2[\"x\"]");
    server.executor.run();

    assertThat(seen).containsExactly("x starts", "x ends", "/ server namespace disconnect null");
  }

  @Test
  void connection_lost_dropsQueuedEvents() {
    socket.on("x", (args, ack) -> seen.add("x"));
    session.text("2[\"x\"]");
    session.end(CloseReason.TRANSPORT_CLOSE, null);
    server.executor.run();

    assertThat(seen).containsExactly("/ transport close null");
  }

  @Test
  void violation_isDescribed() {
    session.text("2nonsense");
    server.executor.run();

    assertThat(seen).containsExactly("/ forced close invalid payload");
  }

  @Test
  void end_isToldOnce() {
    session.text("1");
    session.end(CloseReason.TRANSPORT_CLOSE, null);
    session.end(CloseReason.TRANSPORT_CLOSE, null);
    server.executor.run();

    assertThat(seen).hasSize(1);
  }

  @Test
  void socket_thatComesBack_isANewOne() {
    session.text("1");
    server.executor.run();
    Socket again = server.join(session, "/");

    assertThat(again).isNotSameAs(socket);
    assertThat(again.id()).isNotEqualTo(socket.id());
    assertThat(again.connected()).isTrue();
    assertThat(socket.connected()).isFalse();
  }

  @Test
  void serverClose_endsAllSockets_withoutAWord() {
    listening(server.join(session, "/b"));
    listening(server.join(server.open(), "/"));

    server.io.close();
    server.io.close();
    server.executor.run();

    assertThat(seen)
        .containsExactlyInAnyOrder(
            "/ server shutting down null",
            "/b server shutting down null",
            "/ server shutting down null");
    assertThat(session.sent()).isEmpty();
    session.text("0/c,");
    session.end(CloseReason.SHUTTING_DOWN, null);
    server.executor.run();
    assertThat(seen).hasSize(3);
    assertThat(server.io).hasToString("SocketIOServer[namespaces=2, clients=0, closed]");
    assertThat(server.timer.pending()).isZero();
  }

  @Test
  void serverClose_dropsConnectsThatAreNotDecided() {
    server.of("/b").onConnection(late -> seen.add("connected"));
    session.text("0/b,");

    server.io.close();
    server.executor.run();

    assertThat(seen).containsExactly("/ server shutting down null");
    assertThat(session.sent()).isEmpty();
  }

  @Test
  void listeners_forWhichThereIsNoThread_runLater() {
    server.executor.refuse(true);
    session.end(CloseReason.TRANSPORT_CLOSE, null);
    server.executor.refuse(false);
    assertThat(server.executor.waiting()).isZero();

    server.timer.advance(Duration.ofSeconds(1));
    server.executor.run();

    assertThat(seen).containsExactly("/ " + DisconnectReason.TRANSPORT_CLOSE.text() + " null");
  }

  /** The client cannot know yet that it is disconnected, at whichever moment its packet comes. */
  @Test
  void disconnect_packetThatComesMeanwhile_isIgnored() {
    StepExecutor steps = new StepExecutor();
    AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    TestServer other =
        new TestServer(
            task -> {
              meanwhile.getAndSet(() -> {}).run();
              steps.execute(task);
            });
    SocketNamespace namespace = other.of("/b");
    FakeEngineSession client = other.open();
    client.text("0/b,");
    steps.run();
    client.sent();

    meanwhile.set(() -> client.text("2/b,[\"late\"]"));
    namespace.connectedSockets().forEach(Socket::disconnect);

    assertThat(client.closing()).isFalse();
    assertThat(client.sent()).containsExactly("1/b,");
  }
}
