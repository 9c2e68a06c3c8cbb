package dev.socketee.cdi.readme.deployment;

import dev.socketee.SocketIO;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
public class Maintenance {

  @Inject SocketIO io;

  public CompletionStage<Void> leave() {
    return io.drain(Duration.ofSeconds(30));
  }
}
