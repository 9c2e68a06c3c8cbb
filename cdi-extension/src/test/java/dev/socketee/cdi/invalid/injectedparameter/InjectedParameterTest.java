package dev.socketee.cdi.invalid.injectedparameter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Broadcaster;
import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnEvent;
import dev.socketee.annotation.RoomName;
import dev.socketee.cdi.fixture.App;
import org.junit.jupiter.api.Test;

class InjectedParameterTest {

  @Namespace
  static class Chat {
    @OnConnect
    void arrive(Socket socket, Broadcaster everyone) {}

    @OnEvent
    void enter(Socket socket, @RoomName("lobby") String lobby) {}
  }

  @Test
  void parameter_thatWouldBeInjected_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0304: parameter 2 of"
                + " dev.socketee.cdi.invalid.injectedparameter.InjectedParameterTest$Chat.arrive(Socket,"
                + " Broadcaster) would have to be injected, but the parameters of handlers"
                + " are not. Inject it into a field of the bean.",
            "SIO0304: parameter 2 of"
                + " dev.socketee.cdi.invalid.injectedparameter.InjectedParameterTest$Chat.enter(Socket,"
                + " String) would have to be injected, but the parameters of handlers are"
                + " not. Inject it into a field of the bean.");
  }
}
