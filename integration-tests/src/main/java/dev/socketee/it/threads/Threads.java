package dev.socketee.it.threads;

import dev.socketee.EventListener;
import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.NonBlocking;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnEvent;
import jakarta.inject.Inject;
import java.time.Duration;

/** Handlers that tell where they run, and some that wait for their own client. */
@Namespace("/threads")
public class Threads {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Inject Visit visit;

  /**
   * Where a handler runs.
   *
   * @param thread the name of the thread
   * @param ownClassLoader whether the application's classes can be found there
   * @param visits how many handlers have used the same request context, which a listener has not
   */
  public record Place(String thread, boolean ownClassLoader, int visits) {}

  private static Place place(int visits) {
    Thread thread = Thread.currentThread();
    boolean own = thread.getContextClassLoader() == Threads.class.getClassLoader();
    return new Place(thread.getName(), own, visits);
  }

  @OnConnect
  void connect(Socket socket) {
    socket.on("listener", EventListener.nonBlocking((args, ack) -> ack.send(place(0))));
  }

  @OnEvent
  @NonBlocking
  Place here() {
    return place(visit.count());
  }

  @OnEvent
  Place there() {
    return place(visit.count());
  }

  /** Waits for the answer of its own client. */
  @OnEvent
  int twice(Socket socket, int number) {
    return ask(socket, number) + ask(socket, number);
  }

  private static int ask(Socket socket, int number) {
    return socket
        .timeout(PATIENCE)
        .emitWithAck("how much", number)
        .thenApply(answer -> answer.get(0, Integer.class))
        .toCompletableFuture()
        .join();
  }

  /** Tells a number, after its client has answered. */
  @OnEvent
  void slowly(Socket socket, int number) {
    socket.emit("told", ask(socket, number));
  }

  @OnEvent
  @NonBlocking
  void quickly(Socket socket, int number) {
    socket.emit("told", number);
  }
}
