package dev.socketee.cdi.invalid.forwardingoutsideevent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Broadcast;
import dev.socketee.annotation.EmitTo;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.cdi.fixture.App;
import org.junit.jupiter.api.Test;

class ForwardingOutsideEventTest {

  @Namespace
  static class Chat {
    @OnConnect
    @Broadcast(event = "arrived")
    String arrive() {
      return "";
    }

    @EmitTo("lobby")
    String forgotten() {
      return "";
    }
  }

  @Test
  void result_thatIsNotOfAnEvent_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0220: "
                + Chat.class.getTypeName()
                + ".arrive() has @EmitTo or @Broadcast, but only the results of @OnEvent methods are sent on. Inject a Broadcaster and emit by that.",
            "SIO0220: "
                + Chat.class.getTypeName()
                + ".forgotten() has @EmitTo or @Broadcast, but only the results of @OnEvent methods are sent on. Inject a Broadcaster and emit by that.");
  }
}
