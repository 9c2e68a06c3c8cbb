package dev.socketee.cdi.invalid.errorhandlerwithtwothrowables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnError;
import dev.socketee.cdi.fixture.App;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ErrorHandlerWithTwoThrowablesTest {

  @Namespace
  static class Chat {
    @OnError
    void failed(IOException one, IllegalStateException other) {}
  }

  @Test
  void errorHandler_twoThrowables_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0216:"
                + " dev.socketee.cdi.invalid.errorhandlerwithtwothrowables.ErrorHandlerWithTwoThrowablesTest$Chat.failed(IOException,"
                + " IllegalStateException) has more than one parameter of an exception"
                + " type, but an @OnError method needs exactly one, which says what it"
                + " handles. Make it several methods.");
  }
}
