package dev.socketee.cdi.invalid.injectmissing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Broadcaster;
import dev.socketee.Room;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.RoomName;
import dev.socketee.cdi.fixture.App;
import org.junit.jupiter.api.Test;

class InjectMissingTest {

  @Namespace
  static class Chat {
    @RoomName Room lobby;

    @Namespace("/prices")
    Broadcaster prices;
  }

  @Test
  void field_withoutInject_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0407:"
                + " dev.socketee.cdi.invalid.injectmissing.InjectMissingTest$Chat.lobby has"
                + " @RoomName, but no @Inject, so it would stay null. Add @Inject.",
            "SIO0407:"
                + " dev.socketee.cdi.invalid.injectmissing.InjectMissingTest$Chat.prices"
                + " has @Namespace, but no @Inject, so it would stay null. Add @Inject.");
  }
}
