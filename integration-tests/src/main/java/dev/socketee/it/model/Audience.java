package dev.socketee.it.model;

import dev.socketee.Socket;
import dev.socketee.annotation.Connected;
import dev.socketee.annotation.Disconnected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Watches who comes and goes. */
@ApplicationScoped
public class Audience {

  private final AtomicInteger came = new AtomicInteger();
  private final AtomicInteger went = new AtomicInteger();

  void came(@Observes @Connected("/model") Socket socket) {
    came.incrementAndGet();
  }

  void went(@Observes @Disconnected("/model") Socket socket) {
    went.incrementAndGet();
  }

  List<Integer> sizes() {
    return List.of(came.get(), went.get());
  }
}
