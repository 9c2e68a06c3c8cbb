package dev.socketee.cdi.invalid.severaljson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.cdi.fixture.App;
import jakarta.enterprise.inject.Produces;
import jakarta.json.bind.JsonbConfig;
import org.junit.jupiter.api.Test;

class SeveralJsonTest {

  static class One {
    @Produces
    JsonbConfig config() {
      return new JsonbConfig();
    }
  }

  static class Other {
    @Produces
    JsonbConfig config() {
      return new JsonbConfig();
    }
  }

  @Test
  void configs_ofWhichNoneIsMeant_areRefused() {
    assertThat(App.problems(One.class, Other.class))
        .containsExactly(
            "SIO0701: There are several beans of type jakarta.json.bind.JsonbConfig: "
                + One.class.getTypeName()
                + ", "
                + Other.class.getTypeName()
                + ". The values of events are converted by one: give the others a qualifier.");
  }
}
