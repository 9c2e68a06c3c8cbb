package dev.socketee.cdi.ready;

import dev.socketee.SocketIO;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Notes which servers are ready. */
@Singleton
public class Starter {

  final List<String> ready = new ArrayList<>();

  @Inject Request request;

  void ready(@Observes SocketIO io) {
    ready.add(io.name() + " in " + request.number());
  }

  @RequestScoped
  static class Request {

    private static final AtomicInteger REQUESTS = new AtomicInteger();

    private final int number = REQUESTS.incrementAndGet();

    int number() {
      return number;
    }
  }
}
