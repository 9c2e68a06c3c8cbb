package dev.socketee.cdi.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.Broadcaster;
import dev.socketee.SocketIO;
import dev.socketee.SocketNamespace;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.CdiServerSource;
import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.fixture.TestClient;
import dev.socketee.jakarta.ApplicationServers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Several servers in one application: whose beans serve which, and what is injected. */
class ServersTest {

  @Namespace("/chat")
  static class Chat {
    @Inject SocketIO io;
    @Inject Broadcaster everyone;

    @OnEvent
    String who() {
      return "chat of the default server";
    }
  }

  @Namespace(value = "/chat", server = "admin")
  static class AdminChat {
    @Inject SocketIO io;
    @Inject Broadcaster everyone;

    @Inject
    @Namespace("/other")
    SocketNamespace other;

    @Inject
    @Namespace(server = SocketIO.DEFAULT_NAME)
    SocketNamespace elsewhere;

    @OnEvent
    String who() {
      return "chat of the admin server";
    }
  }

  @ApplicationScoped
  static class Outside {

    @Inject
    @Namespace(server = "admin")
    SocketIO admin;

    @Inject
    @Namespace(server = "admin", value = "/events")
    SocketNamespace events;

    @Inject
    @Named("built")
    SocketIO built;

    @Inject SocketIO byDefault;

    String servers() {
      return admin.name() + " " + events.name() + " " + built.name() + " " + byDefault.name();
    }
  }

  static class Producers {

    static int calls;

    @Produces
    @ApplicationScoped
    @Named("built")
    SocketIO built() {
      calls++;
      return SocketIO.builder().name("built").path("/built").build();
    }
  }

  @Test
  void injected_isTheServerThatIsNamed_elseThatOfTheBean_elseTheDefault() {
    try (App app = App.start(Chat.class, AdminChat.class, Outside.class, Producers.class)) {
      AdminChat admin = app.get(AdminChat.class);
      assertThat(app.get(Outside.class).servers()).isEqualTo("admin /events built default");
      ApplicationServers servers = new CdiServerSource().servers().orElseThrow();
      assertThat(servers.server("admin").namespaces())
          .extracting(SocketNamespace::name)
          .containsExactlyInAnyOrder("/", "/chat", "/events", "/other");
      assertThat(servers.server("default").namespaces())
          .extracting(SocketNamespace::name)
          .containsExactlyInAnyOrder("/", "/chat");
      assertThat(admin).isNotNull();
    }
  }

  @Test
  void handlers_serveTheServerThatTheyName() {
    try (App app = App.start(Chat.class, AdminChat.class)) {
      TestClient client = app.connect("/chat");
      client.received();
      client.emitWithAck("who", "");
      assertThat(client.received()).containsExactly("37[\"chat of the default server\"]");

      TestClient admin = app.connectTo("admin", "/chat");
      admin.received();
      admin.emitWithAck("who", "");
      assertThat(admin.received()).containsExactly("37[\"chat of the admin server\"]");
    }
  }

  @Test
  void server_builtAfterItsNameWasClosed_hasTheBeansOfThatName() {
    try (App app = App.start(AdminChat.class)) {
      ApplicationServers servers = new CdiServerSource().servers().orElseThrow();
      SocketIO first = SocketIO.builder().name("admin").path("/admin").build();
      assertThat(first).isSameAs(servers.server("admin"));
      first.close();
      SocketIO second = SocketIO.builder().name("admin").path("/admin").build();

      assertThat(second).isNotSameAs(first).isSameAs(servers.server("admin"));
      assertThat(second.namespaces()).extracting(SocketNamespace::name).contains("/chat", "/other");
      assertThat(app.get(AdminChat.class)).isNotNull();
    }
  }

  @Test
  void producers_areCalledOnce_whenTheApplicationStarts() {
    Producers.calls = 0;
    try (App app = App.start(Outside.class, Producers.class, AdminChat.class)) {
      assertThat(Producers.calls).isZero();
      new CdiServerSource().build();
      assertThat(Producers.calls).isEqualTo(1);
      assertThat(app.get(Outside.class).servers()).endsWith("built default");
      assertThat(Producers.calls).isEqualTo(1);
    }
  }

  @Test
  void build_ofATakenName_isRefused() {
    try (App app = App.start(Producers.class)) {
      new CdiServerSource().build();
      assertThatThrownBy(() -> SocketIO.builder().name("built").path("/elsewhere").build())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("has a server named \"built\" already");
      assertThat(app.io()).isNotNull();
    }
  }

  @Test
  void check_ofNames_findsTheUnknown() {
    CdiServerSource source = new CdiServerSource();
    try (App app = App.start(AdminChat.class)) {
      assertThatCode(() -> source.check(Set.of("default", "admin", "more")))
          .doesNotThrowAnyException();
      assertThatThrownBy(() -> source.check(Set.of("default", "adnim")))
          .hasMessage(
              "SIO0501: dev.socketee.cdi.servers.ServersTest$AdminChat has @Namespace(server ="
                  + " \"admin\"), but the application has no server of that name, only adnim,"
                  + " default. Correct the name, or build the server:"
                  + " SocketIO.builder().name(\"admin\") in a ServletContextListener or a producer"
                  + " method.");
      assertThat(app.io()).isNotNull();
    }
  }
}
