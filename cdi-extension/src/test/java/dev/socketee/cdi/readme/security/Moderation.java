package dev.socketee.cdi.readme.security;

import dev.socketee.AccessRefusedException;
import dev.socketee.Broadcaster;
import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnError;
import dev.socketee.annotation.OnEvent;
import jakarta.annotation.security.RolesAllowed;
import java.security.Principal;

@Namespace("/moderation")
@RolesAllowed({"moderator", "owner"})
public class Moderation {

  @OnEvent
  void mute(String whom, Principal moderator, Broadcaster everyone) {
    everyone.emit("muted", whom, moderator.getName());
  }

  @OnEvent
  @RolesAllowed("owner")
  String close(String room) {
    return room + " is closed";
  }

  @OnEvent
  boolean owner(Socket socket) {
    return socket.isUserInRole("owner");
  }

  @OnError
  void refused(Socket socket, AccessRefusedException refusal) {
    System.getLogger("audit").log(System.Logger.Level.INFO, refusal.getMessage());
  }
}
