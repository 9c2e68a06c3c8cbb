package dev.socketee.cdi.invalid.parameterunsatisfied;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Room;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnEvent;
import dev.socketee.annotation.RoomName;
import dev.socketee.cdi.fixture.App;
import jakarta.enterprise.inject.Default;
import org.junit.jupiter.api.Test;

class ParameterUnsatisfiedTest {

  interface Orders {}

  @Namespace
  static class Chat {
    @OnEvent
    void order(String what, @Default Orders orders) {}

    @OnConnect
    void arrive(Room room) {}

    @OnEvent
    void enter(@RoomName("lobby") String room) {}
  }

  private static final String CHAT = Chat.class.getTypeName();

  @Test
  void parameter_thatNoBeanFits_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0308: parameter 2 of "
                + CHAT
                + ".order(String, Orders) is injected, but there is no bean of type "
                + Orders.class.getTypeName()
                + " with @Default. Add one, or remove the qualifier if it is an argument.",
            "SIO0401: parameter 1 of "
                + CHAT
                + ".arrive(Room) is a Room, but nothing says which. Annotate it with @RoomName.",
            "SIO0402: parameter 1 of "
                + CHAT
                + ".enter(String) has @RoomName, but the type String. Make it a"
                + " dev.socketee.Room, or remove the annotation.",
            "SIO0308: parameter 1 of "
                + CHAT
                + ".enter(String) is injected, but there is no bean of type java.lang.String with"
                + " @Default. Add one, or remove the qualifier if it is an argument.");
  }
}
