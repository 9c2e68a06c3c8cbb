package dev.socketee.it.identity;

import dev.socketee.AccessRefusedException;
import dev.socketee.DisconnectReason;
import dev.socketee.Room;
import dev.socketee.Socket;
import dev.socketee.annotation.Authenticated;
import dev.socketee.annotation.Connected;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.NonBlocking;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnDisconnect;
import dev.socketee.annotation.OnError;
import dev.socketee.annotation.OnEvent;
import dev.socketee.annotation.RoomName;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A managed bean, in which no interceptor looks at who calls. */
@Namespace("/identity")
public class Identities {

  @Inject Vault vault;

  @Inject @RoomName Room audit;

  @OnConnect
  void arrive(Socket socket) {
    socket.emit("arrived", vault.caller());
    socket.on("listener", (args, ack) -> ack.send(vault.caller()));
  }

  @OnDisconnect
  void leave(Principal caller, DisconnectReason reason) {
    audit.emit("left", caller == null ? "nobody" : caller.getName(), vault.caller());
  }

  void came(@Observes @Connected("/identity") Socket socket) {
    socket.emit("observed", vault.caller());
  }

  @OnEvent
  void audit(Socket socket) {
    socket.join(audit);
  }

  @OnEvent
  List<Object> socket(Socket socket, @Nullable Principal caller) {
    return List.of(
        Optional.ofNullable(caller).map(Principal::getName).orElse("nobody"),
        socket.isUserInRole("admin"),
        socket.principal().map(Principal::getName).orElse("nobody"),
        socket.handshake().isUserInRole("admin"));
  }

  @OnEvent
  List<Object> bean() {
    return vault.caller();
  }

  /** It does not block, whatever enterprise beans may do. */
  @OnEvent("bean at once")
  @NonBlocking
  List<Object> beanAtOnce() {
    return vault.caller();
  }

  @OnEvent
  String open() {
    return vault.open();
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
