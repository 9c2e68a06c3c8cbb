package dev.socketee.it.limits;

import dev.socketee.Socket;
import dev.socketee.SocketIO;
import dev.socketee.SocketIOBuilder;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Builds a server for each limit, small enough to be reached by a test. */
@WebListener
public class Limited implements ServletContextListener {

  private static final Map<String, SocketIO> SERVERS = new ConcurrentHashMap<>();

  @Override
  public void contextInitialized(ServletContextEvent event) {
    limited("max-sessions", 2);
    limited("max-sessions-per-address", 2);
    limited("url-length", 300);
    limited("header-length", 2000);
    limited("max-payload", 10_000);
    limited("payload-packets", 5);
    limited("max-attachments", 3);
    limited("attachment-bytes", 1000);
    limited("attachment-timeout", 500);
    limited("json-depth", 3);
    limited("namespace-length", 20).of("/" + "n".repeat(19));
    limited("connect-timeout", 1000);
    limited("recovery-packets", 3, "connection-state-recovery", "true");
    limited("outbox-bytes", 1_000_000);
    limited("events-per-second", 5);
    limited("joins-per-second", 3);
    limited("rooms-per-socket", 3);
    limited("mailbox-events", 4);
    limited("mailbox-bytes", 100_000, "max-payload", "60000", "attachment-bytes", "40000");
    limited("pending-acks", 3);
    SocketIO namespaces = limited("namespaces-per-connection", 2);
    namespaces.of("/b");
    namespaces.of("/c");
    limited("child-namespaces", 3).of(Pattern.compile("/child-\\d"));
    limited("child-namespaces-per-connection", 2).of(Pattern.compile("/child-\\d"));
  }

  /** The server with that limit. */
  static SocketIO server(String option) {
    SocketIO server = SERVERS.get(option);
    if (server == null) {
      throw new IllegalArgumentException(option);
    }
    return server;
  }

  private static SocketIO limited(String option, int value, String... more) {
    SocketIOBuilder builder =
        SocketIO.builder()
            .name("limited " + option)
            .path("/limits/" + option)
            .option("ping-interval", "PT25S") // nothing but what the tests send
            .option("cleanup-empty-child-namespaces", "true")
            .option(option, Integer.toString(value));
    for (int i = 0; i < more.length; i += 2) {
      builder.option(more[i], more[i + 1]);
    }
    SocketIO server = builder.build();
    server.sockets().onConnection(Limited::serve);
    SERVERS.put(option, server);
    return server;
  }

  private static void serve(Socket socket) {
    socket.on("size", (args, ack) -> ack.send(args.size()));
    socket.on("join", String.class, (room, ack) -> ack.send(join(socket, room)));
    socket.on("ask", (args, ack) -> ack.send(ask(socket)));
    socket.on(
        "shout", Integer.class, (word, ack) -> socket.namespace().emit("shouted", number(word)));
    // waits until the client answers, and holds up the events behind it
    socket.on(
        "hold",
        (args, ack) -> {
          socket.emitWithAck("holding").handle((answer, gone) -> true).toCompletableFuture().join();
          ack.sendAll();
        });
    socket.on(
        "pour",
        Integer.class,
        Integer.class,
        (events, size, ack) -> pour(socket, number(events), number(size)));
  }

  private static String join(Socket socket, @Nullable String room) {
    try {
      socket.join(String.valueOf(room));
      return "joined";
    } catch (IllegalStateException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static String ask(Socket socket) {
    try {
      CompletionStage<?> answer = socket.emitWithAck("question");
      return answer.toCompletableFuture().isDone() ? "answered" : "asked";
    } catch (IllegalStateException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static void pour(Socket socket, int events, int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < events; i++) {
      socket.emit("poured", i, bytes);
    }
  }

  private static int number(@Nullable Integer argument) {
    return argument == null ? 0 : argument;
  }
}
