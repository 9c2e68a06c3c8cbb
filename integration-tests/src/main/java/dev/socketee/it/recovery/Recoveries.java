package dev.socketee.it.recovery;

import dev.socketee.Socket;
import dev.socketee.SocketIO;
import dev.socketee.SocketNamespace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a socket is when it comes back, and what it has missed. */
@ApplicationScoped
public class Recoveries {

  /** What the server knows of a socket. */
  public record State(boolean recovered, Set<String> rooms, Object name, boolean failed) {}

  void start(@Observes @Initialized(ApplicationScoped.class) Object started, SocketIO io) {
    SocketNamespace namespace = io.of("/recovery");
    namespace.onRecoveryFailed(socket -> socket.data().put("failed", true));
    namespace.onConnection(socket -> connected(namespace, socket));
  }

  private static void connected(SocketNamespace namespace, Socket socket) {
    socket.on(
        "enter",
        (arguments, ack) -> {
          socket.join(text(arguments.get(0, String.class)));
          socket.data().put("name", text(arguments.get(1, String.class)));
          ack.sendAll();
        });
    socket.on("state", (arguments, ack) -> ack.send(state(socket)));
    socket.on(
        "tell",
        (arguments, ack) -> {
          String to = text(arguments.get(0, String.class));
          String word = text(arguments.get(1, String.class));
          namespace.to(to).emit("told", word, new byte[] {1, 2, 3});
          ack.sendAll();
        });
    socket.on(
        "tell-one",
        (arguments, ack) -> {
          namespace
              .socket(text(arguments.get(0, String.class)))
              .ifPresent(other -> other.emit("told", "alone"));
          ack.sendAll();
        });
  }

  private static State state(Socket socket) {
    return new State(
        socket.recovered(),
        new TreeSet<>(socket.rooms()),
        socket.data().getOrDefault("name", "nobody"),
        socket.data().containsKey("failed"));
  }

  private static String text(@Nullable String argument) {
    return argument == null ? "" : argument;
  }
}
