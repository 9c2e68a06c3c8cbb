package dev.socketee.cdi.invalid.nonblockingbesideerror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.NonBlocking;
import dev.socketee.annotation.OnError;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import org.junit.jupiter.api.Test;

class NonBlockingBesideErrorTest {

  @Namespace
  static class Chat {
    @OnEvent
    @NonBlocking
    void message() {}

    @OnError
    void failed(Exception e) {}
  }

  @Test
  void errorHandlerThatMayBlock_besideNonBlockingHandler_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0905:"
                + " dev.socketee.cdi.invalid.nonblockingbesideerror.NonBlockingBesideErrorTest$Chat.failed(Exception)"
                + " gets the exceptions of"
                + " dev.socketee.cdi.invalid.nonblockingbesideerror.NonBlockingBesideErrorTest$Chat.message()"
                + " on its thread, and that is @NonBlocking. Annotate it with @NonBlocking, too, if it"
                + " does not block; else remove @NonBlocking there.");
  }
}
