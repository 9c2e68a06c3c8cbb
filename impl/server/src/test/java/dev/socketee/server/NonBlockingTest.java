package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.EventListener;
import dev.socketee.Limit;
import dev.socketee.Socket;
import dev.socketee.engine.TransportName;
import dev.socketee.test.ExpectedLogs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Listeners that run on the thread that delivers: here that of {@link FakeEngineSession#text}. */
class NonBlockingTest {

  private final List<Object> seen = new ArrayList<>();
  private final TestServer server = new TestServer();
  private final FakeEngineSession session = server.open();
  private final Socket socket = server.join(session, "/");

  private EventListener noting(String name) {
    return (args, ack) -> {
      seen.add(name);
      ack.send(name);
    };
  }

  private EventListener nonBlocking(String name) {
    return EventListener.nonBlocking(noting(name));
  }

  private void runsHere(boolean expected) {
    session.text("2[\"x\"]");
    assertThat(seen.isEmpty()).isEqualTo(!expected);
    server.executor.run();
    assertThat(seen).isNotEmpty();
  }

  @Test
  void nonBlockingListener_runsOnTheDeliveringThread_andAnswers() {
    socket.on("x", nonBlocking("here"));

    session.text("27[\"x\"]");

    assertThat(seen).containsExactly("here");
    assertThat(session.sent()).containsExactly("37[\"here\"]");
    assertThat(server.executor.waiting()).isZero();
    assertThat(socket).asString().contains("Mailbox[tasks=0, bytes=0]");
  }

  @Test
  void otherListener_runsOnTheExecutor() {
    socket.on("x", noting("there"));

    runsHere(false);
  }

  @Test
  void onceListener_runsHere_andOnce() {
    socket.once("x", nonBlocking("here"));

    session.text("2[\"x\"]");
    session.text("2[\"x\"]");
    server.executor.run();

    assertThat(seen).containsExactly("here");
  }

  @Test
  void off_findsAnEqualOne() {
    EventListener listener = noting("never");
    socket.on("x", EventListener.nonBlocking(listener));

    socket.off("x", EventListener.nonBlocking(listener));

    assertThat(socket.eventNames()).isEmpty();
  }

  @Test
  void nonBlockingListener_besideOneThatBlocks_runsOnTheExecutor() {
    socket.on("x", nonBlocking("1")).on("x", noting("2"));

    runsHere(false);
    assertThat(seen).containsExactly("1", "2");
  }

  @Test
  void nonBlockingListener_besideSharedOnes_runsHereIfTheyAllDoNotBlock() {
    socket.on("x", nonBlocking("own"));
    server.io.listen(
        server.of("/"),
        "x",
        NamespaceListener.nonBlocking((socket, args, ack) -> seen.add("shared")));
    session.text("2[\"x\"]");
    assertThat(seen).containsExactly("shared", "own");
    seen.clear();

    server.io.listen(server.of("/"), "x", (socket, args, ack) -> seen.add("may block"));

    runsHere(false);
  }

  @Test
  void nonBlockingListener_ofASocketWithListenersForAnyEvent_runsOnTheExecutor() {
    socket.on("x", nonBlocking("x")).onAny((event, args) -> seen.add("any"));

    runsHere(false);
  }

  @Test
  void nonBlockingListener_ofASocketWithMiddleware_runsOnTheExecutor() {
    socket.on("x", nonBlocking("x")).use((event, args) -> seen.add("use"));

    runsHere(false);
  }

  /** Such a thread has the request context of an HTTP request. */
  @Test
  void nonBlockingListener_ofAClientThatPolls_runsOnTheExecutor() {
    session.transport(TransportName.POLLING);
    socket.on("x", nonBlocking("x"));

    runsHere(false);
  }

  /** A client that does not wait for the answer to its POST can upgrade meanwhile. */
  @Test
  void nonBlockingListener_ofWhatAPostBrings_runsOnTheExecutor_alsoAfterTheUpgrade() {
    socket.on("x", nonBlocking("x"));

    session.text("2[\"x\"]", TransportName.POLLING);

    assertThat(session.transport()).isEqualTo(TransportName.WEBSOCKET);
    assertThat(seen).isEmpty();
    server.executor.run();
    assertThat(seen).containsExactly("x");
  }

  @Test
  void eventThatNobodyHears_runsNothingHere() {
    session.text("2[\"x\"]");

    assertThat(server.executor.waiting()).isOne();
  }

  @Test
  void nonBlockingListener_whileOthersWait_waitsForItsTurn() {
    socket.on("slow", noting("slow")).on("x", nonBlocking("x"));

    session.text("2[\"slow\"]");
    session.text("2[\"x\"]");
    assertThat(seen).isEmpty();
    server.executor.run();

    assertThat(seen).containsExactly("slow", "x");
  }

  @Test
  void nonBlockingListener_whileAnotherRuns_waitsForItsTurn() {
    socket
        .on(
            "slow",
            (args, ack) -> {
              session.text("2[\"x\"]");
              seen.add("slow");
            })
        .on("x", nonBlocking("x"));

    session.text("2[\"slow\"]");
    server.executor.run();

    assertThat(seen).containsExactly("slow", "x");
  }

  /** As when a client that breaks the protocol makes two calls of the container overlap. */
  @Test
  void eventsThatComeWhileOneRunsHere_waitForIt_andRunOnTheExecutor() {
    socket
        .on(
            "x",
            EventListener.nonBlocking(
                (args, ack) -> {
                  session.text("2[\"y\",1]");
                  session.text("2[\"y\",2]");
                  seen.add("x");
                }))
        .on("y", EventListener.nonBlocking((args, ack) -> seen.add(args.get(0, Object.class))));

    session.text("2[\"x\"]");

    assertThat(seen).containsExactly("x");
    assertThat(server.executor.waiting()).isOne();
    server.executor.run();
    assertThat(seen).hasToString("[x, 1, 2]");
  }

  @Test
  void otherSockets_whileOneRunsHere_runHereToo() {
    FakeEngineSession other = server.open();
    Socket unused = server.join(other, "/").on("y", nonBlocking("y"));
    socket.on(
        "x",
        EventListener.nonBlocking(
            (args, ack) -> {
              other.text("2[\"y\"]");
              seen.add("x");
            }));

    session.text("2[\"x\"]");

    assertThat(seen).containsExactly("y", "x");
  }

  /** One of those may block. */
  @Test
  void nonBlockingListener_ofASocketWithListenersOfErrors_runsOnTheExecutor() {
    socket
        .on(
            "x",
            EventListener.nonBlocking(
                (args, ack) -> {
                  throw new IllegalStateException("boom");
                }))
        .onError(error -> seen.add(error.getMessage()));

    runsHere(false);
    assertThat(seen).containsExactly("boom");
  }

  @Test
  void failure_isLogged_andTheNextRunsHereAgain(ExpectedLogs logs) {
    logs.expect("A listener of \"x\" failed.*boom");
    socket.on(
        "x",
        EventListener.nonBlocking(
            (args, ack) -> {
              seen.add("x");
              if (seen.size() == 1) {
                throw new IllegalStateException("boom");
              }
            }));

    session.text("2[\"x\"]");
    session.text("2[\"x\"]");

    assertThat(seen).containsExactly("x", "x");
  }

  @Test
  void disconnectWhileOneRunsHere_isToldAfterIt_onTheExecutor() {
    socket
        .on(
            "x",
            EventListener.nonBlocking(
                (args, ack) -> {
                  session.text("1");
                  seen.add("x");
                }))
        .onDisconnect((reason, description) -> seen.add("gone"));

    session.text("2[\"x\"]");

    assertThat(seen).containsExactly("x");
    server.executor.run();
    assertThat(seen).containsExactly("x", "gone");
  }

  @Test
  void socketThatIsOver_runsNothing() {
    socket.on("x", nonBlocking("x"));
    socket.disconnect(false);

    session.text("2[\"x\"]");
    server.executor.run();

    assertThat(seen).isEmpty();
  }

  @Test
  void noThreadForWhatComesMeanwhile_closesTheConnection(ExpectedLogs logs) {
    logs.expect("Closing a connection from 127.0.0.1: no thread for the listeners of socket");
    socket.on(
        "x",
        EventListener.nonBlocking(
            (args, ack) -> {
              session.text("2[\"x\"]");
              server.executor.refuse(true);
            }));

    session.text("2[\"x\"]");

    assertThat(session.closing()).isTrue();
    assertThat(server.io.statistics().reached(Limit.HANDLER_THREADS)).isOne();
    server.executor.refuse(false);
    server.timer.advance(Duration.ofMinutes(1));
  }

  @Test
  void mailbox_thatHasNoContextAnyMore_refuses() {
    Mailbox mailbox = new Mailbox(server.executor, server.timer, 10, 10);
    HandlerExecutor stopped =
        new HandlerExecutor() {
          @Override
          public void execute(Runnable task) {
            server.executor.execute(task);
          }

          @Override
          public void executeHere(Runnable task) {
            throw new IllegalStateException("stopped");
          }
        };

    Mailbox.Outcome outcome =
        mailbox.runHere(
            new Mailbox.Task() {
              @Override
              void run() {
                seen.add("never");
              }

              @Override
              long size() {
                return 0;
              }
            },
            stopped);

    assertThat(outcome).isEqualTo(Mailbox.Outcome.REJECTED);
    assertThat(seen).isEmpty();
    assertThat(mailbox).hasToString("Mailbox[tasks=0, bytes=0]");
  }

  @Test
  void connect_neverRunsHere() {
    server.of("/").onConnection(joined -> seen.add("connection"));
    FakeEngineSession other = server.open();

    other.text("0");

    assertThat(seen).isEmpty();
    server.executor.run();
    assertThat(seen).containsExactly("connection");
  }
}
