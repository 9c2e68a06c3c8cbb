package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.AccessRefusedException;
import dev.socketee.ConnectionRefusedException;
import dev.socketee.Middleware;
import dev.socketee.Socket;
import dev.socketee.SocketNamespace;
import dev.socketee.engine.CloseReason;
import dev.socketee.spi.SocketSession;
import dev.socketee.test.ExpectedLogs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that come back and are not let in: they may try again, and get an answer. */
class RefusedRecoveryTest {

  private static final Pattern CONNECT =
      Pattern.compile("0\\{\"sid\":\"(#|[\\w-]{20})\",\"pid\":\"([\\w-]{20})\"}");
  private static final Pattern EVENT = Pattern.compile("2\\[\"(\\w+)\",\"([\\w.-]{7,11})\"]");
  private static final String FULL = "4{\"message\":\"Too many sockets\"}";

  private TestServer server = server(options());
  private SocketNamespace all = server.of("/");
  private boolean refusing;

  private static ServerOptions.Builder options() {
    return ServerOptions.builder().recovery(RecoveryOptions.OFF.on());
  }

  private TestServer server(ServerOptions.Builder options) {
    server = new TestServer(options.build());
    all = server.of("/");
    return server;
  }

  private int live() {
    Recovery recovery = ((LocalNamespace) all).recovery();
    return recovery == null ? -1 : recovery.size();
  }

  /** A client in the room {@code room}, with an offset. */
  private final class Phone {
    private FakeEngineSession session = server.open();
    private String pid = "";
    private String offset = "";

    Phone() {
      session.text("0");
      server.executor.run();
      hear();
      Socket socket = socket();
      socket.join("room");
      socket.emit("hello");
      hear();
    }

    private Socket socket() {
      List<Socket> sockets = List.copyOf(all.connectedSockets());
      return sockets.get(sockets.size() - 1);
    }

    /** What was sent, in short; remembers ids and offsets. */
    List<String> hear() {
      List<String> heard = new ArrayList<>();
      for (var packet : session.packets()) {
        String text = packet.get(0).text().substring(1);
        Matcher connect = CONNECT.matcher(text);
        Matcher event = EVENT.matcher(text);
        if (connect.matches()) {
          heard.add(connect.group(2).equals(pid) ? "RECOVERED" : "NEW");
          pid = connect.group(2);
        } else if (event.matches()) {
          offset = event.group(2);
          heard.add(event.group(1));
        } else {
          heard.add(text);
        }
      }
      session.sent();
      return heard;
    }

    Phone lose() {
      session.end(CloseReason.TRANSPORT_ERROR, null);
      server.executor.run();
      return this;
    }

    void ask() {
      session = server.open();
      claim();
    }

    void claim() {
      session.text("0{\"pid\":\"" + pid + "\",\"offset\":\"" + offset + "\"}");
    }

    List<String> comeBack() {
      ask();
      server.executor.run();
      return hear();
    }

    /** On the connection that it has. */
    List<String> askAgain() {
      claim();
      server.executor.run();
      return hear();
    }
  }

  private Middleware refusesWith(String message) {
    return socket -> {
      if (refusing) {
        throw new ConnectionRefusedException(message);
      }
    };
  }

  // ---- by the application

  @Test
  void middleware_refuses_secondAttemptIsAnswered() {
    all.use(refusesWith("banned"));
    Phone phone = new Phone().lose();
    refusing = true;

    assertThat(phone.comeBack()).containsExactly("4{\"message\":\"banned\"}");
    assertThat(live()).isZero();
    assertThat(phone.comeBack()).containsExactly("4{\"message\":\"banned\"}");
    refusing = false;
    assertThat(phone.comeBack()).containsExactly("NEW");
    assertThat(live()).isEqualTo(1);
    assertThat(all.connectedSockets()).hasSize(1);
  }

  @Test
  void middleware_refuses_secondAttemptOnTheSameConnection_isAnswered() {
    all.use(refusesWith("banned"));
    Phone phone = new Phone().lose();
    refusing = true;
    phone.comeBack();
    refusing = false;

    assertThat(phone.askAgain()).containsExactly("NEW");
    assertThat(phone.session.closing()).isFalse();
  }

  @Test
  void middleware_fails_secondAttemptIsAnswered(ExpectedLogs logs) {
    logs.expect("A middleware of / failed and refused a socket");
    boolean[] failing = {false};
    all.use(
        socket -> {
          if (failing[0]) {
            throw new IllegalStateException("as the test wants");
          }
        });
    Phone phone = new Phone().lose();
    failing[0] = true;
    phone.comeBack();
    failing[0] = false;

    assertThat(live()).isZero();
    assertThat(phone.comeBack()).containsExactly("NEW");
  }

  @Test
  void guard_refuses_secondAttemptIsAnswered() {
    server(
        ServerOptions.builder()
            .recovery(new RecoveryOptions(true, Duration.ofMinutes(1), true, 10, 1000, 10)));
    server.io.guard(
        all,
        socket -> {
          if (refusing) {
            throw new AccessRefusedException("not for guests", false);
          }
        });
    Phone phone = new Phone().lose();
    refusing = true;

    assertThat(phone.comeBack()).hasSize(1).allMatch(sent -> sent.startsWith("4{"));
    assertThat(live()).isZero();
    refusing = false;
    assertThat(phone.comeBack()).containsExactly("NEW");
  }

  // ---- by limits

  private void limited() {
    server(
        options()
            .namespaces(List.of(new NamespaceTable.Rule(name -> true, own -> own.maxSockets(1)))));
  }

  @Test
  void noPlace_sessionIsKept_untilThereIsOne(ExpectedLogs logs) {
    logs.expect("Refusing a socket of /, which has 1 already, because of max-sockets");
    limited();
    Phone phone = new Phone().lose();
    all.to("room").emit("one");
    FakeEngineSession other = server.connect();

    assertThat(phone.comeBack()).containsExactly(FULL);
    assertThat(all.room("room").size()).isZero();
    all.to("room").emit("two");
    assertThat(phone.askAgain()).containsExactly(FULL);
    assertThat(phone.session.closing()).isFalse();
    assertThat(live()).isEqualTo(1); // the other
    other.end(CloseReason.TRANSPORT_CLOSE, null);
    server.executor.run();

    assertThat(phone.askAgain()).containsExactly("one", "two", "RECOVERED");
    assertThat(all.room("room").size()).isEqualTo(1);
    assertThat(live()).isEqualTo(1);
  }

  @Test
  void noPlace_butItsOwn_isRecovered() {
    limited();
    Phone phone = new Phone();

    assertThat(phone.comeBack()).containsExactly("RECOVERED");
    assertThat(all.connectedSockets()).hasSize(1);
  }

  @Test
  void noThread_sessionIsKept(ExpectedLogs logs) {
    logs.expect("Closing a connection from .*: no thread for the listeners of socket .*");
    Phone phone = new Phone().lose();
    server.executor.refuse(true);
    phone.ask();
    assertThat(phone.session.closing()).isTrue();
    assertThat(live()).isZero();
    server.executor.refuse(false);

    assertThat(phone.comeBack()).containsExactly("RECOVERED");
  }

  // ---- by an end meanwhile

  @Test
  void end_whileWaiting_leavesNothing() {
    Phone phone = new Phone().lose();
    phone.ask();
    assertThat(live()).isEqualTo(1);
    phone.lose();
    assertThat(live()).isZero();

    assertThat(phone.comeBack()).containsExactly("RECOVERED");
  }

  @Test
  void end_whileConsidered_leavesNothing_whateverTheMiddlewareSays() {
    Phone phone = new Phone().lose();
    List<Runnable> meanwhile = new ArrayList<>();
    meanwhile.add(() -> phone.session.end(CloseReason.TRANSPORT_ERROR, null));
    all.use(
        socket -> {
          if (!meanwhile.isEmpty()) {
            meanwhile.remove(0).run();
            throw new ConnectionRefusedException("late");
          }
        });
    phone.comeBack();
    assertThat(live()).isZero();

    assertThat(phone.comeBack()).containsExactly("RECOVERED");
  }

  @Test
  void superseded_whileConsidered_theLatestIsIn() {
    Phone phone = new Phone().lose();
    FakeEngineSession[] superseded = new FakeEngineSession[1];
    all.use(
        socket -> {
          if (superseded[0] == null) {
            superseded[0] = phone.session;
            phone.ask();
            throw new ConnectionRefusedException("late");
          }
        });

    assertThat(phone.comeBack()).containsExactly("RECOVERED");
    assertThat(superseded[0].sent()).isEmpty();
    assertThat(superseded[0].closing()).isTrue();
    assertThat(live()).isEqualTo(1);
    assertThat(all.connectedSockets()).hasSize(1);
  }

  /** An adapter of somebody else may lack a class. */
  @Test
  void session_thatCannotBeKept_keepsNobodyWaiting(ExpectedLogs logs) {
    logs.expect("The session of .* is lost");
    server(
        options()
            .adapter(
                sockets ->
                    new InMemoryAdapter(sockets) {
                      @Override
                      public void persistSession(SocketSession session) {
                        throw new NoClassDefFoundError("as the test wants");
                      }
                    }));
    Phone phone = new Phone();
    phone.offset = "x";
    ((ServerSocket) phone.socket()).output().replay(List.of()); // as if it had one

    assertThat(phone.comeBack()).containsExactly("NEW");
    assertThat(live()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void attempts_ofAnyOutcome_areAllAnswered_andLeaveNothing(long seed, ExpectedLogs logs) {
    logs.expect("Refusing a socket of /, which has 1 already, because of max-sockets");
    limited();
    all.use(refusesWith("no"));
    Random random = new Random(seed);
    List<FakeEngineSession> givenUp = new ArrayList<>();
    for (int client = 0; client < 20; client++) {
      refusing = false;
      Phone phone = new Phone().lose();
      FakeEngineSession other = null;
      for (int attempt = 0; attempt < 20; attempt++) {
        refusing = random.nextInt(3) == 0;
        if (other == null && !refusing && random.nextInt(4) == 0) {
          phone.session.end(CloseReason.TRANSPORT_ERROR, null);
          server.executor.run();
          other = server.open();
          other.text("0");
          server.executor.run();
        } else if (other != null && random.nextBoolean()) {
          other.end(CloseReason.TRANSPORT_CLOSE, null);
          server.executor.run();
          other = null;
        }
        givenUp.add(phone.session);
        phone.ask();
        if (random.nextInt(4) == 0) {
          phone.session.end(CloseReason.TRANSPORT_ERROR, null);
        } else if (random.nextInt(4) == 0) {
          givenUp.add(phone.session);
          phone.ask();
        }
        server.executor.run();
        if (!phone.session.closed()) {
          assertThat(phone.hear()).as("attempt %d of client %d", attempt, client).isNotEmpty();
        }
        assertThat(live()).isEqualTo(all.connectedSockets().size());
      }
      refusing = false;
      if (other != null) {
        other.end(CloseReason.TRANSPORT_CLOSE, null);
      }
      givenUp.add(phone.session);
      givenUp.stream()
          .filter(session -> !session.closed())
          .forEach(session -> session.end(CloseReason.TRANSPORT_CLOSE, null));
      givenUp.clear();
      server.executor.run();
      assertThat(live()).isZero();
    }
    assertThat(all).hasToString("Namespace[/, RoomIndex[connected=0, ids=0, rooms=0]]");
  }
}
