package dev.socketee.it.load;

import dev.socketee.Broadcaster;
import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** More for some clients than they take. */
@Namespace(value = "/slow", server = LoadServers.STRICT)
@ApplicationScoped
public class Slow extends Audience {

  private static final String POURED_ON = "poured on";

  @Inject
  @Namespace(value = "/slow", server = LoadServers.STRICT)
  Broadcaster everyone;

  @Override
  Broadcaster everyone() {
    return everyone;
  }

  @OnEvent("join")
  void join(Socket socket) {
    socket.join(POURED_ON);
  }

  /** Emits so many events of so many bytes to all that have joined. */
  @OnEvent("pour")
  void pour(int events, int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < events; i++) {
      everyone.to(POURED_ON).emit("poured", i, bytes);
    }
  }

  /** Emits one event of so many bytes to who asks. */
  @OnEvent("give")
  void give(Socket socket, int size) {
    socket.emit("given", new byte[size]);
  }
}
