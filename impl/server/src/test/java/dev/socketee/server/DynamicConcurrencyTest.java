package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.ParentNamespace;
import dev.socketee.SocketNamespace;
import dev.socketee.engine.CloseReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Namespaces that come and go, with real threads. */
class DynamicConcurrencyTest {

  private static final int ROUNDS = 300;
  private static final int CLIENTS = 4;
  private static final Pattern ANY = Pattern.compile("/any-\\d+");

  private final ExecutorService handlers = Executors.newFixedThreadPool(CLIENTS);
  private final ExecutorService containers = Executors.newFixedThreadPool(CLIENTS);

  @AfterEach
  void stop() {
    handlers.shutdownNow();
    containers.shutdownNow();
  }

  private SocketIOServer server(boolean cleanup) {
    SocketIOServer io = new SocketIOServer();
    io.start(
        ServerOptions.builder().cleanupEmptyChildNamespaces(cleanup).build(),
        new ServerRuntime(
            new TestCodec(), new ManualTimer(), request -> HandlerExecutor.of(handlers), handlers));
    return io;
  }

  /** Every client joins each of the namespaces, together, and is told to go. */
  private void run(SocketIOServer io, boolean leave) throws Exception {
    CyclicBarrier together = new CyclicBarrier(CLIENTS);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      all.add(
          containers.submit(
              () -> {
                for (int round = 0; round < ROUNDS; round++) {
                  FakeEngineSession session = new FakeEngineSession(FakeRequest.PLAIN);
                  session.open(io);
                  CountDownLatch answered = new CountDownLatch(1);
                  session.onNextSend(answered::countDown);
                  together.await(1, TimeUnit.MINUTES);
                  session.text("0/any-" + round % 7 + ",");
                  assertThat(answered.await(1, TimeUnit.MINUTES)).isTrue();
                  assertThat(session.sent())
                      .containsExactly("0/any-" + round % 7 + ",{\"sid\":\"#\"}");
                  if (leave) {
                    session.end(CloseReason.TRANSPORT_CLOSE, null);
                  }
                }
                return null;
              }));
    }
    for (Future<?> each : all) {
      each.get(2, TimeUnit.MINUTES);
    }
  }

  @Test
  void namespace_thatSeveralClientsAskForAtOnce_isCreatedOnce() throws Exception {
    SocketIOServer io = server(false);
    Map<String, Integer> created = new ConcurrentHashMap<>();
    io.onNewNamespace(namespace -> created.merge(namespace.name(), 1, Integer::sum));
    ParentNamespace parent = io.of(ANY);

    run(io, false);

    assertThat(created).hasSize(7).allSatisfy((name, times) -> assertThat(times).isEqualTo(1));
    assertThat(parent.children().stream().mapToInt(each -> each.connectedSockets().size()).sum())
        .isEqualTo(ROUNDS * CLIENTS);
  }

  @Test
  void namespaces_thatAreCleanedUpWhileOthersCome_loseNobodyAndLeaveNothing() throws Exception {
    SocketIOServer io = server(true);
    ParentNamespace parent = io.of(ANY);

    run(io, true);

    assertThat(parent.children()).isEmpty();
    assertThat(io.namespaces()).extracting(SocketNamespace::name).containsExactly("/");
    assertThat(io.directory().childCount()).isZero();
  }
}
