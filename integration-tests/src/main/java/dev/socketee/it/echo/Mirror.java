package dev.socketee.it.echo;

import dev.socketee.Ack;
import dev.socketee.Args;
import dev.socketee.Socket;
import dev.socketee.annotation.Auth;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnEvent;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Handlers that a subclass inherits for its own namespace. */
abstract class Mirror {

  @OnConnect
  void greet(Socket socket, @Auth @Nullable JsonObject auth) {
    socket.emit("auth", auth == null ? JsonValue.EMPTY_JSON_OBJECT : auth);
  }

  @OnEvent("message")
  void message(Socket socket, Args arguments) {
    socket.emit("message-back", all(arguments));
  }

  @OnEvent("message-with-ack")
  void messageWithAck(Args arguments, Ack<Object> ack) {
    ack.sendAll(all(arguments));
  }

  /** Whatever the arguments are, binary ones included. */
  @SuppressWarnings("NullAway") // null is an argument like any other
  private static Object[] all(Args arguments) {
    Object[] all = new Object[arguments.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = arguments.get(i, Object.class);
    }
    return all;
  }
}
