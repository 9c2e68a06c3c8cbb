package dev.socketee.it.disconnect;

import dev.socketee.Broadcaster;
import dev.socketee.DisconnectReason;
import dev.socketee.Socket;
import dev.socketee.SocketNamespace;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnDisconnect;
import dev.socketee.annotation.OnEvent;
import jakarta.inject.Inject;

/** Disconnects, and tells the witnesses why somebody is gone. */
@Namespace("/disconnects")
public class Disconnects {

  private static final String WITNESSES = "witnesses";

  @Inject Broadcaster everyone;
  @Inject SocketNamespace namespace;

  /** From now on, the socket is told who leaves. */
  @OnEvent("watch")
  void watch(Socket socket) {
    socket.join(WITNESSES);
  }

  @OnEvent("disconnect-me")
  void disconnectMe(Socket socket, boolean close) {
    socket.emit("farewell");
    socket.disconnect(close);
  }

  /** Disconnects somebody else. */
  @OnEvent("disconnect-other")
  boolean disconnectOther(String id) {
    namespace.socket(id).ifPresent(Socket::disconnect);
    return namespace.socket(id).isEmpty();
  }

  @OnDisconnect
  void gone(Socket socket, DisconnectReason reason) {
    everyone
        .to(WITNESSES)
        .emit("gone", socket.id(), reason.text(), socket.connected(), socket.rooms().size());
  }
}
