package dev.socketee.it.user;

import dev.socketee.Broadcaster;
import dev.socketee.DisconnectReason;
import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnDisconnect;
import dev.socketee.annotation.OnEvent;
import jakarta.inject.Inject;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** Knows its clients by whom the container has authenticated. */
@Namespace("/users")
public class Users {

  @Inject Broadcaster everyone;

  @OnConnect
  void arrive(Socket socket) {
    socket.emit("you are", name(socket));
  }

  @OnEvent("who am I")
  @Nullable String whoAmI(Socket socket) {
    return name(socket);
  }

  @OnDisconnect
  void leave(Socket socket, DisconnectReason reason) {
    everyone.emit("gone", socket.id(), reason.text());
  }

  private static @Nullable String name(Socket socket) {
    return socket.principal().map(Principal::getName).orElse(null);
  }
}
