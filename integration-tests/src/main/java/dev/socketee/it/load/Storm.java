package dev.socketee.it.load;

import dev.socketee.Broadcaster;
import dev.socketee.Socket;
import dev.socketee.annotation.OnEvent;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/** Threads that emit all at once: to a socket, to a room, to everybody. */
abstract class Storm {

  private static final String ROOM = "room";

  abstract Broadcaster everyone();

  @OnEvent("join")
  void join(Socket socket) {
    socket.join(ROOM);
  }

  /**
   * Begins.
   *
   * @param target the id of the socket that gets events of its own
   * @param threads how many
   * @param events how many each of them emits to each target
   */
  @OnEvent("begin")
  void begin(Socket asker, String target, int threads, int events) {
    Socket one = asker.namespace().socket(target).orElseThrow();
    CountDownLatch ready = new CountDownLatch(threads);
    List<Thread> all =
        IntStream.range(0, threads)
            .mapToObj(number -> new Thread(() -> emit(ready, one, number, events)))
            .toList();
    all.forEach(Thread::start);
  }

  private void emit(CountDownLatch ready, Socket one, int thread, int events) {
    ready.countDown();
    try {
      ready.await(); // so that they get into each other's way
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    for (int i = 0; i < events; i++) {
      // Every other one has bytes, and with them a packet that must follow it.
      Object ballast = (i + thread) % 2 == 0 ? "text " + i : bytes(thread, i);
      one.emit("one", thread, i, ballast);
      everyone().to(ROOM).emit("some", thread, i, ballast);
      everyone().emit("all", thread, i, ballast);
    }
  }

  private static byte[] bytes(int thread, int number) {
    return new byte[] {(byte) thread, (byte) number};
  }
}
