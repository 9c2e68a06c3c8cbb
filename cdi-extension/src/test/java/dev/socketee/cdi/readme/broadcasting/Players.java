package dev.socketee.cdi.readme.broadcasting;

import dev.socketee.annotation.EventName;
import java.util.concurrent.CompletionStage;

public interface Players {

  void score(Score score);

  @EventName("half time")
  void halfTime(int home, int away);

  CompletionStage<Boolean> ready(String game);
}
