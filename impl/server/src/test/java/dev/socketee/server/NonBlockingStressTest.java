package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.EventListener;
import dev.socketee.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With real threads: listeners that block and others, of one socket. */
@Timeout(60)
class NonBlockingStressTest {

  /** As many as a mailbox holds by default: on a slow machine all of them may wait. */
  private static final int EVENTS = 10_000;

  private final ExecutorService pool = Executors.newFixedThreadPool(3);

  @AfterEach
  void stop() {
    pool.shutdownNow();
  }

  @Test
  void events_ofBothKinds_areHandledInOrder_oneAtATime() throws InterruptedException {
    TestServer server = new TestServer(pool);
    CountDownLatch joined = new CountDownLatch(1);
    CountDownLatch handled = new CountDownLatch(EVENTS);
    List<Integer> numbers = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger running = new AtomicInteger();
    AtomicInteger overlaps = new AtomicInteger();
    AtomicInteger here = new AtomicInteger();
    Thread deliverer = Thread.currentThread();
    EventListener listener =
        (args, ack) -> {
          if (running.incrementAndGet() > 1) {
            overlaps.incrementAndGet();
          }
          if (Thread.currentThread() == deliverer) {
            here.incrementAndGet();
          }
          numbers.add(((Number) args.get(0, Object.class)).intValue());
          running.decrementAndGet();
          handled.countDown();
        };
    server
        .of("/")
        .onConnection(
            socket -> {
              Socket unused =
                  socket.on("slow", listener).on("quick", EventListener.nonBlocking(listener));
              joined.countDown();
            });
    FakeEngineSession session = server.open();
    session.text("0");
    assertThat(joined.await(30, TimeUnit.SECONDS)).isTrue();

    Random random = new Random(7);
    for (int i = 0; i < EVENTS; i++) {
      session.text("2[\"" + (random.nextInt(20) == 0 ? "slow" : "quick") + "\"," + i + "]");
    }

    assertThat(handled.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(overlaps).hasValue(0);
    assertThat(numbers).containsExactlyElementsOf(IntStream.range(0, EVENTS).boxed().toList());
    // else this has tested nothing
    assertThat(here.get()).isBetween(1, EVENTS - 1);
  }
}
