package dev.socketee.cdi.invalid.ackoutsideevent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Ack;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnDisconnect;
import dev.socketee.cdi.fixture.App;
import org.junit.jupiter.api.Test;

class AckOutsideEventTest {

  @Namespace
  static class Chat {
    @OnDisconnect
    void left(Ack<String> ack) {}
  }

  @Test
  void ack_outsideEvent_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0302: parameter 1 of"
                + " dev.socketee.cdi.invalid.ackoutsideevent.AckOutsideEventTest$Chat.left(Ack)"
                + " has the type Ack, which only an @OnEvent method can take, not one with"
                + " @OnDisconnect. Remove it.");
  }
}
