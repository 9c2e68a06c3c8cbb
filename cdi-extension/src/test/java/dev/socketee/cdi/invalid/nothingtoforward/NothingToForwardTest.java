package dev.socketee.cdi.invalid.nothingtoforward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Broadcast;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import org.junit.jupiter.api.Test;

class NothingToForwardTest {

  @Namespace
  static class Chat {
    @OnEvent
    @Broadcast
    void message(String text) {}
  }

  @Test
  void result_thatIsNone_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0222: "
                + Chat.class.getTypeName()
                + ".message(String) has @EmitTo or @Broadcast, but returns nothing that could be sent on. Return what to emit.");
  }
}
