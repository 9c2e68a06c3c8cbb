package dev.socketee.cdi.invalid.errorhandlerwithoutthrowable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnError;
import dev.socketee.cdi.fixture.App;
import org.junit.jupiter.api.Test;

class ErrorHandlerWithoutThrowableTest {

  @Namespace
  static class Chat {
    @OnError
    void failed(Socket socket) {}
  }

  @Test
  void errorHandler_withoutThrowable_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0216:"
                + " dev.socketee.cdi.invalid.errorhandlerwithoutthrowable.ErrorHandlerWithoutThrowableTest$Chat.failed(Socket)"
                + " has no parameter of an exception type, but an @OnError method needs"
                + " exactly one, which says what it handles. Add one, such as Exception.");
  }
}
