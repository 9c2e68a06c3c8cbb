package dev.socketee.cdi.invalid.manynamespaces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Room;
import dev.socketee.SocketNamespace;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.RoomName;
import dev.socketee.cdi.fixture.App;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

class ManyNamespacesTest {

  @Namespace("/tenants/{tenant}")
  static class Tenants {
    @Inject SocketNamespace namespace;
    @Inject @RoomName Room lobby;
  }

  @Test
  void injectionPoint_thatMeansOneNamespaceOfMany_isRefused() {
    assertThat(App.problems(Tenants.class))
        .hasSize(2)
        .allMatch(problem -> problem.startsWith("SIO0409: "))
        .anyMatch(
            problem ->
                problem.endsWith(
                    "Tenants.namespace is a SocketNamespace, but /tenants/{tenant} is the name of"
                        + " many namespaces. Make it a Broadcaster, which addresses all of them, or"
                        + " use Socket.namespace() for that of a client."))
        .anyMatch(problem -> problem.contains("Tenants.lobby is a Room, but "));
  }
}
