package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.SocketNamespace;
import dev.socketee.engine.CloseReason;
import dev.socketee.protocol.engine.EngineFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/**
 * A client that loses its connection again and again, and of what it was sent some more, while
 * several threads broadcast: it gets each event once, those of one thread in their order.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RecoveryStressTest {

  private static final int THREADS = 3;
  private static final int EVENTS = 1500;

  private static final Pattern CONNECT = Pattern.compile("40\\{\"sid\":\"(.*)\",\"pid\":\"(.*)\"}");
  private static final Pattern EVENT = Pattern.compile("42\\[\"n\",(\\d+),(\\d+),\"(.*)\"]");

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS + 2);
  private final SocketIOServer io = new SocketIOServer();
  private final Random random = new Random(7);
  private final List<int[]> received = new ArrayList<>();
  private String sid = "";
  private String pid = "";
  private String offset = "";

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @RepeatedTest(3)
  void events_whileTheConnectionIsLostAgainAndAgain_arriveOnce() {
    RecoveryOptions recovery =
        new RecoveryOptions(true, Duration.ofMinutes(2), false, 100_000, 100_000_000, 10);
    io.start(
        ServerOptions.builder().recovery(recovery).build(),
        new ServerRuntime(
            new TestCodec(), new ManualTimer(), request -> HandlerExecutor.of(threads), threads));
    SocketNamespace all = io.of("/");
    FakeEngineSession session = connect("0");
    all.emit("n", THREADS, 0); // without an offset nobody can come back
    take(session, Integer.MAX_VALUE);
    all.socket(sid).orElseThrow().join("room");
    session.end(CloseReason.TRANSPORT_CLOSE, null);
    session = connect(claim());

    List<CompletableFuture<Void>> broadcasts = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      int me = thread;
      broadcasts.add(CompletableFuture.runAsync(() -> broadcast(all, me), threads));
    }
    CompletableFuture<Void> over =
        CompletableFuture.allOf(broadcasts.toArray(CompletableFuture<?>[]::new));
    boolean last = false;
    while (!last) {
      last = over.isDone();
      session = comeBack(session, last);
    }
    over.join();

    int[] next = new int[THREADS + 1];
    for (int[] event : received) {
      assertThat(event[1]).as("the next event of thread %s", event[0]).isEqualTo(next[event[0]]);
      next[event[0]]++;
    }
    assertThat(next).containsExactly(EVENTS, EVENTS, EVENTS, 1);
  }

  private static void broadcast(SocketNamespace all, int me) {
    for (int i = 0; i < EVENTS; i++) {
      switch (i % 3) {
        case 0 -> all.emit("n", me, i);
        case 1 -> all.to("room").emit("n", me, i);
        default -> all.except("another room").emit("n", me, i);
      }
    }
  }

  /** Loses a connection, of whose packets only some have arrived, and opens the next. */
  private FakeEngineSession comeBack(FakeEngineSession session, boolean last) {
    boolean noticed = random.nextInt(4) != 0;
    take(session, random.nextInt(1 + session.packets().size()));
    if (noticed) {
      session.end(CloseReason.TRANSPORT_CLOSE, null);
    }
    if (random.nextInt(4) == 0) {
      FakeEngineSession stillborn = new FakeEngineSession(FakeRequest.PLAIN);
      stillborn.open(io);
      stillborn.text(claim());
      stillborn.end(CloseReason.TRANSPORT_ERROR, null);
    }
    String before = sid;
    FakeEngineSession next = connect(claim());
    assertThat(sid).as("the client has been recovered").isEqualTo(before);
    if (last) {
      take(next, Integer.MAX_VALUE);
    }
    return next;
  }

  private String claim() {
    return "0{\"pid\":\"" + pid + "\",\"offset\":\"" + offset + "\"}";
  }

  /** Connects, and waits for the CONNECT of the server. */
  private FakeEngineSession connect(String packet) {
    FakeEngineSession session = new FakeEngineSession(FakeRequest.PLAIN);
    session.open(io);
    session.text(packet);
    while (texts(session).noneMatch(text -> CONNECT.matcher(text).matches())) {
      Thread.onSpinWait();
    }
    texts(session)
        .map(CONNECT::matcher)
        .filter(Matcher::matches)
        .forEach(
            match -> {
              sid = match.group(1);
              pid = match.group(2);
            });
    return session;
  }

  private static Stream<String> texts(FakeEngineSession session) {
    return session.packets().stream().flatMap(List::stream).map(EngineFrame::text);
  }

  /** The first packets of a connection arrive; if the CONNECT is not among them, nothing does. */
  private void take(FakeEngineSession session, int packets) {
    List<String> arrived = texts(session).limit(packets).toList();
    if (arrived.stream().noneMatch(text -> CONNECT.matcher(text).matches())) {
      return;
    }
    for (String text : arrived) {
      Matcher event = EVENT.matcher(text);
      if (event.matches()) {
        received.add(
            new int[] {Integer.parseInt(event.group(1)), Integer.parseInt(event.group(2))});
        offset = event.group(3);
      }
    }
  }
}
