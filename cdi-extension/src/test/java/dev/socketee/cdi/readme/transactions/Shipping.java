package dev.socketee.cdi.readme.transactions;

import dev.socketee.SocketNamespace;
import dev.socketee.annotation.Namespace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;

@ApplicationScoped
public class Shipping {

  @Inject
  @Namespace("/orders")
  SocketNamespace sockets;

  @Inject Orders orders;

  @Transactional
  public void ship(String number) {
    sockets.afterCommit().to(number).socketsJoin("shipped");
    sockets
        .afterCommit()
        .timeout(Duration.ofSeconds(5))
        .to(number)
        .emitWithAck("shipped", number)
        .thenAccept(acks -> orders.noticed(number, acks.responses().size()));
  }
}
