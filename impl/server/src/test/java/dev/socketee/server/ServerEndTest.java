package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.ConnectionError;
import dev.socketee.Socket;
import dev.socketee.engine.CloseReason;
import dev.socketee.test.ExpectedLogs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a server ends. Source: reference 2.1, close. */
class ServerEndTest {

  private final TestServer server = new TestServer();
  private final List<String> told = new ArrayList<>();

  private final Carrier carrier =
      new Carrier() {
        @Override
        public String path() {
          return "/x";
        }

        @Override
        public void drain() {
          told.add("no more handshakes");
        }

        @Override
        public void close() {
          told.add("carrier closed");
        }
      };

  @BeforeEach
  void mount() {
    server.io.carriedBy(carrier);
  }

  @Test
  void server_isWhatItsCarrierAndItsClientsMakeIt() {
    assertThat(server.io.name()).isEqualTo("default");
    assertThat(new SocketIOServer("admin").name()).isEqualTo("admin");
    assertThat(server.io.path()).isEqualTo("/x");
    assertThatThrownBy(() -> new SocketIOServer().path()).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> server.io.carriedBy(carrier))
        .isInstanceOf(IllegalStateException.class);
    assertThat(server.io.statistics().sessions()).isZero();
    FakeEngineSession session = server.open();
    assertThat(server.io.statistics().sessions()).isEqualTo(1);
    session.end(CloseReason.TRANSPORT_CLOSE, null);
    assertThat(server.io.statistics().sessions()).isZero();
  }

  @Test
  void close_endsSockets_thenTheCarrier_once() {
    Socket socket = server.join(server.open(), "/");
    socket.onDisconnect((reason, description) -> told.add(reason.text()));

    CompletionStage<Void> first = server.io.close();
    CompletionStage<Void> second = server.io.close();
    server.executor.run();

    assertThat(told).containsExactly("carrier closed", "server shutting down");
    assertThat(socket.connected()).isFalse();
    assertThat(first.toCompletableFuture()).isCompleted();
    assertThat(second.toCompletableFuture()).isCompleted();
    assertThat(server.io.isClosed()).isTrue();
    assertThat(server.io.statistics().sessions()).isZero();
  }

  @Test
  void drain_tellsClients_andClosesWhenTheLastHasLeft() {
    FakeEngineSession one = server.connect();
    FakeEngineSession other = server.open();
    server.join(other, "/b");

    CompletionStage<Void> drained = server.io.drain(Duration.ofSeconds(10));

    assertThat(one.sent()).containsExactly("2[\"server_draining\",10000]");
    assertThat(other.sent()).containsExactly("2/b,[\"server_draining\",10000]");
    one.end(CloseReason.TRANSPORT_CLOSE, null);
    assertThat(told).containsExactly("no more handshakes");
    assertThat(drained.toCompletableFuture()).isNotDone();
    other.end(CloseReason.TRANSPORT_CLOSE, null);

    assertThat(told).containsExactly("no more handshakes", "carrier closed");
    assertThat(drained.toCompletableFuture()).isCompleted();
    assertThat(server.timer.pending()).isZero();
  }

  @Test
  void drain_atItsDeadline_closes() {
    Socket socket = server.join(server.open(), "/");
    socket.onDisconnect((reason, description) -> told.add(reason.text()));
    CompletionStage<Void> drained = server.io.drain(Duration.ofSeconds(10));

    server.timer.advance(Duration.ofMillis(9_999));
    assertThat(drained.toCompletableFuture()).isNotDone();
    server.timer.advance(Duration.ofMillis(1));
    server.executor.run();

    assertThat(drained.toCompletableFuture()).isCompleted();
    assertThat(told)
        .containsExactly("no more handshakes", "carrier closed", "server shutting down");
  }

  @Test
  void drain_twice_theSoonerDeadlineCounts() {
    server.connect();
    server.io.drain(Duration.ofSeconds(10));
    CompletionStage<Void> drained = server.io.drain(Duration.ofSeconds(1));

    server.timer.advance(Duration.ofSeconds(1));

    assertThat(drained.toCompletableFuture()).isCompleted();
  }

  @Test
  void drain_waitsForAConnection_thatHasStillToFetchTheEndOfItsSockets() {
    FakeEngineSession session = server.open();
    session.linger();
    Socket socket = server.join(session, "/");
    CompletionStage<Void> drained = server.io.drain(Duration.ofSeconds(10));

    socket.disconnect(true);
    assertThat(told).containsExactly("no more handshakes");
    assertThat(drained.toCompletableFuture()).isNotDone();
    session.end(CloseReason.FORCED_CLOSE, null);

    assertThat(told).containsExactly("no more handshakes", "carrier closed");
    assertThat(drained.toCompletableFuture()).isCompleted();
  }

  @Test
  void drain_tellsWhoeverJoinsANamespaceMeanwhile_howLongThereIs() {
    server.of("/b");
    FakeEngineSession session = server.open();
    server.io.drain(Duration.ofSeconds(10));
    server.io.drain(Duration.ofSeconds(20));
    server.timer.advance(Duration.ofSeconds(4));

    session.text("0/b,");
    server.executor.run();

    assertThat(session.sent())
        .containsExactly("0/b,{\"sid\":\"#\"}", "2/b,[\"server_draining\",6000]");
  }

  @Test
  void drain_thatIsOverSooner_leavesNoTimer() {
    FakeEngineSession session = server.connect();
    server.io.drain(Duration.ofDays(1));

    session.end(CloseReason.TRANSPORT_CLOSE, null);

    assertThat(server.io.isClosed()).isTrue();
    assertThat(server.timer.pending()).isZero();
  }

  @Test
  void drain_withoutClients_orWithoutTime_closesAtOnce() {
    assertThat(server.io.drain(Duration.ofSeconds(10)).toCompletableFuture()).isCompleted();
    TestServer other = new TestServer();
    other.connect();
    assertThat(other.io.drain(Duration.ZERO).toCompletableFuture()).isCompleted();
    assertThat(new SocketIOServer().drain(Duration.ofSeconds(10)).toCompletableFuture())
        .isCompleted();
    assertThatThrownBy(() -> other.io.drain(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void connectionErrors_areToldToAllListeners_whateverOneDoes(ExpectedLogs logs) {
    logs.expect("A listener for connection errors failed.*a bug");
    server.io.onConnectionError(
        error -> {
          throw new IllegalStateException("a bug");
        });
    server.io.onConnectionError(
        error -> told.add(error.code() + " " + error.message() + " " + error.context()));

    server.io.connectionFailed(new ConnectionError(null, 1, "unknown", Map.of("sid", "x")));

    assertThat(told).containsExactly("1 unknown {sid=x}");
  }
}
