package dev.socketee.cdi.readme.migrationnode;

import dev.socketee.ConnectionRefusedException;
import dev.socketee.DisconnectReason;
import dev.socketee.Socket;
import dev.socketee.annotation.Auth;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnDisconnect;
import dev.socketee.annotation.OnEvent;

@Namespace("/chat")
public class Chat {

  public record Credentials(String name) {}

  @OnConnect
  void arrive(Socket socket, @Auth Credentials who) {
    if (who == null || who.name() == null) {
      throw new ConnectionRefusedException("who are you?");
    }
    socket.join("lobby");
  }

  @OnEvent
  String message(Socket socket, String text) {
    socket.to("lobby").emit("message", text);
    return "delivered";
  }

  @OnDisconnect
  void leave(DisconnectReason reason) {
    System.out.println(reason.text());
  }
}
