package dev.socketee.cdi.invalid.nonblockingtransaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.NonBlocking;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import jakarta.transaction.Transactional;
import org.junit.jupiter.api.Test;

class NonBlockingTransactionTest {

  @Namespace
  @NonBlocking
  static class Chat {
    @OnEvent
    @Transactional
    void message(String text) {}
  }

  @Test
  void transactionalHandler_nonBlocking_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0904:"
                + " dev.socketee.cdi.invalid.nonblockingtransaction.NonBlockingTransactionTest$Chat.message(String)"
                + " is @NonBlocking and @Transactional, but the commit of a transaction blocks."
                + " Remove one of them.");
  }
}
