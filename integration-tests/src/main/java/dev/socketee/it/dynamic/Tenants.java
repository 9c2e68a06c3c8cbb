package dev.socketee.it.dynamic;

import dev.socketee.Broadcaster;
import dev.socketee.ConnectionRefusedException;
import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.NamespaceParam;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnEvent;
import jakarta.inject.Inject;

/** One bean for the namespaces of all tenants. */
@Namespace("/tenants/{tenant}/floors/{floor}")
public class Tenants {

  @Inject Broadcaster everywhere;

  @OnConnect
  void connect(@NamespaceParam("tenant") String tenant, @NamespaceParam("floor") int floor) {
    if (floor < 0) {
      throw new ConnectionRefusedException(tenant + " has no cellar");
    }
  }

  @OnEvent
  String where(@NamespaceParam("tenant") String tenant, @NamespaceParam("floor") long floor) {
    return tenant + " " + (floor + 1);
  }

  @OnEvent
  void shout(String text) {
    everywhere.emit("shouted", text);
  }

  @OnEvent
  void call(String text, Socket socket) {
    socket.namespace().emit("called", text);
  }
}
