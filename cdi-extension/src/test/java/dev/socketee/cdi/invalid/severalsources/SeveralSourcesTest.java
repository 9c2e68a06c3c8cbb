package dev.socketee.cdi.invalid.severalsources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Auth;
import dev.socketee.annotation.Header;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.Query;
import dev.socketee.cdi.fixture.App;
import org.junit.jupiter.api.Test;

class SeveralSourcesTest {

  @Namespace
  static class Chat {
    @OnConnect
    void arrive(
        @Header("tenant") @Query("tenant") String tenant, @Auth @Query("user") String user) {}
  }

  @Test
  void parameter_fromTwoPlaces_isRefused() {
    String where = Chat.class.getTypeName() + ".arrive(String, String)";
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0310: parameter 1 of "
                + where
                + " has @Header and @Query, but can come from one place only. Remove all but one, or"
                + " make it several parameters.",
            "SIO0310: parameter 2 of "
                + where
                + " has @Auth and @Query, but can come from one place only. Remove all but one, or"
                + " make it several parameters.");
  }
}
