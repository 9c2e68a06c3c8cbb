package dev.socketee.it.parsers;

import dev.socketee.ConnectionRefusedException;
import dev.socketee.Socket;
import dev.socketee.SocketIO;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.Map;

/** Builds a server with a parser of its own. */
@WebListener
public class OwnParser implements ServletContextListener {

  @Override
  public void contextInitialized(ServletContextEvent event) {
    SocketIO server =
        SocketIO.builder()
            .name("own-parser")
            .path("/parsers/own")
            .parser(new JsonTextParser())
            .build();
    server.sockets().onConnection(OwnParser::serve);
    server.of("/other").onConnection(OwnParser::serve);
    server
        .of("/closed")
        .use(
            socket -> {
              throw new ConnectionRefusedException("closed", Map.of("until", 8));
            });
  }

  private static void serve(Socket socket) {
    String namespace = socket.namespace().name();
    socket
        .on(
            "echo",
            Object.class,
            Object.class,
            (one, two, ack) -> socket.emit("echoed", namespace, one, two))
        .on("ask", Object.class, (value, ack) -> ack.send(value))
        .on(
            "ask me",
            String.class,
            (question, ack) ->
                ack.send(
                    socket
                        .emitWithAck("question", question)
                        .toCompletableFuture()
                        .join()
                        .get(0, Object.class)))
        .on(
            "tell all",
            String.class,
            (text, ack) -> socket.namespace().emit("told", namespace, text))
        .on("bytes", (args, ack) -> ack.send(bytes(socket)))
        .on("leave", (args, ack) -> socket.disconnect());
  }

  /** What the parser throws goes to who emits. */
  private static String bytes(Socket socket) {
    try {
      socket.emit("bytes", new byte[] {1});
      return "sent";
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
