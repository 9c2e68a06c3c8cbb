package dev.socketee.cdi.readme.ear;

import dev.socketee.Broadcaster;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

@ApplicationScoped
@Namespace("/desk")
public class Desk {

  @Inject
  @Namespace("/desk")
  Broadcaster everyone;

  @Inject Till till;

  @OnEvent
  void sell(String article) {
    till.sell(article);
  }

  void sold(@Observes Sold sold) {
    everyone.afterCommit().emit("sold", sold.article());
  }
}
