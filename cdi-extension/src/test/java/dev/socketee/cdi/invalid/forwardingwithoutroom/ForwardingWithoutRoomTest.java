package dev.socketee.cdi.invalid.forwardingwithoutroom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.EmitTo;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import org.junit.jupiter.api.Test;

class ForwardingWithoutRoomTest {

  @Namespace
  static class Chat {
    @OnEvent
    @EmitTo({})
    String message(String text) {
      return text;
    }

    @OnEvent
    @EmitTo("")
    String other(String text) {
      return text;
    }
  }

  @Test
  void result_forNoRoom_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0223: "
                + Chat.class.getTypeName()
                + ".message(String) has @EmitTo without a room, or with an empty name. Name the rooms, or use @Broadcast for all.",
            "SIO0223: "
                + Chat.class.getTypeName()
                + ".other(String) has @EmitTo without a room, or with an empty name. Name the rooms, or use @Broadcast for all.");
  }
}
