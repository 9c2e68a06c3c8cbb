package dev.socketee.it.user;

import dev.socketee.Broadcaster;
import dev.socketee.DisconnectReason;
import dev.socketee.Socket;
import dev.socketee.SocketNamespace;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnDisconnect;
import dev.socketee.annotation.OnEvent;
import dev.socketee.spi.UserRooms;
import jakarta.inject.Inject;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows its clients by whom the container has authenticated. */
@Namespace("/users")
public class Users {

  @Inject Broadcaster everyone;
  @Inject SocketNamespace namespace;

  @OnConnect
  void arrive(Socket socket) {
    socket.emit("you are", name(socket));
  }

  @OnEvent("who am I")
  @Nullable String whoAmI(Socket socket) {
    return name(socket);
  }

  /** Tells users, wherever they are. */
  @OnEvent("tell")
  void tell(String text, List<String> users) {
    everyone.toUser(users.toArray(String[]::new)).emit("told", text);
  }

  /** Tells everybody but some users. */
  @OnEvent("tell all but")
  void tellAllBut(String text, List<String> users) {
    everyone.exceptUser(users.toArray(String[]::new)).emit("told", text);
  }

  /** Tells the other sockets of the same user. */
  @OnEvent("tell my others")
  void tellMyOthers(Socket socket, String text) {
    socket.toUser(String.valueOf(name(socket))).emit("told", text);
  }

  @OnEvent("users")
  List<String> users() {
    return namespace.users().stream().sorted().toList();
  }

  /** A name that no room may have: answers how that ends. */
  @OnEvent("join the room of")
  String joinTheRoomOf(Socket socket, String user) {
    try {
      socket.join(UserRooms.of(user));
      return "joined";
    } catch (IllegalArgumentException e) {
      return "refused";
    }
  }

  @OnEvent("rooms")
  Set<String> rooms(Socket socket) {
    return socket.rooms();
  }

  @OnDisconnect
  void leave(Socket socket, DisconnectReason reason) {
    everyone.emit("gone", socket.id(), reason.text());
  }

  private static @Nullable String name(Socket socket) {
    return socket.principal().map(Principal::getName).orElse(null);
  }
}
