package dev.socketee.cdi.readme.broadcasting;

import dev.socketee.BroadcastAcks;
import dev.socketee.Broadcaster;
import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

@Namespace("/games")
public class Referee {

  @Inject Broadcaster games;

  @OnEvent
  int ready(Socket socket, String game) throws Exception {
    BroadcastAcks answers =
        games
            .to("game " + game)
            .except(socket)
            .timeout(Duration.ofSeconds(5))
            .emitWithAck("ready?", game)
            .toCompletableFuture()
            .get();
    return (int)
        answers.responses().stream()
            .filter(response -> Boolean.TRUE.equals(response.args().get(0, Boolean.class)))
            .count();
  }

  @OnEvent
  CompletionStage<Boolean> quit(Socket socket) {
    return socket
        .timeout(Duration.ofSeconds(5))
        .emitWithAck("sure?")
        .thenApply(answer -> answer.get(0, Boolean.class));
  }
}
