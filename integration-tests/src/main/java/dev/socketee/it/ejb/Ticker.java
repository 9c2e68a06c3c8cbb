package dev.socketee.it.ejb;

import dev.socketee.Broadcaster;
import dev.socketee.annotation.Namespace;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Emits by itself: once when the application starts, to nobody, and then every second. */
@Singleton
@Startup
public class Ticker {

  @Inject
  @Namespace("/ejb")
  Broadcaster everyone;

  private boolean emittedAtStart;
  private int ticks;

  /** Runs before there can be a client, and before the transports are up. */
  @PostConstruct
  void start() {
    everyone.emit("tick", 0);
    emittedAtStart = true;
  }

  @Schedule(second = "*", minute = "*", hour = "*", persistent = false)
  void tick() {
    everyone.emit("tick", ++ticks);
  }

  /** Whether it was possible to emit at the start. */
  public boolean emittedAtStart() {
    return emittedAtStart;
  }
}
