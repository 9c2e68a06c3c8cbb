package dev.socketee.cdi.invalid.severaldefinitions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.SocketIODefinition;
import dev.socketee.cdi.fixture.App;
import jakarta.enterprise.context.ApplicationScoped;
import org.junit.jupiter.api.Test;

class SeveralDefinitionsTest {

  @SocketIODefinition(name = "admin", path = "/a")
  @ApplicationScoped
  static class One {}

  @SocketIODefinition(name = "admin", path = "/b")
  @SocketIODefinition(path = "/io")
  @ApplicationScoped
  static class Other {}

  @Test
  void server_withTwoDefinitions_isRefused() {
    assertThat(App.problems(One.class, Other.class))
        .containsExactlyInAnyOrder(
            "SIO1004: dev.socketee.cdi.invalid.severaldefinitions.SeveralDefinitionsTest$One and dev.socketee.cdi.invalid.severaldefinitions.SeveralDefinitionsTest$Other have a @SocketIODefinition of the same server, \"admin\", each. Make one of them, or give the servers different names.");
  }
}
