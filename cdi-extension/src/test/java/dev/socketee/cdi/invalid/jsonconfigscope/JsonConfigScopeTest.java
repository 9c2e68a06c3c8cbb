package dev.socketee.cdi.invalid.jsonconfigscope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.cdi.fixture.App;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.json.bind.JsonbConfig;
import org.junit.jupiter.api.Test;

class JsonConfigScopeTest {

  static class Producer {
    @Produces
    @ApplicationScoped
    JsonbConfig config() {
      return new JsonbConfig();
    }
  }

  @Test
  void config_thatCannotBeProxied_isRefused() {
    assertThat(App.problems(Producer.class))
        .containsExactly(
            "SIO0702: The JsonbConfig of "
                + Producer.class.getTypeName()
                + " is @ApplicationScoped, but its class has final methods, so that it cannot be"
                + " proxied. Make it @Dependent or @jakarta.inject.Singleton.");
  }
}
