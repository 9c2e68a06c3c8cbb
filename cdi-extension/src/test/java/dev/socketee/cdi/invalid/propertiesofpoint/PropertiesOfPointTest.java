package dev.socketee.cdi.invalid.propertiesofpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Broadcaster;
import dev.socketee.annotation.Namespace;
import dev.socketee.cdi.fixture.App;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

class PropertiesOfPointTest {

  @ApplicationScoped
  static class News {
    @Inject
    @Namespace(value = "/news", properties = "max-sockets=5")
    Broadcaster news;
  }

  @Test
  void point_withOptions_isRefused() {
    assertThat(App.problems(News.class))
        .containsExactlyInAnyOrder(
            "SIO1007: dev.socketee.cdi.invalid.propertiesofpoint.PropertiesOfPointTest$News.news has @Namespace(properties = ...), which only a class can have. Put them on a bean of the namespace, or into a @SocketIODefinition.");
  }
}
