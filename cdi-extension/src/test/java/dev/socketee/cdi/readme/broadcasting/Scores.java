package dev.socketee.cdi.readme.broadcasting;

import dev.socketee.Broadcaster;
import dev.socketee.annotation.Namespace;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Instant;

@Singleton
public class Scores {

  @Inject
  @Namespace("/games")
  Broadcaster games;

  @Schedule(minute = "*", hour = "*", persistent = false)
  void publish() {
    games.emit("clock", Instant.now());
  }

  public void goal(String game, Score score) {
    games.to("game " + game).emit("score", score);
  }
}
