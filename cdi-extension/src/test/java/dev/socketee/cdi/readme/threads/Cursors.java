package dev.socketee.cdi.readme.threads;

import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.NonBlocking;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnEvent;
import jakarta.inject.Inject;

@Namespace("/draw")
public class Cursors {

  @Inject Drawings drawings;

  @OnConnect
  void join(Socket socket) {
    socket.data().put("color", drawings.nextColor());
    socket.emit("drawing", drawings.load()); // may block
  }

  @OnEvent
  @NonBlocking
  void cursor(Socket socket, int x, int y) {
    socket.broadcast().asVolatile().emit("cursor", socket.data().get("color"), x, y);
  }
}
