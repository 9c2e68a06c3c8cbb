package dev.socketee.cdi.readme.threads;

import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import java.time.Duration;

@Namespace("/quiz")
public class Quiz {

  @OnEvent
  String start(Socket socket) {
    String answer =
        socket
            .timeout(Duration.ofSeconds(20))
            .emitWithAck("question", "6 x 7")
            .thenApply(args -> args.get(0, String.class))
            .toCompletableFuture()
            .join(); // blocks this handler, and nothing else
    return answer.equals("42") ? "right" : "wrong";
  }
}
