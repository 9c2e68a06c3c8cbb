package dev.socketee.jakarta;

import dev.socketee.SocketIOConfigurer;
import dev.socketee.jakarta.config.ConfigSources;
import dev.socketee.test.ExpectedLogs;
import jakarta.servlet.ServletContextEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An application with servers that annotations define and configurers configure. */
abstract class DefinedServersFixture {

  static final Map<String, Map<String, String>> ANNOTATED = new TreeMap<>();
  static final List<NamedConfigurer> CONFIGURERS = new ArrayList<>();

  /** What beans do with the servers before anything else. */
  static Consumer<ApplicationServers> beans = servers -> {};

  /** Whether there is CDI yet. */
  static boolean there;

  @TempDir static Path folder;

  final FakeContext fake = new FakeContext();
  WebApplication application;

  /** As CDI. */
  public static final class Source extends FakeSource {

    /** As the service loader makes it. */
    public Source() {
      beans.accept(servers);
    }

    @Override
    public Optional<ApplicationServers> servers() {
      return there ? super.servers() : Optional.empty();
    }

    @Override
    public Set<String> defined() {
      Set<String> names = new TreeSet<>(there ? ANNOTATED.keySet() : Set.of());
      names.remove("default");
      return names;
    }

    @Override
    public List<AnnotatedOptions> annotated(String server) {
      return there && ANNOTATED.containsKey(server)
          ? List.of(new AnnotatedOptions("@X of Y", ANNOTATED.get(server)))
          : List.of();
    }

    @Override
    public List<NamedConfigurer> configurers() {
      return there ? CONFIGURERS : List.of();
    }
  }

  @BeforeEach
  void prepare(ExpectedLogs logs) throws IOException {
    logs.allow("This server has no Jakarta WebSocket container");
    ANNOTATED.clear();
    CONFIGURERS.clear();
    beans = servers -> {};
    there = true;
    fake.loader = FakeSource.loaderOf(Source.class, folder);
    Thread.currentThread().setContextClassLoader(fake.loader);
    application = new WebApplication(fake.context, ConfigSources.of(fake.context));
  }

  @AfterEach
  void end() {
    application.contextDestroyed(new ServletContextEvent(fake.context));
    Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
  }

  final void start() {
    fake.starting = false;
    application.contextInitialized(new ServletContextEvent(fake.context));
  }

  static void configurer(SocketIOConfigurer configurer) {
    CONFIGURERS.add(new NamedConfigurer("com.acme.Settings", configurer));
  }

  final String effective(String server) {
    return mount(server).effective();
  }

  final ServerMount mount(String server) {
    return application.servers().mounts().stream()
        .filter(mount -> mount.definition().name().equals(server))
        .findFirst()
        .orElseThrow();
  }
}
