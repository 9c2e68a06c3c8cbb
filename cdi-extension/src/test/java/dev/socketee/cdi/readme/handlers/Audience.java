package dev.socketee.cdi.readme.handlers;

import dev.socketee.Socket;
import dev.socketee.annotation.Connected;
import dev.socketee.annotation.Disconnected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;

@ApplicationScoped
public class Audience {

  private final AtomicInteger size = new AtomicInteger();

  void came(@Observes @Connected("/chat") Socket socket) {
    size.incrementAndGet();
  }

  void went(@Observes @Disconnected("/chat") Socket socket) {
    size.decrementAndGet();
  }
}
