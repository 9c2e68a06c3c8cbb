package dev.socketee.cdi.readme.broadcasting;

import dev.socketee.Broadcaster;
import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import jakarta.inject.Inject;

@Namespace("/games")
public class Games {

  @Inject Broadcaster games;

  @OnEvent
  void watch(Socket socket, String game) {
    socket.join("game " + game);
  }

  @OnEvent
  void leave(Socket socket, String game) {
    socket.leave("game " + game);
  }

  void cancel(String game) {
    games.to("game " + game).emit("cancelled", game);
    games.to("game " + game).socketsLeave("game " + game);
  }
}
