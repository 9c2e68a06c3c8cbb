package dev.socketee.server;

import dev.socketee.BroadcastAcks;
import dev.socketee.engine.Timer;
import dev.socketee.spi.BroadcastAckListener;
import dev.socketee.spi.Emission;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects the acknowledgements of one broadcast (reference 2.4): over when every server has told
 * how many clients it asked and each of these has answered or is gone, or when the time is. One
 * lock guards it; the promise is kept after its release.
 */
final class BroadcastRound implements BroadcastAckListener {

  private static final int UNKNOWN = -1;

  private final NodeSockets sockets;
  private final Promise<BroadcastAcks> promise;

  private final ReentrantLock lock = new ReentrantLock();
  private final List<BroadcastAcks.Response> responses = new ArrayList<>();
  private final Set<String> missing = new HashSet<>();
  private int servers = UNKNOWN;
  private int serversHeard;
  private int expected;
  private int lost;
  private boolean over;

  BroadcastRound(NodeSockets sockets, Executor executor) {
    this.sockets = sockets;
    this.promise = new Promise<>(executor);
  }

  /** The result, and the clock that runs from now on. */
  CompletionStage<BroadcastAcks> begin(Timer timer, Duration timeout) {
    promise.whenOver(() -> {});
    promise.limit(timer.schedule(timeout, this::expire));
    return promise;
  }

  /** How many servers there are; until it is known, the round is not complete. */
  void awaitServers(CompletionStage<Integer> count) {
    CompletionStage<Integer> unused =
        count.whenComplete(
            (number, failure) -> {
              if (failure == null && number != null) {
                update(() -> servers = number);
              } else {
                SocketIOServer.LOG.log(Level.DEBUG, "The number of servers is unknown", failure);
              }
            });
  }

  @Override
  public void asked(Set<String> socketIds) {
    update(
        () -> {
          serversHeard++;
          expected += socketIds.size();
          missing.addAll(socketIds);
        });
  }

  @Override
  public void asked(int clients) {
    update(
        () -> {
          serversHeard++;
          expected += clients;
        });
  }

  /** An answer of another server that cannot be read is as good as none. */
  @Override
  public void answered(@Nullable String socketId, Emission answer) {
    BroadcastAcks.Response response;
    try {
      response = new BroadcastAcks.Response(socketId, sockets.args(answer));
    } catch (IllegalArgumentException e) {
      SocketIOServer.LOG.log(Level.DEBUG, "An acknowledgement was ignored", e);
      return;
    }
    update(
        () -> {
          responses.add(response);
          if (socketId != null) {
            missing.remove(socketId);
          }
        });
  }

  @Override
  public void lost(String socketId) {
    update(() -> lost++);
  }

  private void expire() {
    finish(() -> true);
  }

  private void update(Runnable change) {
    finish(
        () -> {
          change.run();
          return told() && responses.size() + lost >= expected;
        });
  }

  private boolean told() {
    return servers != UNKNOWN && serversHeard >= servers;
  }

  private void finish(BooleanSupplier done) {
    BroadcastAcks acks;
    lock.lock();
    try {
      if (over || !done.getAsBoolean()) {
        return;
      }
      over = true;
      boolean complete = told() && responses.size() >= expected;
      acks = new BroadcastAcks(responses, missing, expected, complete);
    } finally {
      lock.unlock();
    }
    promise.settle(acks);
  }
}
