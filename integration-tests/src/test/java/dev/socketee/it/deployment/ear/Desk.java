package dev.socketee.it.deployment.ear;

import dev.socketee.Broadcaster;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Inject;

/** The handlers of the web module, and its end of the bridge from the EJB module. */
@ApplicationScoped
@Namespace("/desk")
public class Desk {

  @Inject
  @Namespace("/desk")
  Broadcaster everyone;

  @Inject Till till;

  @OnEvent("sell")
  String sell(String article, @Default Prices prices) {
    till.sell(article);
    return prices.of(article);
  }

  @OnEvent("cancel")
  void cancel(String article) {
    till.cancel(article);
  }

  void sold(@Observes Sold sold) {
    everyone.emit("selling", sold.article());
    everyone.afterCommit().emit("sold", sold.article());
  }
}
