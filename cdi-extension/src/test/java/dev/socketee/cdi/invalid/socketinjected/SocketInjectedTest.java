package dev.socketee.cdi.invalid.socketinjected;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.cdi.fixture.App;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

class SocketInjectedTest {

  @Namespace
  static class Chat {
    @Inject Socket socket;
  }

  @Test
  void socket_injected_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0406:"
                + " dev.socketee.cdi.invalid.socketinjected.SocketInjectedTest$Chat.socket"
                + " is a Socket, which exists only while a handler is called. Take it as a"
                + " parameter of the handler method.");
  }
}
