package dev.socketee.it.load;

import dev.socketee.Broadcaster;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** So many clients that each of them must cost little. */
@Namespace(value = "/many", server = LoadServers.CALM)
public class Many {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** What came of a question to everybody. */
  public record Outcome(int answers, int missing) {}

  @Inject
  @Namespace(value = "/many", server = LoadServers.CALM)
  Broadcaster everyone;

  @OnEvent("echo")
  int echo(int number) {
    return number;
  }

  @OnEvent("tell all")
  void tellAll(int number) {
    everyone.emit("told", number);
  }

  @OnEvent("ask all")
  CompletionStage<Outcome> askAll() {
    return everyone
        .timeout(PATIENCE)
        .emitWithAck("question")
        .thenApply(acks -> new Outcome(acks.responses().size(), acks.missing().size()));
  }
}
