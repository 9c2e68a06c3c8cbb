package dev.socketee.server;

import dev.socketee.SocketNamespace;
import dev.socketee.engine.Timer;
import java.time.Duration;

/** The time between the decision to close a server gently and its end (reference has none). */
final class Drain {

  /** The event that tells clients. */
  static final String EVENT = "server_draining";

  private final SocketIOServer server;
  private volatile boolean begun;

  Drain(SocketIOServer server) {
    this.server = server;
  }

  /** Begins, or sets another deadline; the sooner one counts. */
  void begin(Duration deadline, Timer timer) {
    begun = true;
    timer.schedule(deadline, server::close);
    for (SocketNamespace namespace : server.namespaces()) {
      namespace.local().emit(EVENT, deadline.toMillis());
    }
    endIfEmpty();
  }

  /** Somebody has left. */
  void endIfEmpty() {
    if (begun && server.connections() == 0) {
      server.close();
    }
  }
}
