package dev.socketee.cdi.readme.migrationnettysocketio;

import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnEvent;

@Namespace("/chat")
public class Chat {

  public record Message(String from, String text) {}

  @OnConnect
  void arrive(Socket socket) {
    socket.join("lobby");
  }

  @OnEvent
  String message(Socket socket, Message message) {
    socket.to("lobby").emit("message", message);
    return "delivered";
  }
}
