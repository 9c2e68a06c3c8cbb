package dev.socketee.server;

import dev.socketee.SocketNamespace;
import dev.socketee.engine.Timer;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The time between the decision to close a server gently and its end (reference has none). */
final class Drain {

  /** The event that tells clients. */
  static final String EVENT = "server_draining";

  private final SocketIOServer server;
  private final Queue<Timer.Timeout> deadlines = new ConcurrentLinkedQueue<>();
  private volatile boolean begun;

  Drain(SocketIOServer server) {
    this.server = server;
  }

  /** Begins, or sets another deadline; the sooner one counts. */
  void begin(Duration deadline, Timer timer) {
    begun = true;
    deadlines.add(timer.schedule(deadline, server::close));
    for (SocketNamespace namespace : server.namespaces()) {
      namespace.local().emit(EVENT, deadline.toMillis());
    }
    endIfEmpty();
    if (server.isClosed()) {
      end(); // perhaps before the deadline was noted
    }
  }

  /** The server is closed: nothing is to wait for a deadline, and keep it in memory. */
  void end() {
    for (Timer.Timeout next = deadlines.poll(); next != null; next = deadlines.poll()) {
      next.cancel();
    }
  }

  /** Somebody has left. */
  void endIfEmpty() {
    if (begun && server.connections() == 0) {
      server.close();
    }
  }
}
