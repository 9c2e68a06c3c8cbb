package dev.socketee.cdi.invalid.reasonoutsidedisconnect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.DisconnectReason;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import org.junit.jupiter.api.Test;

class ReasonOutsideDisconnectTest {

  @Namespace
  static class Chat {
    @OnEvent
    void message(String text, DisconnectReason reason) {}
  }

  @Test
  void disconnectReason_outsideDisconnect_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0302: parameter 2 of"
                + " dev.socketee.cdi.invalid.reasonoutsidedisconnect.ReasonOutsideDisconnectTest$Chat.message(String,"
                + " DisconnectReason) has the type DisconnectReason, which only an"
                + " @OnDisconnect method can take, not one with @OnEvent. Remove it.");
  }
}
