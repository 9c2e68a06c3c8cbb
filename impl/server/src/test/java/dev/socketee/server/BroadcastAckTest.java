package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.BroadcastAcks;
import dev.socketee.Socket;
import dev.socketee.SocketNamespace;
import dev.socketee.engine.CloseReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Reference 2.4, Acknowledgements of a broadcast; the rest is in AdapterContractTest. */
class BroadcastAckTest {

  private final TestServer server = new TestServer(ServerOptions.builder().pendingAcks(1).build());
  private final SocketNamespace all = server.of("/");

  private CompletableFuture<BroadcastAcks> ask() {
    return all.timeout(Duration.ofSeconds(1)).emitWithAck("x").toCompletableFuture();
  }

  @Test
  void emitWithAck_withoutTimeoutOrName_isRefused() {
    assertThatThrownBy(() -> all.emitWithAck("x"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("needs a timeout");
    assertThatThrownBy(() -> all.to().emitWithAck("x")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> all.timeout(Duration.ofSeconds(1)).emitWithAck("connect"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"connect\" is a reserved event name");
    assertThatThrownBy(() -> all.timeout(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void socket_thatGoes_isNotWaitedFor() {
    FakeEngineSession going = server.open();
    String id = server.join(going, "/").id();
    FakeEngineSession staying = server.connect();
    CompletableFuture<BroadcastAcks> asked = ask();

    staying.text("30[1]");
    going.end(CloseReason.TRANSPORT_CLOSE, null);
    server.executor.run();

    assertThat(asked).isCompleted();
    BroadcastAcks acks = asked.join();
    assertThat(acks.missing()).isEqualTo(Set.of(id));
    assertThat(acks.responses()).hasSize(1);
    assertThat(acks.expected()).isEqualTo(2);
    assertThat(acks.complete()).isFalse();
  }

  @Test
  void socket_thatOwesTooMuchAlready_isNotAsked() {
    FakeEngineSession session = server.connect();
    Socket socket = all.connectedSockets().iterator().next();
    assertThat(socket.emitWithAck("first")).isNotNull();
    session.sent();

    CompletableFuture<BroadcastAcks> asked = ask();
    server.executor.run();

    assertThat(session.sent()).isEmpty();
    assertThat(asked.join().missing()).containsExactly(socket.id());
  }

  @Test
  void answer_afterTheTimeout_isIgnoredAndLeavesNothingBehind() {
    FakeEngineSession session = server.connect();
    CompletableFuture<BroadcastAcks> asked = ask();
    server.timer.advance(Duration.ofSeconds(1));
    session.text("30[1]");
    server.executor.run();

    assertThat(asked.join().responses()).isEmpty();
    CompletableFuture<BroadcastAcks> again = ask(); // the only acknowledgement that may be owed
    session.text("31[]");
    server.executor.run();
    assertThat(again.join().complete()).isTrue();
    server.timer.advance(Duration.ofSeconds(1));
    assertThat(server.timer.pending()).isZero();
  }

  @Test
  void answer_twice_counts_once() {
    FakeEngineSession session = server.connect();
    server.connect();
    CompletableFuture<BroadcastAcks> asked = ask();
    session.text("30[1]");
    session.text("30[2]");
    server.executor.run();

    assertThat(asked).isNotDone();
    assertThat(session.closing()).isFalse();
  }

  @Test
  void handler_thatWaits_isWokenWithoutAnotherThread() {
    FakeEngineSession session = server.open();
    Socket socket = server.join(session, "/");
    List<BroadcastAcks> got = new ArrayList<>();
    socket.on(
        "go",
        (args, ack) -> {
          CompletableFuture<BroadcastAcks> asked = ask();
          session.text("30[\"yes\"]");
          got.add(asked.join());
        });

    session.text("2[\"go\"]");
    server.executor.step();

    assertThat(got).hasSize(1);
    assertThat(got.get(0).complete()).isTrue();
  }

  @Test
  void answers_ofAll_leaveNoTimer() {
    FakeEngineSession one = server.connect();
    FakeEngineSession other = server.connect();
    CompletableFuture<BroadcastAcks> asked = ask();

    one.text("30[1]");
    other.end(CloseReason.TRANSPORT_CLOSE, null);

    assertThat(asked).succeedsWithin(Duration.ofSeconds(10));
    server.io.sockets().disconnectSockets(true);
    server.executor.run();
    assertThat(server.timer.pending()).isZero();
  }
}
