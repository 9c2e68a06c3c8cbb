package dev.socketee.cdi.invalid.roomnamemissing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Room;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.RoomName;
import dev.socketee.cdi.fixture.App;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

class RoomNameMissingTest {

  @Namespace
  static class Chat {
    @Inject
    void rooms(@RoomName Room lobby) {
      lobby.emit("injected");
    }
  }

  @Test
  void roomName_emptyOnParameter_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0403: parameter 1 of"
                + " dev.socketee.cdi.invalid.roomnamemissing.RoomNameMissingTest$Chat.rooms(Room)"
                + " has @RoomName without a name, which only a field can have. Say which"
                + " room: @RoomName(\"...\").");
  }
}
