package dev.socketee.it.auth;

import dev.socketee.ConnectionRefusedException;
import dev.socketee.Handshake;
import dev.socketee.Room;
import dev.socketee.Socket;
import dev.socketee.annotation.Auth;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnEvent;
import dev.socketee.annotation.RoomName;
import jakarta.inject.Inject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets in who has the token. */
@Namespace("/guarded")
public class Guarded {

  /** What a client shows. */
  public record Credentials(@Nullable String token, @Nullable String name) {}

  /** What a client is known by. */
  public record Identity(
      String name,
      @Nullable String userAgent,
      @Nullable String flavour,
      String address,
      boolean secure,
      boolean crossDomain) {}

  @Inject
  @RoomName("members")
  Room members;

  @OnConnect
  void check(Socket socket, Handshake handshake, @Auth @Nullable Credentials who) {
    // Joined before the decision: whoever is refused must not stay.
    members.join(socket);
    if (who == null || who.token() == null) {
      throw new ConnectionRefusedException("no token");
    }
    switch (who.token()) {
      case "secret" -> socket.data().put("name", String.valueOf(who.name()));
      case "broken" -> throw new IllegalStateException("a detail that is nobody's business");
      default ->
          throw new ConnectionRefusedException(
              "bad token", Map.<String, Object>of("code", 401, "token", who.token()));
    }
    socket.emit("welcome", socket.data().get("name"));
  }

  @OnEvent("who-am-i")
  Identity whoAmI(Socket socket, Handshake handshake) {
    return new Identity(
        String.valueOf(socket.data().get("name")),
        handshake.headers().get("user-agent"),
        handshake.query("flavour").orElse(null),
        handshake.address(),
        handshake.secure(),
        handshake.crossDomain());
  }

  @OnEvent("members")
  int members() {
    return members.size();
  }
}
