package dev.socketee.cdi.invalid.servernotshared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.SocketIO;
import dev.socketee.cdi.fixture.App;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import org.junit.jupiter.api.Test;

class ServerNotSharedTest {

  static class Producers {

    @Produces
    @Named("dependent")
    SocketIO dependent() {
      return SocketIO.builder().path("/dependent").build();
    }

    @Produces
    @RequestScoped
    @Named("request")
    SocketIO ofRequest() {
      return SocketIO.builder().path("/request").build();
    }
  }

  @Test
  void producer_thatBuildsSeveralTimes_isRefused() {
    assertThat(App.problems(Producers.class))
        .containsExactlyInAnyOrder(
            "SIO0502: dev.socketee.cdi.invalid.servernotshared.ServerNotSharedTest$Producers"
                + ".dependent() produces a SocketIO, but with the scope @Dependent: it would build"
                + " the server again and again. Add @ApplicationScoped.",
            "SIO0502: dev.socketee.cdi.invalid.servernotshared.ServerNotSharedTest$Producers"
                + ".ofRequest() produces a SocketIO, but with the scope @RequestScoped: it would"
                + " build the server again and again. Add @ApplicationScoped.");
  }
}
