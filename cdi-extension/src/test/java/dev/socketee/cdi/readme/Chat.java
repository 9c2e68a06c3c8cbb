package dev.socketee.cdi.readme;

import dev.socketee.ConnectionRefusedException;
import dev.socketee.Room;
import dev.socketee.Socket;
import dev.socketee.annotation.Auth;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnEvent;
import dev.socketee.annotation.RoomName;
import jakarta.inject.Inject;

@Namespace("/chat")
public class Chat {

  public record Message(String from, String text) {}

  @Inject
  @RoomName("lobby")
  Room lobby;

  @OnConnect
  void arrive(Socket socket, @Auth Credentials who) { // the client's `auth`, bound by JSON-B
    if (who == null) throw new ConnectionRefusedException("who are you?");
    socket.join(lobby);
  }

  @OnEvent("message")
  String message(Socket from, Message message) { // arguments in order; the result is the ack
    lobby.except(from).emit("message", message);
    return "delivered";
  }
}
