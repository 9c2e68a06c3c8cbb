package dev.socketee.junit.embedded;

import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;

@Namespace("/chat")
public class Chat {

  @OnEvent("message")
  String message(Socket from, String text) {
    from.broadcast().emit("message", text);
    return "delivered";
  }
}
