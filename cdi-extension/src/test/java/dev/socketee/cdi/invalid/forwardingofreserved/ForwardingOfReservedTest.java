package dev.socketee.cdi.invalid.forwardingofreserved;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Broadcast;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import org.junit.jupiter.api.Test;

class ForwardingOfReservedTest {

  @Namespace
  static class Chat {
    @OnEvent
    @Broadcast(event = "disconnect")
    String message(String text) {
      return text;
    }
  }

  @Test
  void result_asReservedEvent_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0224: "
                + Chat.class.getTypeName()
                + ".message(String) sends its result on as the event \"disconnect\", but that name is reserved. Use another name.");
  }
}
