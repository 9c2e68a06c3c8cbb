package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.Ack;
import dev.socketee.AckTimeoutException;
import dev.socketee.Args;
import dev.socketee.Socket;
import dev.socketee.SocketDisconnectedException;
import dev.socketee.engine.CloseReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reference 2.4, Acknowledgements. */
class AckTest {

  private final TestServer server = new TestServer(ServerOptions.builder().pendingAcks(2).build());
  private final List<Object> seen = new ArrayList<>();
  private FakeEngineSession session;
  private Socket socket;

  @BeforeEach
  void connect() {
    session = server.open();
    socket = server.join(session, "/");
  }

  private AtomicReference<Ack<Object>> captureAck() {
    AtomicReference<Ack<Object>> captured = new AtomicReference<>();
    socket.on("x", (args, ack) -> captured.set(ack));
    return captured;
  }

  // ---- answers to the client

  @Test
  void ack_worksOnce() {
    AtomicReference<Ack<Object>> ack = captureAck();
    session.text("25[\"x\"]");
    server.executor.run();

    ack.get().send("first");
    ack.get().send("second");
    ack.get().sendAll("third");

    assertThat(ack.get().requested()).isTrue();
    assertThat(session.sent()).containsExactly("35[\"first\"]");
  }

  @Test
  void ack_ofSeveralListeners_isOne() {
    socket.on("x", (args, ack) -> ack.send(1)).on("x", (args, ack) -> ack.send(2));
    session.text("25[\"x\"]");
    server.executor.run();

    assertThat(session.sent()).containsExactly("35[1]");
  }

  @Test
  void ack_withSeveralArgumentsAndBinary_isEncoded() {
    AtomicReference<Ack<Object>> ack = captureAck();
    session.text("25[\"x\"]");
    server.executor.run();

    ack.get().sendAll("a", new byte[] {1}, null);

    assertThat(session.sent())
        .containsExactly("61-5[\"a\",{\"_placeholder\":true,\"num\":0},null]", "01");
  }

  @Test
  void ack_nobodyAskedFor_doesNothing() {
    AtomicReference<Ack<Object>> ack = captureAck();
    session.text("2[\"x\"]");
    server.executor.run();

    ack.get().send(TestCodec.POISON);

    assertThat(ack.get().requested()).isFalse();
    assertThat(session.sent()).isEmpty();
  }

  @Test
  void ack_thatCannotBeEncoded_canBeRepeated() {
    AtomicReference<Ack<Object>> ack = captureAck();
    session.text("25[\"x\"]");
    server.executor.run();

    assertThatThrownBy(() -> ack.get().send(TestCodec.POISON))
        .isInstanceOf(IllegalArgumentException.class);
    ack.get().send("sorry");

    assertThat(session.sent()).containsExactly("35[\"sorry\"]");
  }

  @Test
  void ack_afterTheDisconnect_doesNothing() {
    AtomicReference<Ack<Object>> ack = captureAck();
    session.text("25[\"x\"]");
    server.executor.run();
    socket.disconnect();
    session.sent();

    ack.get().send("late");

    assertThat(session.sent()).isEmpty();
  }

  // ---- answers of the client

  @Test
  void emitWithAck_getsTheArguments() {
    CompletableFuture<Args> answer = socket.emitWithAck("ask", "a").toCompletableFuture();

    assertThat(session.sent()).containsExactly("20[\"ask\",\"a\"]");
    assertThat(answer).isNotDone();
    session.text("30[\"b\",2]");
    server.executor.run();

    assertThat(answer).isCompleted();
    assertThat(answer.join().get(0, String.class)).isEqualTo("b");
    assertThat(answer.join().size()).isEqualTo(2);
    assertThat(socket.toString()).contains("acks=0");
  }

  @Test
  void emitWithAck_binaryAnswer_isPutTogether() {
    CompletableFuture<Args> answer = socket.emitWithAck("ask").toCompletableFuture();
    session.text("61-0[{\"_placeholder\":true,\"num\":0}]");
    session.binary(4, 2);
    server.executor.run();

    assertThat(answer.join().get(0, byte[].class)).containsExactly(4, 2);
  }

  @Test
  void ids_countFromZero_perNamespace() {
    Socket neighbour = server.join(server.open(), "/");
    Socket elsewhere = server.join(session, "/b");
    session.sent();

    assertThat(socket.emitWithAck("ask")).isNotNull();
    assertThat(neighbour.emitWithAck("ask")).isNotNull();
    assertThat(socket.emitWithAck("ask")).isNotNull();
    assertThat(elsewhere.emitWithAck("ask")).isNotNull();

    assertThat(session.sent()).containsExactly("20[\"ask\"]", "22[\"ask\"]", "2/b,0[\"ask\"]");
  }

  @Test
  void answer_thatIsRepeatedOrUnknown_isIgnored() {
    CompletableFuture<Args> answer = socket.emitWithAck("ask").toCompletableFuture();

    session.text("30[1]");
    session.text("30[2]");
    session.text("399[3]");
    session.text("3[4]");
    server.executor.run();

    assertThat(answer.join().get(0, Object.class)).isEqualTo(1L);
    assertThat(session.closing()).isFalse();
  }

  @Test
  void callback_runsOnTheExecutor_notBehindTheMailbox() {
    socket.on("x", (args, ack) -> seen.add("event"));
    assertThat(socket.emitWithAck("ask").thenAccept(args -> seen.add("answer"))).isNotNull();
    session.text("2[\"x\"]");
    session.text("30[]");

    assertThat(seen).isEmpty();
    assertThat(server.executor.waiting()).isEqualTo(2);
    server.executor.run();

    assertThat(seen).containsExactly("event", "answer");
  }

  @Test
  void timeout_failsTheAnswer_andALateOneIsIgnored() {
    CompletableFuture<Args> answer =
        socket.timeout(Duration.ofSeconds(2)).emitWithAck("ask").toCompletableFuture();

    server.timer.advance(Duration.ofMillis(1999));
    server.executor.run();
    assertThat(answer).isNotDone();
    server.timer.advance(Duration.ofMillis(1));
    session.text("30[]");
    server.executor.run();

    assertThatThrownBy(answer::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(AckTimeoutException.class);
    assertThat(socket.toString()).contains("acks=0");
  }

  @Test
  void answer_inTime_cancelsTheTimeout() {
    int before = server.timer.pending();
    assertThat(socket.timeout(Duration.ofSeconds(2)).emitWithAck("ask")).isNotNull();
    assertThat(server.timer.pending()).isEqualTo(before + 1);

    session.text("30[]");

    assertThat(server.timer.pending()).isEqualTo(before);
  }

  @Test
  void timeout_notPositive_isRefused() {
    assertThatThrownBy(() -> socket.timeout(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> socket.asVolatile().timeout(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void disconnect_failsWhatIsAwaited_andCancelsTimeouts() {
    CompletableFuture<Args> first = socket.emitWithAck("ask").toCompletableFuture();
    CompletableFuture<Args> second =
        socket.timeout(Duration.ofSeconds(2)).emitWithAck("ask").toCompletableFuture();

    session.end(CloseReason.TRANSPORT_CLOSE, null);
    server.executor.run();

    assertThatThrownBy(first::join).hasCauseInstanceOf(SocketDisconnectedException.class);
    assertThatThrownBy(second::get)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(SocketDisconnectedException.class);
    assertThat(server.timer.pending()).isZero();
  }

  @Test
  void emitWithAck_ofADisconnectedSocket_fails() {
    socket.disconnect();
    session.sent();

    CompletableFuture<Args> answer = socket.emitWithAck("ask").toCompletableFuture();

    assertThatThrownBy(answer::join).hasCauseInstanceOf(SocketDisconnectedException.class);
    assertThat(session.sent()).isEmpty();
  }

  @Test
  void emitWithAck_pastTheLimit_isRefused_untilOneIsAnswered() {
    assertThat(socket.emitWithAck("ask")).isNotNull();
    assertThat(socket.emitWithAck("ask")).isNotNull();

    assertThatThrownBy(() -> socket.emitWithAck("ask"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("owes 2 acknowledgements");
    assertThat(session.sent()).hasSize(2);
    session.text("30[]");
    assertThat(socket.emitWithAck("ask")).isNotNull();
    assertThat(session.sent()).hasSize(1);
  }

  @Test
  void emitWithAck_cancelledByTheApplication_isForgotten() {
    CompletableFuture<Args> answer =
        socket.timeout(Duration.ofSeconds(2)).emitWithAck("ask").toCompletableFuture();

    answer.cancel(false);

    assertThat(socket.toString()).contains("acks=0");
    assertThat(server.timer.pending()).isZero();
    assertThatThrownBy(answer::join).isInstanceOf(CancellationException.class);
    session.text("30[]");
    assertThat(server.executor.waiting()).isZero();
  }

  @Test
  void waiting_withATimeOut_endsInIt() {
    CompletableFuture<Args> answer = socket.emitWithAck("ask").toCompletableFuture();

    assertThatThrownBy(() -> answer.get(1, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    assertThat(answer).isNotDone();
  }

  /** Nobody runs the executor here: the waiting thread needs none. */
  @Test
  void waiting_needsNoThreadOfTheExecutor() throws Exception {
    CompletableFuture<Args> answer = socket.emitWithAck("ask").toCompletableFuture();
    CompletableFuture<String> chained = answer.thenApply(args -> Thread.currentThread().getName());
    session.text("30[1]");

    assertThat(answer).isNotDone();
    assertThat(answer.get(10, TimeUnit.SECONDS).size()).isEqualTo(1);
    assertThat(answer).isDone();
    assertThat(chained).isCompletedWithValue(Thread.currentThread().getName());
  }

  @Test
  void answer_whenTheExecutorRefuses_isNotLost() {
    CompletableFuture<String> chained =
        socket
            .emitWithAck("ask")
            .thenApply(args -> Thread.currentThread().getName())
            .toCompletableFuture();
    server.executor.refuse(true);

    session.text("30[1]");

    assertThat(chained.orTimeout(10, TimeUnit.SECONDS).join())
        .isNotEqualTo(Thread.currentThread().getName());
  }

  @Test
  void answer_whenTheExecutorFails_isNotLost() {
    CompletableFuture<Args> chained =
        socket.emitWithAck("ask").thenApply(args -> args).toCompletableFuture();
    server.executor.fail(true);

    session.text("30[1]");

    assertThat(chained.orTimeout(10, TimeUnit.SECONDS).join()).isNotNull();
  }

  @Test
  void emitWithAck_volatile_isDroppedWhileTheTransportIsBusy() {
    session.writable(false);
    CompletableFuture<Args> lost =
        socket.asVolatile().timeout(Duration.ofSeconds(1)).emitWithAck("ask").toCompletableFuture();

    assertThat(session.sent()).isEmpty();
    server.timer.advance(Duration.ofSeconds(1));
    assertThatThrownBy(lost::join).hasCauseInstanceOf(AckTimeoutException.class);
  }

  @Test
  void emitWithAck_thatCannotBeEncoded_leavesNothingBehind() {
    assertThatThrownBy(() -> socket.emitWithAck("ask", TestCodec.POISON))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(socket.toString()).contains("acks=0");
  }
}
