package dev.socketee.cdi.invalid.headerofothertype;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Header;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.Query;
import dev.socketee.cdi.fixture.App;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeaderOfOtherTypeTest {

  @Namespace
  static class Chat {
    @OnConnect
    void arrive(@Header("tenant") Map<String, String> tenant, @Query("x") List<List<String>> xs) {}
  }

  @Test
  void header_ofTypeThatNoTextFits_isRefused() {
    String where = Chat.class.getTypeName() + ".arrive(Map, List)";
    String remedy =
        ", to which text cannot be converted. Use String, a primitive, an enum, a class with a"
            + " public static valueOf, fromString or parse or a constructor with a String, or an"
            + " Optional, List or Set of such.";
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0311: parameter 1 of "
                + where
                + " has the type java.util.Map<java.lang.String, java.lang.String>"
                + remedy,
            "SIO0311: parameter 2 of "
                + where
                + " has the type java.util.List<java.util.List<java.lang.String>>"
                + remedy);
  }
}
