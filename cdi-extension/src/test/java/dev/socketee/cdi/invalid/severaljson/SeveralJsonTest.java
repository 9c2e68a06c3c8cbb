package dev.socketee.cdi.invalid.severaljson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.cdi.fixture.App;
import jakarta.enterprise.inject.Produces;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbConfig;
import jakarta.ws.rs.ext.ContextResolver;
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

  static class OneResolver implements ContextResolver<Jsonb> {
    @Override
    public Jsonb getContext(Class<?> type) {
      throw new AssertionError("not asked");
    }
  }

  static class OtherResolver implements ContextResolver<Jsonb> {
    @Override
    public Jsonb getContext(Class<?> type) {
      throw new AssertionError("not asked");
    }
  }

  @Test
  void resolvers_ofWhichNoneIsMeant_areRefused() {
    assertThat(App.problems(OneResolver.class, OtherResolver.class))
        .containsExactly(
            "SIO0701: There are several beans of type"
                + " jakarta.ws.rs.ext.ContextResolver<jakarta.json.bind.Jsonb>: "
                + OneResolver.class.getTypeName()
                + ", "
                + OtherResolver.class.getTypeName()
                + ". The values of events are converted by one: give the others a qualifier.");
  }
}
