package dev.socketee.it.deployment.ear;

import dev.socketee.Broadcaster;
import dev.socketee.Socket;
import dev.socketee.annotation.Connected;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** An enterprise bean of an EJB module that has handlers, emits, and observes. */
@Stateless
@Namespace("/cash")
public class Cashier {

  @Inject
  @Namespace("/desk")
  Broadcaster desk;

  @OnEvent("pay")
  public String pay(String article) {
    desk.afterCommit().emit("paid", article);
    return "thanks";
  }

  /** Greets who comes. */
  public void greet(@Observes @Connected("/desk") Socket socket) {
    socket.emit("greeting", "from the EJB module");
  }
}
