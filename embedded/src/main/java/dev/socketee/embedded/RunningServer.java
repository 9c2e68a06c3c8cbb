package dev.socketee.embedded;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Makes the server a bean, as soon as it runs. */
@Singleton
final class RunningServer {

  private volatile @Nullable EmbeddedSocketIO running;

  RunningServer() {}

  void is(EmbeddedSocketIO server) {
    running = server;
  }

  @Produces
  EmbeddedSocketIO server() {
    EmbeddedSocketIO known = running;
    if (known == null) {
      throw new IllegalStateException(
          "the server has not been started yet: inject Instance<EmbeddedSocketIO>, and ask it later");
    }
    return known;
  }
}
