package dev.socketee.cdi.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.cdi.fixture.App;
import dev.socketee.spi.HttpRequest;
import dev.socketee.spi.RequestHooks;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HooksTest {

  private static final List<String> SEEN = new ArrayList<>();

  abstract static class Hooks implements RequestHooks {
    @Override
    public void headers(HttpRequest request, Map<String, String> headers) {
      SEEN.add(getClass().getSimpleName().replaceAll("\\$.*", ""));
    }

    @PreDestroy
    void end() {
      SEEN.add("end");
    }
  }

  @ApplicationScoped
  static class Anywhere extends Hooks {}

  @ApplicationScoped
  @Priority(20)
  @Named
  static class Second extends Hooks {}

  @Dependent
  @Priority(10)
  static class First extends Hooks {}

  @Alternative
  @Dependent
  static class Disabled extends Hooks {}

  @Test
  void hooks_ofAllBeans_areOrderedByPriority() {
    SEEN.clear();
    try (App app = App.start(Anywhere.class, Second.class, First.class, Disabled.class)) {
      app.hooks().forEach(hooks -> hooks.headers(null, Map.of()));
      assertThat(SEEN).containsExactly("First", "Second", "Anywhere");
      SEEN.clear();
    }
    assertThat(SEEN).containsExactly("end", "end", "end");
  }
}
