package dev.socketee.cdi.invalid.foreigntype;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import jakarta.servlet.http.HttpSession;
import org.junit.jupiter.api.Test;

class ForeignTypeTest {

  @Namespace
  static class Chat {
    @OnConnect
    void arrive(java.net.Socket socket) {}

    @OnEvent
    void message(HttpSession session) {}
  }

  @Test
  void parameter_ofWrongSocketType_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0305: parameter 1 of"
                + " dev.socketee.cdi.invalid.foreigntype.ForeignTypeTest$Chat.arrive(Socket)"
                + " has the type java.net.Socket, which no client can send: import"
                + " dev.socketee.Socket instead.",
            "SIO0305: parameter 1 of"
                + " dev.socketee.cdi.invalid.foreigntype.ForeignTypeTest$Chat.message(HttpSession)"
                + " has the type jakarta.servlet.http.HttpSession, which no client can"
                + " send: take a dev.socketee.Handshake instead.");
  }
}
