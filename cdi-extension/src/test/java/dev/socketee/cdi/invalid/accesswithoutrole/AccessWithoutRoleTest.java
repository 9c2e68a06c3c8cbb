package dev.socketee.cdi.invalid.accesswithoutrole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import jakarta.annotation.security.RolesAllowed;
import org.junit.jupiter.api.Test;

class AccessWithoutRoleTest {

  @Namespace
  @RolesAllowed({})
  static class Chat {
    @OnEvent
    @RolesAllowed({"admin", " "})
    void message() {}
  }

  @Test
  void rolesAllowed_withoutRole_isRefused() {
    String rest =
        " has @RolesAllowed without a role, or with an empty one. Name the roles, or use @DenyAll"
            + " for nobody, or @Authenticated for every caller that is known.";
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0803: " + Chat.class.getTypeName() + rest,
            "SIO0803: " + Chat.class.getTypeName() + ".message()" + rest);
  }
}
