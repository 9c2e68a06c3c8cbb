package dev.socketee.engine;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;

/**
 * Upgrades as the official client does, with threads of its own for polls, POSTs and the WebSocket:
 * after the probe it begins no poll and no POST any more, waits for those under way, and only then
 * says that it has moved (reference 1.7, Upgrade (client)).
 */
final class OfficialClient {

  private static final long PATIENCE_SECONDS = 30;

  private final EngineFixture engine;
  private final PollingClient polling;
  private final Random random;
  private final Executor completions;
  private final CountDownLatch posted = new CountDownLatch(1);
  private final CountDownLatch probed = new CountDownLatch(1);
  private final CountDownLatch moved = new CountDownLatch(1);
  private final CompletableFuture<Void> pollsPaused = new CompletableFuture<>();
  private final CompletableFuture<Integer> postsPaused = new CompletableFuture<>();
  private final List<String> polled = new ArrayList<>();
  private final FakeWebSocketChannel channel = new FakeWebSocketChannel();
  private final Semaphore frames = new Semaphore(0);

  OfficialClient(EngineFixture engine, PollingClient polling, long seed, Executor completions) {
    this.engine = engine;
    this.polling = polling;
    this.random = new Random(seed);
    this.completions = completions;
  }

  private boolean pausing() {
    return probed.getCount() == 0;
  }

  /** Polls until the upgrade pauses it; this is the work of one thread. */
  void poll() throws Exception {
    while (!pausing()) {
      CompletableFuture<FakeExchange> answer = new CompletableFuture<>();
      FakeExchange get = polling.request("GET");
      engine.handle(get.onRespond(() -> answer.complete(get)));
      polled.addAll(await(answer).packets());
    }
    pollsPaused.complete(null);
  }

  /** Waits for an answer, and lets time pass meanwhile: polls are released by a timer. */
  private FakeExchange await(CompletableFuture<FakeExchange> answer) throws Exception {
    for (int i = 0; i < PATIENCE_SECONDS * 1_000; i++) {
      try {
        return answer.get(1, MILLISECONDS);
      } catch (TimeoutException e) {
        engine.timer().advanceMillis(100);
      }
    }
    throw new AssertionError("a poll was never answered");
  }

  /** Posts numbered messages until the upgrade pauses it; this is the work of one thread. */
  void post(int messages) {
    int next = 0;
    while (!pausing() && next < messages / 2) {
      polling.post("4up " + next, "4up " + (next + 1)).answers(200, "ok");
      posted.countDown();
      next += 2;
    }
    posted.countDown();
    postsPaused.complete(next);
  }

  /** Upgrades, perhaps at the second attempt, and sends the rest of the messages. */
  void upgrade(int messages) throws Exception {
    Threads.await(posted);
    if (random.nextBoolean()) {
      abandonOne();
    }
    if (random.nextBoolean()) {
      channel.executedBy(completions);
    }
    channel.onSend(frames::release);
    WebSocketClient candidate = polling.openCandidate(channel);
    candidate.says("2probe");
    acquire(1);
    probed.countDown();
    pollsPaused.get(PATIENCE_SECONDS, SECONDS);
    int next = postsPaused.get(PATIENCE_SECONDS, SECONDS);
    candidate.says("5");
    moved.countDown();
    while (next < messages) {
      candidate.says("4up " + next++);
    }
  }

  private void abandonOne() {
    WebSocketClient abandoned = polling.openCandidate();
    if (random.nextBoolean()) {
      abandoned.says("2probe");
    }
    abandoned.closes();
  }

  void awaitProbed() throws Exception {
    Threads.await(probed);
  }

  void awaitMoved() throws Exception {
    Threads.await(moved);
  }

  /** What was received: first by polls, then by the WebSocket, without what is not a message. */
  List<String> received(int messages) throws InterruptedException {
    List<String> all = new ArrayList<>(polled);
    all.removeIf(packet -> !packet.startsWith("4"));
    acquire(messages - all.size());
    channel.frames().stream().filter(frame -> frame.startsWith("4")).forEach(all::add);
    return all;
  }

  private void acquire(int permits) throws InterruptedException {
    if (!frames.tryAcquire(permits, PATIENCE_SECONDS, SECONDS)) {
      throw new AssertionError("frames are missing, there are only " + channel.frames());
    }
  }
}
