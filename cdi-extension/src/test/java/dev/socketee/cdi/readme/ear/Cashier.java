package dev.socketee.cdi.readme.ear;

import dev.socketee.Broadcaster;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

@Stateless
@Namespace("/cash")
public class Cashier {

  @Inject
  @Namespace("/desk")
  Broadcaster desk;

  @OnEvent
  public String pay(String article) {
    desk.afterCommit().emit("paid", article);
    return "thanks";
  }
}
