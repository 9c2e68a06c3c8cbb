package dev.socketee.cdi.invalid.optiontwice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.SocketIODefinition;
import dev.socketee.cdi.fixture.App;
import jakarta.enterprise.context.ApplicationScoped;
import org.junit.jupiter.api.Test;

class OptionTwiceTest {

  @SocketIODefinition(name = "admin", path = "/a", properties = "path=/b")
  @SocketIODefinition(properties = {"ping-interval=1", "ping-interval=1"})
  @ApplicationScoped
  static class Servers {}

  @Test
  void option_thatIsSaidTwice_isRefused() {
    assertThat(App.problems(Servers.class))
        .containsExactlyInAnyOrder(
            "SIO1003: dev.socketee.cdi.invalid.optiontwice.OptionTwiceTest$Servers has @SocketIODefinition with the option path twice. Remove one.",
            "SIO1003: dev.socketee.cdi.invalid.optiontwice.OptionTwiceTest$Servers has @SocketIODefinition with the option ping-interval twice. Remove one.");
  }
}
