package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.Handshake;
import dev.socketee.Socket;
import dev.socketee.SocketNamespace;
import dev.socketee.engine.CloseReason;
import dev.socketee.test.ExpectedLogs;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reference 2.1, Server. */
class ServerLifecycleTest {

  @Test
  void server_notStarted_canBeUsed() {
    SocketIOServer io = new SocketIOServer();
    io.of("/chat").onConnection(socket -> {}).use(socket -> {});

    io.of("/chat").to("room").emit("x", TestCodec.POISON);
    io.sockets().emit("x", TestCodec.POISON);

    assertThat(io.of("/chat").connectedSockets()).isEmpty();
    assertThat(io.of("/chat").room("r").size()).isZero();
    assertThatThrownBy(() -> io.sockets().emit("connect"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> io.accept(new FakeEngineSession(FakeRequest.PLAIN)))
        .isInstanceOf(IllegalStateException.class);
    io.close();
  }

  @Test
  void listeners_addedBeforeTheStart_areInPlace() {
    SocketIOServer io = new SocketIOServer();
    StepExecutor executor = new StepExecutor();
    io.sockets().onConnection(socket -> socket.emit("welcome"));
    io.start(
        ServerOptions.DEFAULT,
        new ServerRuntime(
            new TestCodec(), new ManualTimer(), request -> HandlerExecutor.of(executor), executor));
    FakeEngineSession session = new FakeEngineSession(FakeRequest.PLAIN);
    session.open(io);
    session.text("0");
    executor.run();

    assertThat(session.sent()).containsExactly("0{\"sid\":\"#\"}", "2[\"welcome\"]");
  }

  @Test
  void start_twiceOrAfterClose_isRefused() {
    TestServer server = new TestServer();
    ServerRuntime runtime =
        new ServerRuntime(
            server.codec,
            server.timer,
            request -> HandlerExecutor.of(server.executor),
            server.executor);

    assertThatThrownBy(() -> server.io.start(ServerOptions.DEFAULT, runtime))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("started already");
    SocketIOServer closed = new SocketIOServer();
    closed.close();
    assertThatThrownBy(() -> closed.start(ServerOptions.DEFAULT, runtime))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void session_afterClose_isRefused() {
    TestServer server = new TestServer();
    server.io.close();

    FakeEngineSession session = server.open();
    session.text("0");
    session.binary(1);
    session.end(CloseReason.FORCED_CLOSE, null);

    assertThat(session.closing()).isTrue();
    assertThat(session.sent()).isEmpty();
    assertThat(server.timer.pending()).isZero();
  }

  @Test
  void session_withoutAnExecutor_isRefused(ExpectedLogs logs) {
    logs.expect("No executor for the handlers of a new connection.*no context");
    SocketIOServer io = new SocketIOServer();
    io.start(
        ServerOptions.DEFAULT,
        new ServerRuntime(
            new TestCodec(),
            new ManualTimer(),
            request -> {
              throw new IllegalStateException("no context");
            },
            Runnable::run));
    FakeEngineSession session = new FakeEngineSession(FakeRequest.PLAIN);
    session.open(io);

    assertThat(session.closing()).isTrue();
    assertThat(io.toString()).contains("clients=0");
  }

  @Test
  void namespaces_areCreatedOnce_byName() {
    SocketIOServer io = new SocketIOServer();
    SocketNamespace chat = io.of("chat");

    assertThat(io.of("/chat")).isSameAs(chat);
    assertThat(chat.name()).isEqualTo("/chat");
    assertThat(io.of("/")).isSameAs(io.of("")).isSameAs(io.sockets());
    assertThat(io.namespaces()).containsExactlyInAnyOrder(io.sockets(), chat);
    assertThatThrownBy(() -> io.of("/a,b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("comma");
  }

  @Test
  void handshake_isTheRequestAndTheAuth() {
    TestServer server = new TestServer();
    Instant before = Instant.now();
    FakeEngineSession session =
        new FakeEngineSession(FakeRequest.PLAIN.with("origin", "http://elsewhere"));
    session.open(server.io);
    session.text("0{\"token\":\"t\"}");
    server.executor.run();
    Socket socket = server.of("/").connectedSockets().iterator().next();
    Handshake handshake = socket.handshake();

    assertThat(handshake.url()).isEqualTo("/socket.io/?EIO=4&transport=websocket");
    assertThat(handshake.query("EIO")).contains("4");
    assertThat(handshake.query("sid")).isEmpty();
    assertThat(handshake.headers())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("host", "localhost", "origin", "http://elsewhere"));
    assertThat(handshake.address()).isEqualTo("127.0.0.1");
    assertThat(handshake.secure()).isFalse();
    assertThat(handshake.crossDomain()).isTrue();
    assertThat(handshake.issued()).isBetween(before, Instant.now());
    assertThat(handshake.authJson()).isEqualTo("{\"token\":\"t\"}");
    assertThat((Object) handshake.auth(Map.class)).isEqualTo(Map.of("token", "t"));
    assertThat(handshake.auth((Type) Map.class)).isEqualTo(Map.of("token", "t"));
    assertThatThrownBy(() -> handshake.auth(String.class))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> handshake.headers().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> handshake.query().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void handshake_withoutAuth_hasNone_andEachSocketHasItsOwn() {
    TestServer server = new TestServer();
    FakeEngineSession session = server.open();
    Socket first = server.join(session, "/");
    server.of("/b");
    session.text("0/b,{\"n\":1}");
    server.executor.run();
    Socket second = server.of("/b").connectedSockets().iterator().next();

    assertThat(first.handshake().authJson()).isNull();
    assertThat((Object) first.handshake().auth(Map.class)).isNull();
    assertThat(first.handshake().crossDomain()).isFalse();
    assertThat(second.handshake().authJson()).isEqualTo("{\"n\":1}");
    assertThat(second.handshake().issued()).isEqualTo(first.handshake().issued());
  }

  @Test
  void startUnlessClosed_ofAClosedServer_doesNothing() {
    SocketIOServer closed = new SocketIOServer();
    closed.close();
    StepExecutor executor = new StepExecutor();
    ServerRuntime runtime =
        new ServerRuntime(
            new TestCodec(), new ManualTimer(), request -> HandlerExecutor.of(executor), executor);

    assertThat(closed.startUnlessClosed(ServerOptions.DEFAULT, runtime)).isFalse();
    assertThat(closed.started()).isNull();
  }
}
