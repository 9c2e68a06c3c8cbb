package dev.socketee.it.identity;

import dev.socketee.DisconnectReason;
import dev.socketee.Room;
import dev.socketee.Socket;
import dev.socketee.annotation.Connected;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.NonBlocking;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnDisconnect;
import dev.socketee.annotation.OnEvent;
import dev.socketee.annotation.RoomName;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.security.Principal;
import java.util.List;

/** A managed bean that has an enterprise bean say who calls. */
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
  void leave(Socket socket, Principal caller, DisconnectReason reason) {
    audit.emit("left", socket.id(), caller == null ? "nobody" : caller.getName(), vault.caller());
  }

  void came(@Observes @Connected("/identity") Socket socket) {
    socket.emit("observed", vault.caller());
  }

  @OnEvent
  void audit(Socket socket) {
    socket.join(audit);
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
}
