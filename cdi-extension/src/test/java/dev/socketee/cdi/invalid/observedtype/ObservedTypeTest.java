package dev.socketee.cdi.invalid.observedtype;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Handshake;
import dev.socketee.annotation.Connected;
import dev.socketee.cdi.fixture.App;
import jakarta.enterprise.event.Observes;
import org.junit.jupiter.api.Test;

class ObservedTypeTest {

  static class Watcher {
    void see(@Observes @Connected Handshake handshake) {}
  }

  @Test
  void observer_ofAnotherType_isRefused() {
    assertThat(App.problems(Watcher.class))
        .containsExactly(
            "SIO0601: "
                + Watcher.class.getTypeName()
                + ".see(Handshake) observes @Connected with the type Handshake, but the event is a"
                + " dev.socketee.Socket, so it would never be called. Change the type to Socket.");
  }
}
