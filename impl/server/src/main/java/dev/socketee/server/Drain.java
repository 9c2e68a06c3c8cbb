package dev.socketee.server;

import dev.socketee.Socket;
import dev.socketee.SocketNamespace;
import dev.socketee.engine.Timer;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The time between the decision to close a server gently and its end (reference has none). */
final class Drain {

  /** The event that tells clients. */
  static final String EVENT = "server_draining";

  private final SocketIOServer server;
  private final Queue<Timer.Timeout> deadlines = new ConcurrentLinkedQueue<>();

  /**
   * Those of the engine that are not over. A client is gone before its connection is: what it was
   * sent last may still have to be fetched.
   */
  private final AtomicInteger connections = new AtomicInteger();

  /** The soonest of the deadlines; {@code null} as long as there is none. */
  private final AtomicReference<@Nullable Deadline> soonest = new AtomicReference<>();

  private record Deadline(Timer timer, long nanos) {

    Deadline orSooner(@Nullable Deadline other) {
      return other != null && other.nanos - nanos < 0 ? other : this;
    }

    long millisLeft() {
      return Math.max(0, TimeUnit.NANOSECONDS.toMillis(nanos - timer.nanoTime()));
    }
  }

  Drain(SocketIOServer server) {
    this.server = server;
  }

  /** Begins, or sets another deadline; the sooner one counts. */
  void begin(Duration time, Timer timer) {
    Deadline asked = new Deadline(timer, timer.nanoTime() + time.toNanos());
    soonest.updateAndGet(asked::orSooner);
    deadlines.add(timer.schedule(time, server::close));
    server.namespaces().forEach(this::tellAll);
    endIfEmpty();
    if (server.isClosed()) {
      end(); // perhaps before the deadline was noted
    }
  }

  private void tellAll(SocketNamespace namespace) {
    Deadline counts = soonest.get();
    if (counts != null) {
      namespace.local().emit(EVENT, counts.millisLeft());
    }
  }

  /** A client has joined a namespace; it may have been on its way when this began. */
  void tell(Socket joined) {
    Deadline counts = soonest.get();
    if (counts != null) {
      joined.emit(EVENT, counts.millisLeft());
    }
  }

  /** The server is closed: nothing is to wait for a deadline, and keep it in memory. */
  void end() {
    for (Timer.Timeout next = deadlines.poll(); next != null; next = deadlines.poll()) {
      next.cancel();
    }
  }

  /** There is one more connection. */
  void opened() {
    connections.incrementAndGet();
  }

  /** A connection is over. */
  void ended() {
    connections.decrementAndGet();
    endIfEmpty();
  }

  private void endIfEmpty() {
    if (soonest.get() != null && connections.get() == 0) {
      server.close();
    }
  }
}
