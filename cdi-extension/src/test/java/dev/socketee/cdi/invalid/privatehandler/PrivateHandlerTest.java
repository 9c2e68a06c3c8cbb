package dev.socketee.cdi.invalid.privatehandler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import org.junit.jupiter.api.Test;

class PrivateHandlerTest {

  @Namespace
  static class Chat {
    @OnEvent
    @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // private is the mistake
    private void message(String text) {}
  }

  @Test
  void handler_private_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0201:"
                + " dev.socketee.cdi.invalid.privatehandler.PrivateHandlerTest$Chat.message(String)"
                + " is private, but handler methods are called through the bean's proxy."
                + " Make it package-private, protected or public.");
  }
}
