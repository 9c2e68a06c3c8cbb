package dev.socketee.cdi.invalid.ackandresult;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Ack;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import org.junit.jupiter.api.Test;

class AckAndResultTest {

  @Namespace
  static class Chat {
    @OnEvent
    String message(Ack<String> ack) {
      return "";
    }
  }

  @Test
  void handler_ackAndResult_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0211:"
                + " dev.socketee.cdi.invalid.ackandresult.AckAndResultTest$Chat.message(Ack)"
                + " returns a result and has an Ack, but the client gets one"
                + " acknowledgement only. Return void, or remove the Ack.");
  }
}
