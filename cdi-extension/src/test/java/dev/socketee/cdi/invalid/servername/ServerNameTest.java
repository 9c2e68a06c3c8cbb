package dev.socketee.cdi.invalid.servername;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.SocketIODefinition;
import dev.socketee.cdi.fixture.App;
import jakarta.enterprise.context.ApplicationScoped;
import org.junit.jupiter.api.Test;

class ServerNameTest {

  @SocketIODefinition(name = " ", path = "/a")
  @ApplicationScoped
  static class Servers {}

  @Test
  void server_withoutAName_isRefused() {
    assertThat(App.problems(Servers.class))
        .containsExactlyInAnyOrder(
            "SIO1005: dev.socketee.cdi.invalid.servername.ServerNameTest$Servers has @SocketIODefinition(name = \" \"), but the name of a server must not be blank, nor longer than 100 characters. Rename it.");
  }
}
