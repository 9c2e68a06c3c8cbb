package dev.socketee.cdi.invalid.nonblockingnohandler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.NonBlocking;
import dev.socketee.cdi.fixture.App;
import org.junit.jupiter.api.Test;

class NonBlockingNoHandlerTest {

  @Namespace
  static class Chat {
    @NonBlocking
    void helper() {}
  }

  @Test
  void methodThatIsNoHandler_nonBlocking_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0902:"
                + " dev.socketee.cdi.invalid.nonblockingnohandler.NonBlockingNoHandlerTest$Chat.helper()"
                + " has @NonBlocking, but is no handler. Add @OnEvent or @OnError, or remove"
                + " @NonBlocking.");
  }
}
