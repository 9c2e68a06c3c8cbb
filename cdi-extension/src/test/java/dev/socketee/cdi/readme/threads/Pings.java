package dev.socketee.cdi.readme.threads;

import dev.socketee.EventListener;
import dev.socketee.SocketNamespace;

class Pings {

  void listen(SocketNamespace namespace) {
    namespace.onConnection(
        socket ->
            socket.on(
                "time", EventListener.nonBlocking((args, ack) -> ack.send(System.nanoTime()))));
  }
}
