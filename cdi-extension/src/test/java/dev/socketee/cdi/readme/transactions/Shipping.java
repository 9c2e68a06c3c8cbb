package dev.socketee.cdi.readme.transactions;

import dev.socketee.BroadcastAcks;
import dev.socketee.SocketNamespace;
import dev.socketee.annotation.Namespace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
public class Shipping {

  @Inject
  @Namespace("/orders")
  SocketNamespace sockets;

  @Transactional
  public CompletionStage<BroadcastAcks> ship(String number) {
    sockets.afterCommit().to(number).socketsJoin("shipped");
    return sockets
        .afterCommit()
        .timeout(Duration.ofSeconds(5))
        .to(number)
        .emitWithAck("shipped", number);
  }
}
