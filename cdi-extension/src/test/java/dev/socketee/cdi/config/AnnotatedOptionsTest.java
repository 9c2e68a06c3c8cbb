package dev.socketee.cdi.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.SocketIOBuilder;
import dev.socketee.SocketIOConfigurer;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.SocketIODefinition;
import dev.socketee.cdi.CdiServerSource;
import dev.socketee.cdi.fixture.App;
import dev.socketee.jakarta.AnnotatedOptions;
import dev.socketee.jakarta.NamedConfigurer;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a bootstrap is told of the options that an application's classes set. */
class AnnotatedOptionsTest {

  private static final List<String> SEEN = new ArrayList<>();

  @SocketIODefinition(properties = {"ping-interval = PT10S", "max-payload="})
  @SocketIODefinition(name = "admin", path = "/admin", properties = "max-sessions=10")
  @ApplicationScoped
  static class Servers {}

  @SocketIODefinition(name = "live", path = "/live")
  interface NoBean {}

  @Namespace(value = "/chat", properties = "max-sockets=5")
  static class Chat {}

  @Namespace(value = "tenants/{tenant}", server = "admin", properties = "max-sockets=6")
  static class Tenants {}

  @Test
  void annotations_areToldByServer() {
    try (App app = App.start(Servers.class, NoBean.class, Chat.class, Tenants.class, Plain.class)) {
      CdiServerSource source = new CdiServerSource();

      assertThat(source.defined()).containsExactlyInAnyOrder("admin", "live");
      assertThat(source.annotated("default"))
          .containsExactlyInAnyOrder(
              new AnnotatedOptions(
                  "@Namespace of " + Chat.class.getName(),
                  Map.of("namespace.\"/chat\".max-sockets", "5")),
              new AnnotatedOptions(
                  "@SocketIODefinition of " + Servers.class.getName(),
                  Map.of("ping-interval", "PT10S", "max-payload", "")));
      assertThat(source.annotated("admin"))
          .extracting(AnnotatedOptions::options)
          .containsExactlyInAnyOrder(
              Map.of("path", "/admin", "max-sessions", "10"),
              Map.of("namespace.\"/tenants/{tenant}\".max-sockets", "6"));
      assertThat(source.annotated("other")).isEmpty();
      assertThat(source.servers().orElseThrow().server("admin").templates())
          .containsExactly("/tenants/{tenant}");
      assertThat(app.io().name()).isEqualTo("default");
    }
  }

  @Namespace("/plain")
  static class Plain {}

  abstract static class Configurer implements SocketIOConfigurer {
    @Override
    public void configure(String server, SocketIOBuilder options) {
      SEEN.add(getClass().getSimpleName().replaceAll("\\$.*", "") + " " + server);
    }

    @PreDestroy
    void end() {
      SEEN.add("end");
    }
  }

  @ApplicationScoped
  static class Last extends Configurer {}

  @Dependent
  @Priority(1)
  static class First extends Configurer {}

  @ApplicationScoped
  static class Producer {
    @Produces
    SocketIOConfigurer produced() {
      return (server, options) -> SEEN.add("produced " + server);
    }
  }

  @Test
  void configurers_areOrderedByPriority_andEndWithTheApplication() {
    SEEN.clear();
    try (App app = App.start(Last.class, First.class, Producer.class)) {
      List<NamedConfigurer> configurers = new CdiServerSource().configurers();
      configurers.forEach(each -> each.configurer().configure("admin", null));

      assertThat(SEEN).containsExactly("First admin", "Last admin", "produced admin");
      assertThat(configurers)
          .extracting(NamedConfigurer::name)
          .containsExactly(First.class.getName(), Last.class.getName(), Producer.class.getName());
      assertThat(app.io().name()).isEqualTo("default");
      SEEN.clear();
    }
    assertThat(SEEN).containsExactlyInAnyOrder("end", "end");
  }

  @Test
  void applicationWithoutAny_saysNothing() {
    try (App app = App.start(Plain.class)) {
      CdiServerSource source = new CdiServerSource();

      assertThat(source.defined()).isEmpty();
      assertThat(source.annotated("default")).isEmpty();
      assertThat(source.configurers()).isEmpty();
      assertThat(app.io().name()).isEqualTo("default");
    }
  }
}
