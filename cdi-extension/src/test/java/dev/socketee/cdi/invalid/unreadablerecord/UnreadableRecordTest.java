package dev.socketee.cdi.invalid.unreadablerecord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Auth;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnreadableRecordTest {

  record Credentials(String name) {}

  @Namespace
  static class Chat {
    @OnConnect
    void arrive(@Auth Credentials who) {}

    @OnEvent
    void message(List<Credentials> them) {}
  }

  @Test
  void parameter_withARecordThatIsNotPublic_isRefused() {
    String type = "dev.socketee.cdi.invalid.unreadablerecord.UnreadableRecordTest$";

    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0307: parameter 1 of "
                + type
                + "Chat.arrive(Credentials) cannot be read: the record "
                + type
                + "Credentials is not public, and JSON-B cannot create it therefore: make it"
                + " public.",
            "SIO0307: parameter 1 of "
                + type
                + "Chat.message(List) cannot be read: the record "
                + type
                + "Credentials is not public, and JSON-B cannot create it therefore: make it"
                + " public.");
  }
}
