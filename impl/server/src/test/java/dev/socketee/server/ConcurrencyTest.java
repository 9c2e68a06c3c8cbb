package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Args;
import dev.socketee.Socket;
import dev.socketee.SocketDisconnectedException;
import dev.socketee.engine.CloseReason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With real threads: order, no deadlock, no leak. */
@Timeout(60)
class ConcurrencyTest {

  private final ExecutorService outside = Executors.newCachedThreadPool();
  private final List<ExecutorService> pools = new ArrayList<>();
  private final Phaser inFlight = new Phaser(1);

  private TestServer serverWith(int threads) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    pools.add(pool);
    return new TestServer(counted(pool));
  }

  @AfterEach
  void stop() {
    pools.add(outside);
    pools.forEach(ExecutorService::shutdownNow);
  }

  /** Waits until neither the server's threads nor those outside have anything to do. */
  private void finish() {
    inFlight.arriveAndAwaitAdvance();
  }

  private Executor counted(Executor executor) {
    return task -> {
      inFlight.register();
      executor.execute(
          () -> {
            try {
              task.run();
            } finally {
              inFlight.arriveAndDeregister();
            }
          });
    };
  }

  private static void await(CountDownLatch latch) throws InterruptedException {
    assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
  }

  private static FakeEngineSession connect(TestServer server) throws InterruptedException {
    CountDownLatch connected = new CountDownLatch(1);
    FakeEngineSession session = server.open();
    server.of("/").onConnection(socket -> connected.countDown());
    session.text("0");
    await(connected);
    return session;
  }

  /** Every thread there is waits for its own client; none is left to complete the answers. */
  @Test
  void handlers_thatWaitForTheirOwnClient_doNotDeadlock() throws Exception {
    int count = 3;
    TestServer server = serverWith(count);
    CountDownLatch waiting = new CountDownLatch(count);
    CountDownLatch done = new CountDownLatch(count);
    server
        .of("/")
        .onConnection(
            socket ->
                socket.on(
                    "x",
                    (args, ack) -> {
                      CompletableFuture<Args> answer =
                          socket.emitWithAck("ask").toCompletableFuture();
                      waiting.countDown();
                      ack.send(answer.join().get(0, Object.class));
                      done.countDown();
                    }));
    List<FakeEngineSession> sessions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      FakeEngineSession session = connect(server);
      session.sent();
      session.text("20[\"x\"]");
      sessions.add(session);
    }
    await(waiting);
    for (FakeEngineSession session : sessions) {
      String asked = session.sent().get(0);
      session.text("3" + asked.charAt(1) + "[7]");
    }
    await(done);

    for (FakeEngineSession session : sessions) {
      assertThat(session.sent()).containsExactly("30[7]");
    }
  }

  @Test
  void handler_thatWaits_isReleasedByTheDisconnect() throws Exception {
    TestServer server = serverWith(1);
    CountDownLatch waiting = new CountDownLatch(1);
    CountDownLatch told = new CountDownLatch(1);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    server
        .of("/")
        .onConnection(
            socket ->
                socket
                    .on(
                        "x",
                        (args, ack) -> {
                          CompletableFuture<Args> answer =
                              socket.emitWithAck("ask").toCompletableFuture();
                          waiting.countDown();
                          answer.join();
                        })
                    .onError(failure::set)
                    .onDisconnect((reason, description) -> told.countDown()));
    FakeEngineSession session = connect(server);
    session.text("2[\"x\"]");
    await(waiting);

    session.end(CloseReason.PING_TIMEOUT, null);
    await(told);

    assertThat(failure.get())
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(SocketDisconnectedException.class);
  }

  @Test
  void handler_thatBlocks_holdsUpNothingElse() throws Exception {
    TestServer server = serverWith(2);
    CountDownLatch blocked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch elsewhere = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    AtomicReference<Socket> socket = new AtomicReference<>();
    AtomicBoolean dropped = new AtomicBoolean(true);
    server
        .of("/")
        .onConnection(
            connected -> {
              socket.set(connected);
              connected
                  .on(
                      "block",
                      (args, ack) -> {
                        blocked.countDown();
                        await(release);
                      })
                  .on("later", (args, ack) -> dropped.set(false));
            });
    server
        .of("/b")
        .onConnection(connected -> connected.on("x", (args, ack) -> elsewhere.countDown()));
    FakeEngineSession session = connect(server);
    session.text("2[\"block\"]");
    session.text("2[\"later\"]");
    await(blocked);

    assertThat(socket.get().emitWithAck("ask").thenRun(answered::countDown)).isNotNull();
    session.text("30[]");
    await(answered);
    CountDownLatch joined = new CountDownLatch(1);
    server.of("/b").onConnection(connected -> joined.countDown());
    session.text("0/b,");
    await(joined);
    session.text("2/b,[\"x\"]");
    await(elsewhere);
    CountDownLatch told = new CountDownLatch(1);
    socket.get().onDisconnect((reason, description) -> told.countDown());
    session.text("1");
    assertThat(socket.get().connected()).isFalse();
    assertThat(told.getCount()).isEqualTo(1);
    release.countDown();
    await(told);

    assertThat(dropped).isTrue();
  }

  @Test
  void events_ofOneSocket_areInOrderAndNeverOverlap() throws Exception {
    int sockets = 6;
    int events = 3000;
    TestServer server = serverWith(4);
    CountDownLatch done = new CountDownLatch(sockets);
    AtomicInteger wrong = new AtomicInteger();
    server
        .of("/")
        .onConnection(
            socket -> {
              AtomicInteger inside = new AtomicInteger();
              AtomicInteger expected = new AtomicInteger();
              socket.on(
                  "x",
                  Long.class,
                  (number, ack) -> {
                    if (inside.incrementAndGet() != 1 || number != expected.getAndIncrement()) {
                      wrong.incrementAndGet();
                    }
                    inside.decrementAndGet();
                    if (number == events - 1) {
                      done.countDown();
                    }
                  });
            });
    List<FakeEngineSession> sessions = new ArrayList<>();
    for (int i = 0; i < sockets; i++) {
      sessions.add(connect(server));
    }
    for (FakeEngineSession session : sessions) {
      outside.execute(
          () -> {
            for (int i = 0; i < events; i++) {
              session.text("2[\"x\"," + i + "]");
            }
          });
    }
    await(done);

    assertThat(wrong).hasValue(0);
  }

  /** What is emitted while the CONNECT is being accepted stays behind it and in order. */
  @RepeatedTest(20)
  void emits_duringAcceptance_followTheConnectInOrder() throws Exception {
    int events = 200;
    TestServer server = serverWith(1);
    CyclicBarrier start = new CyclicBarrier(2);
    server
        .of("/")
        .use(
            socket -> {
              socket.join("room");
              start.await(20, TimeUnit.SECONDS);
            });
    FakeEngineSession session = server.open();
    Future<?> emitter =
        outside.submit(
            () -> {
              start.await(20, TimeUnit.SECONDS);
              for (int i = 0; i < events; i++) {
                server.of("/").to("room").emit("x", i);
              }
              return null;
            });
    CountDownLatch connected = new CountDownLatch(1);
    server.of("/").onConnection(socket -> connected.countDown());
    session.text("0");
    emitter.get(20, TimeUnit.SECONDS);
    await(connected);

    List<String> sent = session.sent();
    assertThat(sent).hasSize(events + 1);
    assertThat(sent.get(0)).isEqualTo("0{\"sid\":\"#\"}");
    for (int i = 0; i < events; i++) {
      assertThat(sent.get(i + 1)).isEqualTo("2[\"x\"," + i + "]");
    }
  }

  /** Two threads deliver for one connection, which no honest client makes a container do. */
  @RepeatedTest(10)
  void client_thatMakesCallsOverlap_harmsNobody() throws Exception {
    TestServer server = serverWith(2);
    server.of("/b");
    FakeEngineSession bystander = connect(server);
    FakeEngineSession session = server.open();
    CyclicBarrier start = new CyclicBarrier(2);
    List<Future<?>> threads = new ArrayList<>();
    for (int thread = 0; thread < 2; thread++) {
      threads.add(
          outside.submit(
              () -> {
                start.await(20, TimeUnit.SECONDS);
                for (int i = 0; i < 50; i++) {
                  session.text("0/b,");
                  session.text("51-[\"x\",{\"_placeholder\":true,\"num\":0}]");
                  session.binary(1);
                  session.text("1/b,");
                }
                return null;
              }));
    }
    for (Future<?> thread : threads) {
      thread.get(20, TimeUnit.SECONDS);
    }
    session.end(CloseReason.TRANSPORT_CLOSE, null);

    assertThat(server.of("/b").toString()).contains("connected=0, ids=0, rooms=0");
    assertThat(server.io.toString()).contains("clients=1");
    assertThat(bystander.closing()).isFalse();
  }

  @RepeatedTest(10)
  void joinsEmitsAndDisconnects_atTheSameTime_leaveNothing() throws Exception {
    int clients = 40;
    TestServer server = serverWith(3);
    AtomicBoolean stop = new AtomicBoolean();
    Executor others = counted(outside);
    CountDownLatch half = new CountDownLatch(clients / 2);
    Future<?> emitter =
        outside.submit(
            () -> {
              while (!stop.get()) {
                server.of("/").to("room").emit("x", 1);
                server.of("/").except("room").emit("y");
              }
            });
    server
        .of("/")
        .use(socket -> socket.join("room"))
        .onConnection(
            socket -> {
              half.countDown();
              others.execute(() -> socket.join("room", "other"));
              others.execute(() -> socket.emitWithAck("ask"));
              others.execute(() -> socket.disconnect(true));
            });
    List<Future<?>> calls = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      FakeEngineSession session = server.open();
      calls.add(outside.submit(() -> session.text("0")));
      calls.add(
          outside.submit(
              () -> {
                half.await(20, TimeUnit.SECONDS);
                session.end(CloseReason.TRANSPORT_CLOSE, null);
                return null;
              }));
    }
    for (Future<?> call : calls) {
      call.get(20, TimeUnit.SECONDS);
    }
    stop.set(true);
    emitter.get(20, TimeUnit.SECONDS);
    finish();

    assertThat(server.of("/")).hasToString("Namespace[/, RoomIndex[connected=0, ids=0, rooms=0]]");
    assertThat(server.io.toString()).contains("clients=0");
    assertThat(server.timer.pending()).isZero();
  }
}
