package dev.socketee.cdi.invalid.nonblockingconnect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.NonBlocking;
import dev.socketee.annotation.OnConnect;
import dev.socketee.cdi.fixture.App;
import org.junit.jupiter.api.Test;

class NonBlockingConnectTest {

  @Namespace
  static class Chat {
    @OnConnect
    @NonBlocking
    void connect() {}
  }

  @Test
  void connectHandler_nonBlocking_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0901:"
                + " dev.socketee.cdi.invalid.nonblockingconnect.NonBlockingConnectTest$Chat.connect()"
                + " has @NonBlocking, but an @OnConnect method always runs on a thread that may block."
                + " Remove @NonBlocking.");
  }
}
