package dev.socketee.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.SocketIO;
import dev.socketee.jakarta.config.ConfigSources;
import dev.socketee.spi.Adapter;
import dev.socketee.test.ExpectedLogs;
import jakarta.servlet.ServletContextEvent;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The servers of a web application: when and where they can be built, and what becomes of them. */
class WebApplicationTest {

  private final FakeContext fake = new FakeContext();
  private WebApplication application;

  @BeforeEach
  void register(ExpectedLogs logs) {
    logs.allow("This server has no Jakarta WebSocket container");
    deploy();
  }

  @AfterEach
  void end() {
    application.contextDestroyed(new ServletContextEvent(fake.context));
  }

  private void deploy() {
    application = new WebApplication(fake.context, ConfigSources.of(fake.context));
    application.register();
  }

  private void start() {
    fake.starting = false;
    application.contextInitialized(new ServletContextEvent(fake.context));
  }

  private SocketIO byDefault() {
    return (SocketIO) fake.attributes.get(SocketIO.class.getName());
  }

  @Test
  void application_withoutAnything_hasTheServerByConfiguration() {
    start();

    assertThat(fake.mappings).containsExactly("/socket.io/*");
    assertThat(byDefault().name()).isEqualTo("default");
    assertThat(byDefault().path()).isEqualTo("/socket.io");
  }

  @Test
  void servers_aDozen_areMountedBesideIt() {
    List<SocketIO> servers =
        IntStream.range(0, 12)
            .mapToObj(i -> SocketIO.builder().name("server " + i).path("/s/" + i).build())
            .toList();
    start();

    assertThat(fake.mappings).hasSize(13).contains("/socket.io/*", "/s/0/*", "/s/11/*");
    assertThat(servers).extracting(SocketIO::path).contains("/s/0", "/s/11");
    assertThat(servers).allMatch(server -> server.statistics().sessions() == 0);
    assertThat(byDefault().path()).isEqualTo("/socket.io");
  }

  @Test
  void name_isThePath_ifThereIsNone() {
    assertThat(SocketIO.builder().path("/live/news").build().name()).isEqualTo("live/news");
    start();
  }

  @Test
  void path_ofTheDefaultServer_isConfigured() {
    end();
    fake.parameters.put("socketio.path", "/io");
    deploy();
    SocketIO other = SocketIO.builder().path("/socket.io").build();
    start();

    assertThat(byDefault().path()).isEqualTo("/io");
    assertThat(other.path()).isEqualTo("/socket.io");
  }

  @Test
  void builder_ofSomethingWrong_isRefused() {
    SocketIO.builder().name("a").path("/a").build();

    assertThatThrownBy(() -> SocketIO.builder().name("a").path("/b").build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has a server named \"a\" already");
    assertThatThrownBy(() -> SocketIO.builder().name("b").path("/a").build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "server \"b\" cannot be at /a, where server \"a\" is: give each a path of its own, or"
                + " close that one before");
    assertThatThrownBy(() -> SocketIO.builder().name("b").path("/socket.io").build())
        .hasMessageContaining("where server \"default\" is");
    assertThatThrownBy(() -> SocketIO.builder().name("b").build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("needs a path of its own");
    assertThatThrownBy(() -> SocketIO.builder().name("b").path("b").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("socketio.path = \"b\" (builder of server \"b\")");
    assertThatThrownBy(() -> SocketIO.builder().name("b").path("/b").option("pings", "1").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unknown key socketio.pings");
    assertThatThrownBy(() -> SocketIO.builder().name(" "))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SocketIO.builder().name("n".repeat(101)))
        .isInstanceOf(IllegalArgumentException.class);
    fake.taken = "/own/*";
    assertThatThrownBy(() -> SocketIO.builder().name("b").path("/own").build())
        .hasMessageContaining("the application has a servlet of its own at [/own/*]");

    assertThat(SocketIO.builder().name("b").path("/b").build().path()).isEqualTo("/b");
    start();
    assertThat(fake.mappings).containsExactly("/socket.io/*", "/a/*", "/b/*");
  }

  @Test
  void server_builtLater_getsAPathOfAClosedOne_andNoOther() {
    SocketIO first = SocketIO.builder().name("first").path("/a").build();
    start();

    assertThatThrownBy(() -> SocketIO.builder().name("second").path("/a").build())
        .isInstanceOf(IllegalStateException.class);
    assertThat(first.close().toCompletableFuture()).isCompleted();
    SocketIO second = SocketIO.builder().name("second").path("/a").build();
    assertThat(second.path()).isEqualTo("/a");
    assertThatThrownBy(() -> SocketIO.builder().path("/new").build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nothing can be mounted at /new any more");
    second.close();
    assertThat(SocketIO.builder().name("first").path("/a").build().path()).isEqualTo("/a");
    assertThat(fake.mappings).containsExactly("/socket.io/*", "/a/*");
  }

  @Test
  void server_withAnAdapter_hasItForEachNamespace() {
    List<String> adapted = new ArrayList<>();
    SocketIO server =
        SocketIO.builder()
            .path("/a")
            .adapter(
                sockets -> {
                  adapted.add(sockets.namespace());
                  return adapter();
                })
            .build();
    server.of("/b");
    start();

    assertThat(adapted).containsExactlyInAnyOrder("/", "/b");
  }

  /** One that has nothing to do. */
  private static Adapter adapter() {
    return (Adapter)
        Proxy.newProxyInstance(
            Adapter.class.getClassLoader(),
            new Class<?>[] {Adapter.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "init", "close" -> CompletableFuture.completedFuture(null);
                  case "roomListener" -> Optional.empty();
                  default -> throw new UnsupportedOperationException(method.toString());
                });
  }

  @Test
  void server_byConfiguration_canBeReplaced() {
    start();
    byDefault().close();

    SocketIO next = SocketIO.builder().name("default").path("/socket.io").build();

    assertThat(next).isNotSameAs(byDefault());
    assertThat(next.path()).isEqualTo("/socket.io");
  }

  @Test
  void start_thatTheContainerRefuses_closesTheServers() {
    SocketIO server = SocketIO.builder().path("/a").build();
    fake.attributes.put(ServerContainer.class.getName(), refusing());

    assertThatThrownBy(this::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the container refuses the WebSocket endpoint");

    assertThat(server.close().toCompletableFuture()).isCompleted();
    assertThat(application.servers().names()).isEmpty();
    assertThat(fake.attributes).doesNotContainKey(SocketIO.class.getName());
  }

  private static ServerContainer refusing() {
    return (ServerContainer)
        Proxy.newProxyInstance(
            ServerContainer.class.getClassLoader(),
            new Class<?>[] {ServerContainer.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getInstalledExtensions")) {
                return Set.of();
              }
              throw new DeploymentException("no");
            });
  }

  @Test
  void server_closedAndReplacedWhileItStarts_leavesItsPlaceToTheNext() {
    List<SocketIO> servers = new ArrayList<>();
    servers.add(
        SocketIO.builder()
            .name("first")
            .path("/a")
            .adapter(
                sockets -> {
                  servers.get(0).close();
                  servers.add(SocketIO.builder().name("next").path("/a").build());
                  return adapter();
                })
            .build());
    start();

    assertThat(servers).hasSize(2);
    assertThat(servers.get(1).path()).isEqualTo("/a");
    assertThat(application.servers().names()).containsExactlyInAnyOrder("default", "next");
    assertThat(byDefault().path()).isEqualTo("/socket.io");
  }

  @Test
  void server_closedBeforeTheStart_isNotStarted() {
    SocketIO first = SocketIO.builder().name("a").path("/a").build();
    first.close();
    SocketIO second = SocketIO.builder().name("a").path("/a").build();
    start();

    assertThat(second).isNotSameAs(first);
    assertThat(fake.mappings).containsExactly("/socket.io/*", "/a/*");
  }

  @Test
  void server_thatSomebodyHasAskedForBefore_isTheOneThatIsBuilt() {
    SocketIO asked = application.servers().server("later");
    List<String> populated = new ArrayList<>();
    application.servers().populate("later", io -> populated.add(io.name()));
    SocketIO built = SocketIO.builder().name("later").path("/later").build();
    start();

    assertThat(built).isSameAs(asked);
    built.close();
    SocketIO.builder().name("later").path("/later").build();
    assertThat(populated).containsExactly("later", "later");
  }

  /** Who asks for a namespace of it would have one that no template of the beans is for. */
  @Test
  void server_thatIsBuiltAgain_isThereWhenItHasItsBeans() {
    ApplicationServers servers = application.servers();
    List<Boolean> there = new ArrayList<>();
    servers.populate("later", io -> there.add(servers.server("later") == io));
    SocketIO.builder().name("later").path("/later").build().close();
    SocketIO second = SocketIO.builder().name("later").path("/later").build();
    start();

    assertThat(there).containsExactly(true, false);
    assertThat(servers.server("later")).isSameAs(second);
  }

  @Test
  void server_builtWhileItIsBuilt_isRefused() {
    ApplicationServers servers = application.servers();
    List<String> failures = new ArrayList<>();
    SocketIO.builder().name("later").path("/later").build().close();
    servers.populate(
        "later",
        io -> {
          if (failures.isEmpty()) {
            failures.add("");
            return;
          }
          assertThatThrownBy(() -> SocketIO.builder().name("later").path("/b").build())
              .hasMessageContaining("has a server named \"later\" already");
          throw new IllegalStateException("no beans");
        });

    assertThatThrownBy(() -> SocketIO.builder().name("later").path("/later").build())
        .hasMessage("no beans");
    servers.populate("later", io -> failures.add(io.name()));
    assertThat(SocketIO.builder().name("later").path("/later").build().name()).isEqualTo("later");
    start();
    assertThat(failures).containsExactly("", "later", "later");
  }

  @Test
  void end_closesAllServers_andNoneIsBuiltAnyMore() {
    SocketIO other = SocketIO.builder().path("/a").build();
    start();
    SocketIO byDefault = byDefault();
    ApplicationServers servers = application.servers();

    end();

    assertThat(byDefault.close().toCompletableFuture()).isCompleted();
    assertThat(servers.names()).isEmpty();
    assertThat(fake.attributes).doesNotContainKey(SocketIO.class.getName());
    assertThat(other.statistics().sessions()).isZero();
    assertThatThrownBy(() -> SocketIO.builder().path("/a").build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("No web application is known to this thread");
  }

  @Test
  void end_ofWhichAStepFails_endsTheRest(ExpectedLogs logs) {
    logs.expect("Failed to take back the attribute.*NoClassDefFoundError");
    SocketIO other = SocketIO.builder().path("/a").build();
    start();
    SocketIO byDefault = byDefault();
    fake.whenRemoved =
        () -> {
          throw new NoClassDefFoundError("dev/example/Missing");
        };

    end();

    assertThat(List.of(byDefault, other))
        .allSatisfy(server -> assertThat(server.close().toCompletableFuture()).isCompleted());
    assertThat(threads()).isEmpty();
    assertThatThrownBy(() -> SocketIO.builder().path("/b").build())
        .hasMessageContaining("No web application is known to this thread");
  }

  @Test
  void start_thatFails_isTheFailure_whateverItsEndDoes(ExpectedLogs logs) {
    logs.expect("Failed to take back the attribute.*in the end");
    fake.whenRemoved =
        () -> {
          throw new IllegalStateException("in the end");
        };
    SocketIO unused =
        SocketIO.builder()
            .path("/a")
            .adapter(
                sockets -> {
                  throw new IllegalStateException("in the beginning");
                })
            .build();

    assertThatThrownBy(this::start).hasMessage("in the beginning");
  }

  /** Those that belong to the application. */
  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("socketio-"))
        .toList();
  }
}
