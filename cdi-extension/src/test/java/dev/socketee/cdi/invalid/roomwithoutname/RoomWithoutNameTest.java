package dev.socketee.cdi.invalid.roomwithoutname;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Room;
import dev.socketee.annotation.Namespace;
import dev.socketee.cdi.fixture.App;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

class RoomWithoutNameTest {

  @Namespace
  static class Chat {
    @Inject Room lobby;
  }

  @Test
  void room_withoutName_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0401:"
                + " dev.socketee.cdi.invalid.roomwithoutname.RoomWithoutNameTest$Chat.lobby"
                + " is a Room, but nothing says which. Annotate it with @RoomName.");
  }
}
