package dev.socketee.it.programmatic;

import dev.socketee.ConnectionRefusedException;
import dev.socketee.Socket;
import dev.socketee.SocketIO;
import dev.socketee.SocketNamespace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;

/** The server as the reference's reads: listeners, no annotations. */
@ApplicationScoped
public class Programmatic {

  void start(@Observes @Initialized(ApplicationScoped.class) Object started, SocketIO io) {
    SocketNamespace namespace = io.of("programmatic");
    namespace.use(
        socket -> {
          if (socket.handshake().authJson() == null) {
            throw new ConnectionRefusedException("who are you?");
          }
        });
    namespace.onConnection(socket -> connected(namespace, socket));
  }

  private static void connected(SocketNamespace namespace, Socket socket) {
    socket.join("room");
    socket.on("shout", String.class, (text, ack) -> socket.to("room").emit("heard", text));
    socket.on("count", (arguments, ack) -> ack.send(namespace.connectedSockets().size()));
    socket.on(
        "fail",
        (arguments, ack) -> {
          throw new IllegalStateException("as asked");
        });
    socket.onError(failure -> socket.emit("problem", String.valueOf(failure.getMessage())));
    socket.onDisconnect((reason, description) -> namespace.to("room").emit("gone", reason.text()));
    socket.emit("ready", socket.id(), namespace.name());
  }
}
