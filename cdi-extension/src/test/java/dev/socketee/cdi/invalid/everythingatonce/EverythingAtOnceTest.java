package dev.socketee.cdi.invalid.everythingatonce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Ack;
import dev.socketee.Room;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

class EverythingAtOnceTest {

  @Namespace("/chat,")
  static class Chat {
    @Inject Room lobby;

    @OnEvent
    @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // it is one of the mistakes
    private String message(Ack<String> ack) {
      return "";
    }
  }

  @Test
  void mistakes_several_areReportedTogether() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0401:"
                + " dev.socketee.cdi.invalid.everythingatonce.EverythingAtOnceTest$Chat.lobby"
                + " is a Room, but nothing says which. Annotate it with @RoomName.",
            "SIO0201:"
                + " dev.socketee.cdi.invalid.everythingatonce.EverythingAtOnceTest$Chat.message(Ack)"
                + " is private, but handler methods are called through the bean's proxy."
                + " Make it package-private, protected or public.",
            "SIO0211:"
                + " dev.socketee.cdi.invalid.everythingatonce.EverythingAtOnceTest$Chat.message(Ack)"
                + " returns a result and has an Ack, but the client gets one"
                + " acknowledgement only. Return void, or remove the Ack.",
            "SIO0104:"
                + " dev.socketee.cdi.invalid.everythingatonce.EverythingAtOnceTest$Chat has"
                + " @Namespace(\"/chat,\"), but the name of a namespace cannot contain a"
                + " comma. Rename it.");
  }
}
