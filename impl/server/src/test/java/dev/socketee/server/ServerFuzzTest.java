package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.ConnectionRefusedException;
import dev.socketee.Socket;
import dev.socketee.engine.EngineHooks;
import dev.socketee.engine.EngineOptions;
import dev.socketee.engine.EngineServer;
import dev.socketee.engine.SessionLimits;
import dev.socketee.protocol.socket.DecoderLimits;
import dev.socketee.test.ExpectedLogs;
import dev.socketee.test.Fuzz;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Engine and server together, with clients that send mutated traffic in any order, over any
 * transport, while time passes and the application emits: nothing escapes, and when everybody has
 * gone nothing is left. CONTRIBUTING says how to run it for longer.
 */
@DisplayName("6: nothing escapes, nothing is left")
class ServerFuzzTest {

  private static final RecoveryOptions RECOVERY =
      new RecoveryOptions(true, Duration.ofMinutes(2), false, 20, 1000, 5);

  private static final int STEPS = 250;
  private static final int INPUTS = 50 * STEPS;

  @Test
  void clients_thatDoAnything_leaveNothing(ExpectedLogs logs) {
    logs.allow("Closing a connection from");
    logs.allow("Not creating a namespace");
    logs.allow("did not join rooms");
    logs.allow("are to be kept for recovery than allowed");
    AtomicLong recovered = new AtomicLong();
    int threads = Thread.getAllStackTraces().size();

    Fuzz fuzz =
        Fuzz.of("engine and server", INPUTS)
            .run(STEPS, random -> new Session(random, recovered).run());

    if (fuzz.inputs() >= INPUTS) { // else it repeats one
      assertThat(fuzz.accepted()).as("events heard").isGreaterThan(fuzz.inputs() / 500);
      assertThat(recovered.get()).as("sockets recovered").isGreaterThan(0);
    }
    assertThat(Thread.getAllStackTraces().size()).isLessThanOrEqualTo(threads + 2);
  }

  /** A server and its clients. */
  private static final class Session {

    private final Random random;
    private final TestServer server;
    private final EngineServer engine;
    private final List<FuzzPeer> peers = new ArrayList<>();
    private final List<CompletableFuture<?>> answers = new ArrayList<>();
    private int events;
    private final AtomicLong recovered;

    Session(Random random, AtomicLong recovered) {
      this.random = random;
      this.recovered = recovered;
      ServerOptions options = options(random);
      server = new TestServer(options);
      engine =
          new EngineServer(
              EngineOptions.builder()
                  .allowEio3(true)
                  .outboxPackets(40)
                  .payloadPackets(20)
                  .limits(new SessionLimits(12, random.nextBoolean() ? 0 : 10, 1000, 1000))
                  .build(),
              EngineHooks.NONE,
              server.timer,
              server.io);
      server.io.of("/").onConnection(this::serve);
      server.io.of("/b").use(socket -> socket.emit("early")).onConnection(this::serve);
      server
          .io
          .of("/refused")
          .use(
              socket -> {
                throw new ConnectionRefusedException("no");
              });
      server.io.of(Pattern.compile("/t/\\d+")).onConnection(this::serve);
      for (int i = 0; i < 4; i++) {
        peers.add(new FuzzPeer(engine, options.format() == WireFormat.MSGPACK, random));
      }
    }

    private static ServerOptions options(Random random) {
      return ServerOptions.builder()
          .decoderLimits(new DecoderLimits(3, 20, 100, 50))
          .mailboxEvents(30)
          .pendingAcks(10)
          .roomsPerSocket(6)
          .namespacesPerConnection(4)
          .childNamespaces(5)
          .childNamespacesPerConnection(2)
          .cleanupEmptyChildNamespaces(true)
          .eventsPerSecond(random.nextBoolean() ? 0 : 40)
          .recovery(random.nextBoolean() ? RecoveryOptions.OFF : RECOVERY)
          .format(random.nextInt(3) == 0 ? WireFormat.MSGPACK : WireFormat.DEFAULT)
          .build();
    }

    private void serve(Socket socket) {
      recovered.addAndGet(socket.recovered() ? 1 : 0);
      socket
          .on("x", (args, ack) -> events++)
          .on("ask", (args, ack) -> ack.send(args.json(0)))
          .on("join", (args, ack) -> join(socket))
          .on("bye", (args, ack) -> socket.disconnect(random.nextBoolean()))
          .on("late", (args, ack) -> later(() -> ack.send("late")));
      join(socket);
    }

    private void join(Socket socket) {
      try {
        socket.join("r" + random.nextInt(8));
      } catch (IllegalStateException tooMany) {
        assertThat(tooMany).hasMessageContaining("rooms");
      }
    }

    private void later(Runnable action) {
      if (random.nextBoolean()) {
        server.executor.execute(action);
      }
    }

    /** Answers how many events reached a listener. */
    int run() {
      for (int i = 0; i < STEPS; i++) {
        peers.get(random.nextInt(peers.size())).act();
        switch (random.nextInt(30)) {
          case 0 -> server.timer.advance(Duration.ofMillis(random.nextInt(20_000)));
          case 1, 6, 7 -> server.timer.advance(Duration.ofMillis(random.nextInt(100)));
          case 2, 8 -> emit();
          case 3, 4, 5, 9, 10, 11, 12, 13, 14 -> server.executor.run();
          default -> {}
        }
      }
      peers.forEach(FuzzPeer::leave);
      server.executor.run();
      if (random.nextBoolean()) {
        engine.close();
        server.io.close();
      }
      server.timer.advance(Duration.ofMinutes(10));
      server.executor.run();
      nothingIsLeft();
      return events;
    }

    private void emit() {
      switch (random.nextInt(6)) {
        case 0 -> server.io.sockets().emit("news", random.nextInt(), new byte[] {1});
        case 1 -> server.io.of("/b").to("r1").except("r2").asVolatile().emit("news");
        case 2 ->
            answers.add(
                server
                    .io
                    .sockets()
                    .timeout(Duration.ofSeconds(5))
                    .emitWithAck("all")
                    .toCompletableFuture());
        case 3 -> server.io.of("/b").disconnectSockets(random.nextBoolean());
        case 4 -> server.io.sockets().socketsJoin("r" + random.nextInt(8));
        default -> server.io.sockets().connectedSockets().forEach(this::ask);
      }
    }

    private void ask(Socket socket) {
      try {
        answers.add(
            (random.nextBoolean()
                    ? socket.emitWithAck("q")
                    : socket.timeout(Duration.ofSeconds(1)).emitWithAck("q"))
                .toCompletableFuture());
      } catch (IllegalStateException tooMany) {
        assertThat(tooMany).hasMessageContaining("acknowledgements");
      }
    }

    private void nothingIsLeft() {
      assertThat(peers).allSatisfy(peer -> assertThat(peer.owed()).isEmpty());
      assertThat(answers).as("acknowledgements").allMatch(CompletableFuture::isDone);
      assertThat(engine.sessionCount()).as("sessions").isZero();
      assertThat(engine.toString()).contains("0 sessions, 0 places, 0 addresses");
      assertThat(server.io.toString()).contains("namespaces=3, clients=0");
      assertThat(server.io.statistics().sockets()).as("sockets").isZero();
      assertThat(server.io.namespaces())
          .allSatisfy(
              namespace ->
                  assertThat(namespace.toString()).contains("connected=0, ids=0, rooms=0"));
      assertThat(server.timer.pending()).as("timers").isZero();
      assertThat(server.executor.waiting()).as("tasks").isZero();
    }
  }
}
