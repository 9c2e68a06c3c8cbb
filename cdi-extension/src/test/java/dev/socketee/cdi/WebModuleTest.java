package dev.socketee.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.SocketIO;
import dev.socketee.SocketIOBuilder;
import dev.socketee.SocketIOConfigurer;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.spi.Adapter;
import dev.socketee.spi.AdapterFactory;
import dev.socketee.spi.LocalSockets;
import dev.socketee.spi.RequestHooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The extension in the {@code lib} folder of an EAR, which sees less than the web module does. Two
 * containers play them.
 */
class WebModuleTest {

  private static final List<String> READY = new ArrayList<>();

  @ApplicationScoped
  static class Hooks implements RequestHooks {}

  @ApplicationScoped
  static class Configurer implements SocketIOConfigurer {
    @Override
    public void configure(String server, SocketIOBuilder options) {}
  }

  @ApplicationScoped
  static class Observer {
    void ready(@Observes SocketIO server) {
      READY.add(server.name());
    }
  }

  @ApplicationScoped
  static class Cluster implements AdapterFactory {
    @Override
    public Adapter create(LocalSockets sockets) {
      throw new UnsupportedOperationException("not called by this test");
    }
  }

  @ApplicationScoped
  static class OtherCluster extends Cluster {}

  private final NamespaceExtension extension = new NamespaceExtension();
  private final SeContainer library = begin(String.class).addExtensions(extension).initialize();

  private static SeContainerInitializer begin(Class<?>... beans) {
    return SeContainerInitializer.newInstance().disableDiscovery().addBeanClasses(beans);
  }

  @AfterEach
  void end() {
    library.close();
  }

  private void complete(SeContainer module) {
    BeanManager beanManager = module.getBeanManager();
    extension.complete(() -> Optional.of(beanManager));
  }

  @Test
  void parts_ofTheModule_areFound_althoughItHasNoHandlers() {
    READY.clear();
    try (SeContainer module =
        begin(Hooks.class, Configurer.class, Observer.class, Cluster.class).initialize()) {
      assertThat(extension.isBound()).isTrue();
      complete(module);

      ApplicationParts parts = extension.parts();
      assertThat(parts.hooks()).hasSize(1);
      assertThat(parts.configurers())
          .singleElement()
          .satisfies(found -> assertThat(found.name()).endsWith("Configurer"));
      assertThat(parts.adapter()).isPresent();
      parts.ready(extension.servers().server(SocketIO.DEFAULT_NAME));
      assertThat(READY).containsExactly("default");
    }
  }

  @Test
  void parts_withoutAModule_areTheOwn() {
    extension.complete(Optional::empty);

    assertThat(extension.parts().hooks()).isEmpty();
    assertThat(extension.parts().adapter()).isEmpty();
  }

  @Test
  void module_isLookedUpOnce() {
    extension.complete(Optional::empty);
    ApplicationParts before = extension.parts();
    extension.complete(
        () -> {
          throw new AssertionError("again");
        });

    assertThat(extension.parts()).isSameAs(before);
  }

  @Test
  void mistakes_ofTheModule_areReported() {
    try (SeContainer module = begin(Cluster.class, OtherCluster.class).initialize()) {
      assertThatThrownBy(() -> complete(module))
          .isInstanceOf(DefinitionException.class)
          .hasMessageContainingAll("Cluster", "OtherCluster");
    }
  }

  @ApplicationScoped
  static class Archive {}

  @Namespace("/desk")
  @ApplicationScoped
  static class Desk {
    @OnEvent
    void store(String article, @Default Archive archive) {}
  }

  /** Plays a module: its beans are seen by an extension of the EAR. */
  record Module(NamespaceExtension seeing, BeanManager library) implements Extension {

    void see(@Observes ProcessManagedBean<?> event) {
      seeing.see(event);
    }

    void deploy(@Observes AfterDeploymentValidation event) {
      seeing.deploy(event, library);
    }
  }

  @Test
  void handlers_ofTheModule_areBoundWhenItStarts() {
    NamespaceExtension shared = new NamespaceExtension();
    Module module = new Module(shared, library.getBeanManager());
    try (SeContainer deployed =
        begin(Desk.class, Archive.class).addExtensions(module).initialize()) {
      assertThat(shared.isBound()).isFalse();
      BeanManager beanManager = deployed.getBeanManager();

      shared.complete(() -> Optional.of(beanManager));

      assertThat(shared.isBound()).isTrue();
    }
  }

  /** Of two web modules the first one that starts would find the mistakes of the other. */
  @Test
  void handlers_ofAnotherModule_areNamedBeforeWhatComesOfThat() {
    NamespaceExtension shared = new NamespaceExtension();
    Module module = new Module(shared, library.getBeanManager());
    try (SeContainer deployed =
            begin(Desk.class, Archive.class).addExtensions(module).initialize();
        SeContainer other = begin(Hooks.class).initialize()) {
      assertThat(deployed.isRunning()).isTrue();
      BeanManager beanManager = other.getBeanManager();

      assertThatThrownBy(() -> shared.complete(() -> Optional.of(beanManager)))
          .isInstanceOf(DefinitionException.class)
          .hasMessageStartingWith(
              """
              2 problems:
                SIO0112: There are handlers that this web module does not see, in %s: they are in \
              another module of the enterprise application. If that is a web module, too, they cannot \
              share the jars of SocketEE: move these from the lib folder of the EAR into WEB-INF/lib \
              of each web module that has clients. Other problems may come of this one.
                SIO0308: parameter 2 of"""
                  .formatted(Desk.class.getTypeName()));
    }
  }
}
