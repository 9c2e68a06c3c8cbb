package dev.socketee.cdi.invalid.authofowntype;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Socket;
import dev.socketee.annotation.Auth;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.cdi.fixture.App;
import org.junit.jupiter.api.Test;

class AuthOfOwnTypeTest {

  @Namespace
  static class Chat {
    @OnConnect
    void arrive(@Auth Socket socket) {}
  }

  @Test
  void auth_onTypeOfOurs_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0303: parameter 1 of"
                + " dev.socketee.cdi.invalid.authofowntype.AuthOfOwnTypeTest$Chat.arrive(Socket)"
                + " has @Auth, but its type Socket is not that of a payload. Remove the"
                + " annotation, or change the type to that of the auth data.");
  }
}
