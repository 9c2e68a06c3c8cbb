package dev.socketee.cdi.invalid.reservedevent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import org.junit.jupiter.api.Test;

class ReservedEventTest {

  @Namespace
  static class Chat {
    @OnEvent("disconnecting")
    void leaving() {}
  }

  @Namespace
  static class Other {
    @OnEvent
    void connect() {}
  }

  @Test
  void handler_ofReservedEvent_isRefused() {
    assertThat(App.problems(Chat.class, Other.class))
        .containsExactlyInAnyOrder(
            "SIO0205:"
                + " dev.socketee.cdi.invalid.reservedevent.ReservedEventTest$Chat.leaving()"
                + " is for the event \"disconnecting\", but that name is reserved and no"
                + " client can send it. Use @OnConnect, @OnDisconnect or @OnError, or"
                + " another name.",
            "SIO0205:"
                + " dev.socketee.cdi.invalid.reservedevent.ReservedEventTest$Other.connect()"
                + " is for the event \"connect\", but that name is reserved and no client"
                + " can send it. Use @OnConnect, @OnDisconnect or @OnError, or another"
                + " name.");
  }
}
