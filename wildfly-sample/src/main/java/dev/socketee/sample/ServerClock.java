package dev.socketee.sample;

import dev.socketee.Broadcaster;
import dev.socketee.annotation.Namespace;
import dev.socketee.sample.Messages.Statistics;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Tells everybody the time: an EJB timer and an injected {@link Broadcaster} are enough. */
@Singleton
public class ServerClock {

  @Inject
  @Namespace("/chat")
  Broadcaster chat;

  @Inject People people;
  @Inject Rooms rooms;

  /** Volatile: a late tick is worthless, the next one is a second away. */
  @Schedule(second = "*", minute = "*", hour = "*", persistent = false)
  void tick() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    long upSeconds = Duration.between(rooms.opened(), now).toSeconds();
    chat.asVolatile()
        .emit(
            "statistics",
            new Statistics(now, upSeconds, people.count(), rooms.messages(), rooms.sizes()));
  }
}
