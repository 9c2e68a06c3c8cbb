package dev.socketee.cdi.invalid.observednamespace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Socket;
import dev.socketee.annotation.Connected;
import dev.socketee.cdi.fixture.App;
import jakarta.enterprise.event.Observes;
import org.junit.jupiter.api.Test;

class ObservedNamespaceTest {

  static class Watcher {
    void see(@Observes @Connected("chat") Socket socket) {}
  }

  @Test
  void observer_ofImpossibleNamespace_isRefused() {
    assertThat(App.problems(Watcher.class))
        .containsExactly(
            "SIO0603: "
                + Watcher.class.getTypeName()
                + ".see(Socket) observes @Connected(\"chat\"), but no namespace has that name, so it"
                + " would never be called. Begin it with / and leave commas out.");
  }
}
