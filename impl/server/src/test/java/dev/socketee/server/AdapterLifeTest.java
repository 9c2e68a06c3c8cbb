package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.RoomListener;
import dev.socketee.SocketNamespace;
import dev.socketee.engine.CloseReason;
import dev.socketee.spi.Adapter;
import dev.socketee.spi.BroadcastOptions;
import dev.socketee.spi.Emission;
import dev.socketee.spi.LocalSockets;
import dev.socketee.spi.SocketSession;
import dev.socketee.test.ExpectedLogs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When adapters are made, used and closed. Source: reference 2.8. */
class AdapterLifeTest {

  private final List<String> told = new ArrayList<>();
  private final SocketNamespace[] kept = new SocketNamespace[1];

  /** Says what is done to it. */
  private class Recorder extends InMemoryAdapter {
    private final String name;

    Recorder(LocalSockets sockets) {
      super(sockets);
      name = sockets.namespace();
    }

    @Override
    public CompletionStage<Void> init() {
      told.add("init " + name);
      return super.init();
    }

    @Override
    public void broadcast(Emission event, BroadcastOptions options) {
      told.add("broadcast " + name);
      super.broadcast(event, options);
    }

    @Override
    public void persistSession(SocketSession session) {
      told.add("persist " + name);
    }

    @Override
    public Optional<RoomListener> roomListener() {
      return Optional.of(
          new RoomListener() {
            @Override
            public void deleted(String room) {
              told.add("deleted " + name);
            }
          });
    }

    @Override
    public CompletionStage<Void> close() {
      told.add("close " + name);
      return CompletableFuture.completedFuture(null);
    }
  }

  /** Stores events, or says so. */
  private final class Offsetting extends Recorder {
    private final LocalSockets sockets;

    Offsetting(LocalSockets sockets) {
      super(sockets);
      this.sockets = sockets;
    }

    @Override
    public void broadcast(Emission event, BroadcastOptions options) {
      told.add("broadcast " + sockets.namespace());
      sockets.broadcast(event, options, "0");
    }
  }

  private TestServer server() {
    return new TestServer(
        ServerOptions.builder().adapter(Recorder::new).cleanupEmptyChildNamespaces(true).build());
  }

  @Test
  void adapter_isClosedOnce_andNotUsedAnyMore() {
    TestServer server = server();
    FakeEngineSession session = server.connect();

    server.io.sockets().emit("x");
    server.io.close();
    server.executor.run();
    server.io.sockets().emit("x");
    server.io.sockets().disconnectSockets(false);

    assertThat(session.sent()).containsExactly("2[\"x\"]");
    assertThat(told).containsExactly("init /", "broadcast /", "close /");
  }

  @Test
  void adapter_ofAChildThatIsCleanedUp_isNotUsedByWhoKeptTheChild() {
    TestServer server = server();
    server.io.of(Pattern.compile("/dyn")).onConnection(socket -> kept[0] = socket.namespace());
    FakeEngineSession session = server.open();
    session.text("0/dyn,");
    server.executor.run();

    session.text("1/dyn,");
    kept[0].emit("x");
    server.io.close();

    assertThat(told).containsExactly("init /", "init /dyn", "close /dyn", "close /");
  }

  @Test
  void adapter_ofANamespaceThatIsMadeTooLate_isClosed() {
    TestServer server = server();
    server.io.close();

    server.of("/late");

    assertThat(told).containsExactly("init /", "close /", "init /late", "close /late");
  }

  private static void fail(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }

  static Stream<Throwable> failures() {
    return Stream.of(new IllegalStateException("no"), new NoClassDefFoundError("no"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void adapter_thatCannotBeMade_leavesNoNamespace_andIsTriedAgain(
      Throwable failure, ExpectedLogs logs) {
    logs.expect("Namespace /dyn could not be started.*no");
    boolean[] broken = {true};
    TestServer server =
        new TestServer(
            ServerOptions.builder()
                .childNamespaces(1)
                .adapter(
                    sockets -> {
                      if (broken[0] && sockets.namespace().equals("/dyn")) {
                        fail(failure);
                      }
                      return (Adapter) new Recorder(sockets);
                    })
                .build());
    server.io.of(Pattern.compile("/dyn"));
    FakeEngineSession session = server.open();

    session.text("0/dyn,");
    server.executor.run();
    assertThat(session.sent()).containsExactly("4/dyn,{\"message\":\"Connection refused\"}");
    assertThat(server.io.namespaces()).extracting(SocketNamespace::name).containsExactly("/");
    assertThatThrownBy(() -> server.of("/dyn")).hasMessage("no");

    broken[0] = false;
    session.text("0/dyn,");
    server.executor.run();
    assertThat(session.sent()).containsExactly("0/dyn,{\"sid\":\"#\"}");
  }

  @Test
  void adapter_ofAChildThatIsCleanedUp_isGivenTheLastSessionBefore() {
    TestServer server =
        new TestServer(
            ServerOptions.builder()
                .adapter(Offsetting::new)
                .cleanupEmptyChildNamespaces(true)
                .recovery(RecoveryOptions.OFF.on())
                .build());
    server.io.of(Pattern.compile("/dyn")).onConnection(socket -> socket.emit("x"));
    FakeEngineSession session = server.open();
    session.text("0/dyn,");
    server.executor.run();

    session.end(CloseReason.TRANSPORT_CLOSE, null);

    assertThat(told)
        .containsExactly("init /", "init /dyn", "broadcast /dyn", "persist /dyn", "close /dyn");
  }

  @Test
  void adapter_isNamedForTheLog() {
    RecoveryOptions recovery =
        new RecoveryOptions(true, Duration.ofMinutes(1), false, 10, 1000, 10);

    assertThat(new TestServer().io.adapter()).isEqualTo("in memory");
    assertThat(new TestServer(ServerOptions.builder().recovery(recovery).build()).io.adapter())
        .isEqualTo("in memory with recovery");
    assertThat(new TestServer(ServerOptions.builder().adapter(Recorder::new).build()).io.adapter())
        .isEqualTo(Recorder.class.getName());
  }
}
