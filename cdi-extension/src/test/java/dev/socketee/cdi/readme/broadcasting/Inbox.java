package dev.socketee.cdi.readme.broadcasting;

import dev.socketee.Broadcaster;
import dev.socketee.Socket;
import dev.socketee.annotation.Authenticated;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import jakarta.inject.Inject;
import java.security.Principal;

@Namespace("/inbox")
@Authenticated
public class Inbox {

  @Inject Broadcaster all;

  @OnEvent("write")
  void write(Principal from, String to, String text) {
    all.toUser(to).emit("letter", from.getName(), text);
  }

  /** What was read on one device is no news on the others. */
  @OnEvent("read")
  void read(Socket socket, Principal reader, String letter) {
    socket.toUser(reader.getName()).emit("read", letter);
  }
}
