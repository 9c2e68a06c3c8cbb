package dev.socketee.cdi.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.cdi.CdiServerSource;
import dev.socketee.cdi.fixture.App;
import dev.socketee.jakarta.ServerSource;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class CdiServerSourceTest {

  private final ServerSource source = new CdiServerSource();

  @Test
  void source_isFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(ServerSource.class))
        .hasOnlyElementsOfType(CdiServerSource.class)
        .hasSize(1);
  }

  @Test
  void server_withoutContainer_isEmpty() {
    assertThat(source.servers()).isEmpty();
    assertThat(source.hooks()).isEmpty();
    assertThat(source.adapter()).isEmpty();
  }

  @Test
  void server_containerWithoutExtension_isEmpty() {
    try (SeContainer container =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addBeanClasses(String.class)
            .initialize()) {
      assertThat(container.isRunning()).isTrue();
      assertThat(source.servers()).isEmpty();
      assertThat(source.hooks()).isEmpty();
      assertThat(source.adapter()).isEmpty();
    }
  }

  @Test
  void server_ofRunningApplication_isTheSameEachTime() {
    try (App app = App.start(CdiServerSourceTest.class)) {
      assertThat(source.servers()).containsSame(source.servers().orElseThrow());
      assertThat(source.servers())
          .get()
          .satisfies(servers -> assertThat(servers.server("default")).isSameAs(app.io()));
    }
  }

  /** Tomcat without CDI, with the one dependency in the WAR. */
  @Test
  void server_withoutCdiApi_isEmpty() throws Exception {
    ClassLoader parent = getClass().getClassLoader();
    URL[] path = {
      CdiServerSource.class.getProtectionDomain().getCodeSource().getLocation(),
    };
    ClassLoader withoutCdi =
        new ClassLoader(parent) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("jakarta.enterprise.") || name.startsWith("dev.socketee.cdi.")) {
              throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
          }
        };
    try (URLClassLoader application = new URLClassLoader(path, withoutCdi)) {
      ServerSource source =
          (ServerSource)
              application
                  .loadClass(CdiServerSource.class.getName())
                  .getDeclaredConstructor()
                  .newInstance();
      assertThat(source.getClass()).isNotEqualTo(CdiServerSource.class);
      assertThat(source.servers()).isEmpty();
      assertThat(source.hooks()).isEmpty();
      assertThat(source.adapter()).isEmpty();
    }
  }
}
