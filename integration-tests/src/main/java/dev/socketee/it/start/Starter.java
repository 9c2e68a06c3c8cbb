package dev.socketee.it.start;

import dev.socketee.SocketIO;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes which servers are ready, and tells clients. */
@Namespace("/start")
public class Starter {

  private final List<String> ready = new CopyOnWriteArrayList<>();

  void ready(@Observes SocketIO io) {
    ready.add(io.name() + " at " + io.path());
  }

  @OnEvent("ready")
  List<String> ready() {
    return ready;
  }
}
