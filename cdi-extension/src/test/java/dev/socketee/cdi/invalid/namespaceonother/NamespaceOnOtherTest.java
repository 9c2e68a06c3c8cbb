package dev.socketee.cdi.invalid.namespaceonother;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.SocketIO;
import dev.socketee.annotation.Namespace;
import dev.socketee.cdi.fixture.App;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

class NamespaceOnOtherTest {

  @Dependent
  static class Prices {
    @Inject
    @Namespace("/prices")
    SocketIO io;
  }

  @Test
  void namespace_onOtherType_isRefused() {
    assertThat(App.problems(Prices.class))
        .containsExactlyInAnyOrder(
            "SIO0404:"
                + " dev.socketee.cdi.invalid.namespaceonother.NamespaceOnOtherTest$Prices.io"
                + " has @Namespace, but the type SocketIO, for which it says nothing. Make"
                + " it a Broadcaster, Room or SocketNamespace, or a SocketIO of which only the server is"
                + " said, or remove the annotation.");
  }
}
