package dev.socketee.server;

import dev.socketee.Socket;
import dev.socketee.SocketNamespace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** A started server in which nothing moves unless the test says so. */
final class TestServer {

  final SocketIOServer io = new SocketIOServer();
  final ManualTimer timer = new ManualTimer();
  final StepExecutor executor = new StepExecutor();
  final TestCodec codec = new TestCodec();

  TestServer() {
    this(ServerOptions.DEFAULT);
  }

  TestServer(ServerOptions options) {
    io.start(
        options,
        new ServerRuntime(codec, timer, request -> HandlerExecutor.of(executor), executor));
  }

  /** With transactions. */
  TestServer(ServerOptions options, Transactions transactions) {
    io.start(
        options,
        new ServerRuntime(
            codec, timer, request -> HandlerExecutor.of(executor), executor, transactions));
  }

  /** With threads of the test's choice. */
  TestServer(Executor threads) {
    io.start(
        ServerOptions.DEFAULT,
        new ServerRuntime(codec, timer, request -> HandlerExecutor.of(threads), threads));
  }

  SocketNamespace of(String name) {
    return io.of(name);
  }

  /** A connection that has joined nothing. */
  FakeEngineSession open() {
    return open(FakeRequest.PLAIN);
  }

  /** A connection by such a handshake, that has joined nothing. */
  FakeEngineSession open(FakeRequest handshake) {
    FakeEngineSession session = new FakeEngineSession(handshake);
    session.open(io);
    return session;
  }

  /** A connection that has joined {@code /}. */
  FakeEngineSession connect() {
    FakeEngineSession session = open();
    join(session, "/");
    return session;
  }

  /** Joins a namespace, and takes the answer away. */
  Socket join(FakeEngineSession session, String namespace) {
    SocketNamespace joined = io.of(namespace);
    List<Socket> before = List.copyOf(joined.connectedSockets());
    session.text(namespace.equals("/") ? "0" : "0" + namespace + ",");
    executor.run();
    session.sent();
    List<Socket> after = new ArrayList<>(joined.connectedSockets());
    after.removeAll(before);
    return after.get(0);
  }
}
