package dev.socketee.cdi.invalid.throwableoutsideerror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import org.junit.jupiter.api.Test;

class ThrowableOutsideErrorTest {

  @Namespace
  static class Chat {
    @OnEvent
    void message(Exception e) {}
  }

  @Test
  void throwable_outsideError_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0302: parameter 1 of"
                + " dev.socketee.cdi.invalid.throwableoutsideerror.ThrowableOutsideErrorTest$Chat.message(Exception)"
                + " has the type Exception, which only an @OnError method can take, not one"
                + " with @OnEvent. Remove it.");
  }
}
