package dev.socketee.junit;

import dev.socketee.Room;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.annotation.RoomName;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;

/** The bean of the tests. */
@Namespace("/counter")
public class Counter {

  @Inject
  @RoomName("lobby")
  Room lobby;

  private final AtomicInteger count = new AtomicInteger();

  @OnEvent("count")
  int count() {
    return count.incrementAndGet();
  }

  String room() {
    return lobby.name();
  }
}
