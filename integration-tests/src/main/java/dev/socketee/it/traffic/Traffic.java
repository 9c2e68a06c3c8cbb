package dev.socketee.it.traffic;

import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** Answers every numbered event with numbered ones, and watches their order. */
@Namespace("/traffic")
@ApplicationScoped
public class Traffic {

  private static final String NEXT_IN = "next in";
  private static final String NEXT_OUT = "next out";

  /**
   * One of many events of a client.
   *
   * @param number counts from 0
   * @param answers how many events to answer with
   * @param ballast makes it bigger, and is sent back once
   */
  @OnEvent("in")
  void in(Socket socket, int number, int answers, byte[] ballast) {
    long expected = counter(socket, NEXT_IN).getAndIncrement();
    if (number != expected) {
      socket.emit("disorder", expected, number);
    }
    for (int i = 0; i < answers; i++) {
      long next = counter(socket, NEXT_OUT).getAndIncrement();
      if (i == 0) {
        socket.emit("out", next, ballast);
      } else {
        socket.emit("out", next);
      }
    }
  }

  private static AtomicLong counter(Socket socket, String name) {
    return (AtomicLong) socket.data().computeIfAbsent(name, any -> new AtomicLong());
  }
}
