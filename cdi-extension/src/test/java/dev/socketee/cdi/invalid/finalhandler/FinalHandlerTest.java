package dev.socketee.cdi.invalid.finalhandler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.Test;

class FinalHandlerTest {

  @Namespace
  @Singleton
  static class Chat {
    @OnEvent
    final void message(String text) {}
  }

  @Test
  void handler_final_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0203:"
                + " dev.socketee.cdi.invalid.finalhandler.FinalHandlerTest$Chat.message(String)"
                + " is final, so that no proxy or interceptor of the bean can see its"
                + " calls. Remove final.");
  }
}
