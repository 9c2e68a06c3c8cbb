package dev.socketee.it.principal;

import dev.socketee.AccessRefusedException;
import dev.socketee.Room;
import dev.socketee.Socket;
import dev.socketee.annotation.Authenticated;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnDisconnect;
import dev.socketee.annotation.OnError;
import dev.socketee.annotation.OnEvent;
import dev.socketee.annotation.RoomName;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A managed bean, in which no interceptor looks at who calls. */
@Namespace("/principal")
public class Principals {

  @Inject @RoomName Room audit;

  @OnDisconnect
  void leave(Socket socket, @Nullable Principal caller) {
    audit.emit("left", socket.id(), name(Optional.ofNullable(caller)));
  }

  @OnEvent
  void audit(Socket socket) {
    socket.join(audit);
  }

  /** The caller by each way to ask for it. */
  @OnEvent
  List<Object> socket(Socket socket, @Nullable Principal caller) {
    return List.of(
        name(Optional.ofNullable(caller)),
        socket.isUserInRole("admin"),
        name(socket.principal()),
        name(socket.handshake().principal()),
        socket.handshake().isUserInRole("admin"));
  }

  private static String name(Optional<Principal> principal) {
    return principal.map(Principal::getName).orElse("nobody");
  }

  @OnEvent
  @RolesAllowed("admin")
  int kick(int whom) {
    return whom;
  }

  @OnEvent
  @Authenticated
  String known() {
    return "known";
  }

  @OnEvent
  @DenyAll
  String never() {
    return "never";
  }

  @OnError
  void refused(Socket socket, AccessRefusedException refusal) {
    audit.emit("refused", refusal.authenticated());
  }
}
