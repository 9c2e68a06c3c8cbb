package dev.socketee.it.blocking;

import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Gates at which handlers wait until some other socket opens them. */
@Namespace("/blocking")
public class Blocking {

  private static final long PATIENCE_SECONDS = 30;

  private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();

  /** Waits at a gate. */
  @OnEvent("wait")
  String await(Socket socket, String gate) throws InterruptedException {
    socket.emit("waiting", gate);
    return gate(gate).await(PATIENCE_SECONDS, TimeUnit.SECONDS) ? "opened" : "gave up";
  }

  @OnEvent("open")
  void open(String gate) {
    gate(gate).countDown();
  }

  /** An event that must wait for those before it. */
  @OnEvent("note")
  void note(Socket socket, int number) {
    socket.emit("noted", number);
  }

  private CountDownLatch gate(String name) {
    return gates.computeIfAbsent(name, any -> new CountDownLatch(1));
  }
}
