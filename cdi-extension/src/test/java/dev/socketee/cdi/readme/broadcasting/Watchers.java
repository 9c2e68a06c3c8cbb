package dev.socketee.cdi.readme.broadcasting;

import dev.socketee.Broadcaster;
import dev.socketee.RemoteSocket;
import dev.socketee.annotation.Namespace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
public class Watchers {

  @Inject
  @Namespace("/games")
  Broadcaster games;

  public CompletionStage<List<String>> of(String game) {
    return games
        .to("game " + game)
        .fetchSockets()
        .thenApply(sockets -> sockets.stream().map(RemoteSocket::id).toList());
  }
}
