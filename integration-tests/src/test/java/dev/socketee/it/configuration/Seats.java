package dev.socketee.it.configuration;

import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;

/** A namespace with few places. */
@Namespace(value = "/seats", properties = "max-sockets=2")
public class Seats {

  /** Asks the client something it never answers. */
  @OnEvent("ask")
  String ask(Socket socket) {
    try {
      socket.emitWithAck("question");
      return "asked";
    } catch (IllegalStateException e) {
      return "refused";
    }
  }
}
