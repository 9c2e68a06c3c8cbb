package dev.socketee.cdi.invalid.accessbystar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.cdi.fixture.App;
import jakarta.annotation.security.RolesAllowed;
import org.junit.jupiter.api.Test;

class AccessByStarTest {

  @Namespace
  @RolesAllowed("*")
  static class Chat {}

  @Test
  void rolesAllowed_toOneStar_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactly(
            "SIO0804: "
                + Chat.class.getTypeName()
                + " has @RolesAllowed(\"*\"), but no caller is in a role of that name. Use"
                + " @Authenticated for every caller that is known, or @PermitAll for everybody.");
  }
}
