package dev.socketee.cdi.invalid.severalforwardings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Broadcast;
import dev.socketee.annotation.EmitTo;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import org.junit.jupiter.api.Test;

class SeveralForwardingsTest {

  @Namespace
  static class Chat {
    @OnEvent
    @Broadcast
    @EmitTo("lobby")
    String message(String text) {
      return text;
    }
  }

  @Test
  void result_sentOnTwice_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0221: "
                + Chat.class.getTypeName()
                + ".message(String) has @EmitTo and @Broadcast, but its result is sent on once. Remove one of them.");
  }
}
