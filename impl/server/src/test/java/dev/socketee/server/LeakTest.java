package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.ConnectionRefusedException;
import dev.socketee.Socket;
import dev.socketee.engine.CloseReason;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients come, are refused, go and are thrown out in every way; nothing of them may stay. */
class LeakTest {

  private static final int CLIENTS = 500;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void clients_thatAreGone_leaveNothing(long seed) {
    Random random = new Random(seed);
    TestServer server = new TestServer();
    server
        .of("/")
        .use(
            socket -> {
              socket.join("waiting");
              socket.emit("held");
              if (random.nextInt(3) == 0) {
                throw new ConnectionRefusedException("no");
              }
            })
        .onConnection(socket -> serve(socket, random));
    server.of("/b").onConnection(socket -> serve(socket, random));

    for (int i = 0; i < CLIENTS; i++) {
      FakeEngineSession session = server.open();
      for (String message : new String[] {"0", "0/b,", "0/none,"}) {
        session.text(message);
        maybeRun(server, random);
      }
      server.of("/").emit("news", i);
      play(session, random);
      maybeRun(server, random);
      part(server, session, random);
      maybeRun(server, random);
    }
    server.timer.advance(Duration.ofMinutes(2));
    server.executor.run();

    assertThat(server.io).hasToString("SocketIOServer[namespaces=2, clients=0]");
    assertThat(server.of("/")).hasToString("Namespace[/, RoomIndex[connected=0, ids=0, rooms=0]]");
    assertThat(server.of("/b"))
        .hasToString("Namespace[/b, RoomIndex[connected=0, ids=0, rooms=0]]");
    assertThat(server.timer.pending()).isZero();
  }

  private static void serve(Socket socket, Random random) {
    socket.join("room", "r" + random.nextInt(5));
    assertThat(socket.emitWithAck("ask")).isNotNull();
    assertThat(socket.timeout(Duration.ofSeconds(1)).emitWithAck("ask")).isNotNull();
    socket.on("x", (args, ack) -> ack.send(1));
    socket.onDisconnect((reason, description) -> socket.join("too late"));
  }

  private static void play(FakeEngineSession session, Random random) {
    if (!session.closing()) {
      switch (random.nextInt(5)) {
        case 0 -> session.text("21[\"x\"]");
        case 1 -> session.text("30[]");
        case 2 -> session.text("51-[\"x\"]");
        case 3 -> session.text("2nonsense");
        default -> {}
      }
    }
  }

  private static void part(TestServer server, FakeEngineSession session, Random random) {
    switch (random.nextInt(5)) {
      case 0 -> {
        session.text("1");
        session.end(CloseReason.TRANSPORT_CLOSE, null);
      }
      case 1 ->
          server.of("/b").connectedSockets().stream()
              .findAny()
              .ifPresent(socket -> socket.disconnect(random.nextBoolean()));
      case 2 -> session.end(CloseReason.PING_TIMEOUT, null);
      case 3 -> session.text("0");
      default -> {}
    }
    if (!session.closed() && !session.closing()) {
      session.end(CloseReason.TRANSPORT_ERROR, "last");
    }
  }

  private static void maybeRun(TestServer server, Random random) {
    if (random.nextBoolean()) {
      server.executor.run();
    }
  }
}
