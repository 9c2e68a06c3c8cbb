package dev.socketee.cdi.invalid.twoannotations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import org.junit.jupiter.api.Test;

class TwoAnnotationsTest {

  @Namespace
  static class Chat {
    @OnConnect
    @OnEvent("hello")
    void hello(Socket socket) {}
  }

  @Test
  void handler_twoAnnotations_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0204:"
                + " dev.socketee.cdi.invalid.twoannotations.TwoAnnotationsTest$Chat.hello(Socket)"
                + " has @OnConnect and @OnEvent, but a handler method can have only one of"
                + " them. Make it several methods.");
  }
}
