package dev.socketee.cdi.invalid.roomnameonother;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Broadcaster;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.RoomName;
import dev.socketee.cdi.fixture.App;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

class RoomNameOnOtherTest {

  @Namespace
  static class Chat {
    @Inject @RoomName Broadcaster lobby;
  }

  @Test
  void roomName_onOtherType_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0402:"
                + " dev.socketee.cdi.invalid.roomnameonother.RoomNameOnOtherTest$Chat.lobby"
                + " has @RoomName, but the type Broadcaster. Make it a dev.socketee.Room,"
                + " or remove the annotation.");
  }
}
