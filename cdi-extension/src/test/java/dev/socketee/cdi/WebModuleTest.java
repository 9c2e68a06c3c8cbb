package dev.socketee.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.SocketIO;
import dev.socketee.SocketIOBuilder;
import dev.socketee.SocketIOConfigurer;
import dev.socketee.spi.Adapter;
import dev.socketee.spi.AdapterFactory;
import dev.socketee.spi.LocalSockets;
import dev.socketee.spi.RequestHooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DefinitionException;
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
}
