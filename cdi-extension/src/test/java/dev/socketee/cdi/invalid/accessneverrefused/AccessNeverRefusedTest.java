package dev.socketee.cdi.invalid.accessneverrefused;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Authenticated;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnDisconnect;
import dev.socketee.annotation.OnError;
import dev.socketee.cdi.fixture.App;
import jakarta.annotation.security.RolesAllowed;
import org.junit.jupiter.api.Test;

class AccessNeverRefusedTest {

  @Namespace
  static class Chat {
    @OnDisconnect
    @RolesAllowed("admin")
    void leave() {}

    @OnError
    @Authenticated
    void failed(Exception e) {}
  }

  @Test
  void access_toWhatTheServerCalls_isRefused() {
    String chat = Chat.class.getTypeName();
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0802: "
                + chat
                + ".leave() has @RolesAllowed, but @OnDisconnect methods are called by the server,"
                + " whoever the caller is. Remove it.",
            "SIO0802: "
                + chat
                + ".failed(Exception) has @Authenticated, but @OnError methods are called by the"
                + " server, whoever the caller is. Remove it.");
  }
}
