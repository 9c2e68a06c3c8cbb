package dev.socketee.cdi.invalid.observedasync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Socket;
import dev.socketee.annotation.Disconnected;
import dev.socketee.cdi.fixture.App;
import jakarta.enterprise.event.ObservesAsync;
import org.junit.jupiter.api.Test;

class ObservedAsyncTest {

  static class Watcher {
    void see(@ObservesAsync @Disconnected Socket socket) {}
  }

  @Test
  void observer_thatIsAsynchronous_isRefused() {
    assertThat(App.problems(Watcher.class))
        .containsExactly(
            "SIO0602: "
                + Watcher.class.getTypeName()
                + ".see(Socket) observes @Disconnected asynchronously, but the event is fired"
                + " synchronously, so it would never be called. Replace @ObservesAsync by"
                + " @Observes: observers run on the thread of the socket's handlers and may block.");
  }
}
