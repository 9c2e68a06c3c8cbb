package dev.socketee.cdi.invalid.severalacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Ack;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import org.junit.jupiter.api.Test;

class SeveralAcksTest {

  @Namespace
  static class Chat {
    @OnEvent
    void message(Ack<String> one, Ack<String> other) {}
  }

  @Test
  void handler_twoAcks_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0301:"
                + " dev.socketee.cdi.invalid.severalacks.SeveralAcksTest$Chat.message(Ack,"
                + " Ack) has more than one Ack, but the client gets one acknowledgement"
                + " only. Remove all but one.");
  }
}
