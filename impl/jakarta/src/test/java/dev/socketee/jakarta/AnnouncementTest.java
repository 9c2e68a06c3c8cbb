package dev.socketee.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.SocketIO;
import dev.socketee.jakarta.config.ConfigSources;
import dev.socketee.test.ExpectedLogs;
import jakarta.servlet.ServletContextEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When an application is told that its servers are ready. */
class AnnouncementTest {

  private static final List<String> READY = new ArrayList<>();
  private static Consumer<SocketIO> reaction = server -> {};

  @TempDir static Path folder;

  private final FakeContext fake = new FakeContext();
  private WebApplication application;

  /** As CDI, with an observer. */
  public static final class Source extends FakeSource {

    @Override
    public void build() {
      SocketIO.builder().path("/declared").build();
    }

    @Override
    public void ready(SocketIO server) {
      READY.add(server.name());
      reaction.accept(server);
    }
  }

  @BeforeEach
  void register(ExpectedLogs logs) throws IOException {
    logs.allow("This server has no Jakarta WebSocket container");
    READY.clear();
    reaction = server -> {};
    fake.loader = FakeSource.loaderOf(Source.class, folder);
    Thread.currentThread().setContextClassLoader(fake.loader);
    application = new WebApplication(fake.context, ConfigSources.of(fake.context));
    application.register();
  }

  @AfterEach
  void end() {
    application.contextDestroyed(new ServletContextEvent(fake.context));
    Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
  }

  private void start() {
    fake.starting = false;
    application.contextInitialized(new ServletContextEvent(fake.context));
  }

  @Test
  void servers_areAnnounced_whenAllAreUp() {
    List<String> up = new ArrayList<>();
    reaction =
        server ->
            up.add(server.path() + " of " + fake.attributes.containsKey(SocketIO.class.getName()));
    assertThat(READY).isEmpty();
    start();

    assertThat(READY).containsExactly("default", "declared");
    assertThat(up).containsExactly("/socket.io of true", "/declared of true");
  }

  /** Later there is a place only where one has been left. */
  private SocketIO replaceBy(String name) {
    application.servers().server("declared").close();
    return SocketIO.builder().name(name).path("/declared").build();
  }

  @Test
  void server_builtLater_isAnnouncedWhenItIsBuilt() {
    start();
    replaceBy("declared");
    replaceBy("later");

    assertThat(READY).containsExactly("default", "declared", "declared", "later");
  }

  @Test
  void server_builtByAnObserver_isAnnouncedOnce() {
    reaction =
        server -> {
          if (server.name().equals("default")) {
            SocketIO unused = replaceBy("more");
          }
        };
    start();

    assertThat(READY).containsExactly("default", "more");
  }

  @Test
  void server_closedByAnObserver_isNotAnnounced() {
    reaction = server -> application.servers().server("declared").close();
    start();

    assertThat(READY).containsExactly("default");
  }

  /** As with the jars in the lib folder of an EAR. */
  @Test
  void servers_ofAnotherWebApplication_areNotShared() {
    ApplicationServers servers = application.servers();

    assertThatThrownBy(
            () ->
                servers.belongTo(
                    new WebApplication(fake.context, ConfigSources.of(fake.context)), "/other"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The web applications /app and /other are in one enterprise application and share the"
                + " jars of SocketEE, and so they would share their servers. Move the jars from"
                + " the lib folder of the EAR into WEB-INF/lib of each web module that has"
                + " clients");
    servers.belongTo(application, "/app");
  }

  @Test
  void observer_thatFails_keepsTheApplicationFromStarting() {
    reaction =
        server -> {
          throw new IllegalStateException("no database");
        };

    assertThatThrownBy(this::start).hasMessage("no database");
    assertThat(application.servers().names()).isEmpty();
  }

  @Test
  void observer_thatFailsWithAnError_leavesNothingOpen() {
    reaction =
        server -> {
          throw new NoClassDefFoundError("dev/example/Missing");
        };

    assertThatThrownBy(this::start).isInstanceOf(NoClassDefFoundError.class);
    assertThat(application.servers().names()).isEmpty();
    assertThat(fake.attributes).doesNotContainKey(SocketIO.class.getName());
  }

  @Test
  void observer_thatFailsLaterWithAnError_keepsTheServerFromBeingBuilt() {
    start();
    reaction =
        server -> {
          throw new NoClassDefFoundError("dev/example/Missing");
        };

    assertThatThrownBy(() -> replaceBy("later")).isInstanceOf(NoClassDefFoundError.class);
    assertThat(application.servers().names()).containsExactly("default");
  }

  @Test
  void observer_thatFailsLater_keepsTheServerFromBeingBuilt() {
    start();
    reaction =
        server -> {
          throw new IllegalStateException("no database");
        };

    assertThatThrownBy(() -> replaceBy("later")).hasMessage("no database");
    assertThat(application.servers().names()).containsExactly("default");
    reaction = server -> {};
    assertThat(replaceBy("later").path()).isEqualTo("/declared");
  }
}
