package dev.socketee.cdi.readme;

import dev.socketee.Broadcaster;
import dev.socketee.annotation.Namespace;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Instant;

@Singleton
public class Clock {

  @Inject
  @Namespace("/chat")
  Broadcaster chat;

  @Schedule(second = "*", minute = "*", hour = "*", persistent = false)
  void tick() {
    chat.emit("time", Instant.now().toString());
  }
}
