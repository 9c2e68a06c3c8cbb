package dev.socketee.cdi.invalid.statichandler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import org.junit.jupiter.api.Test;

class StaticHandlerTest {

  @Namespace
  static class Chat {
    @OnEvent
    static void message(String text) {}
  }

  @Test
  void handler_static_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0202:"
                + " dev.socketee.cdi.invalid.statichandler.StaticHandlerTest$Chat.message(String)"
                + " is static, but handler methods are called on a bean. Remove static.");
  }
}
