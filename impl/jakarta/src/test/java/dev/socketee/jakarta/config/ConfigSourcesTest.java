package dev.socketee.jakarta.config;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigSourcesTest {

  private static ServletContext context(Map<String, String> parameters) {
    return (ServletContext)
        Proxy.newProxyInstance(
            ConfigSourcesTest.class.getClassLoader(),
            new Class<?>[] {ServletContext.class},
            (proxy, method, args) ->
                switch (method.getName()) {
                  case "getInitParameter" -> parameters.get((String) args[0]);
                  case "getInitParameterNames" -> Collections.enumeration(parameters.keySet());
                  case "getClassLoader" -> ConfigSourcesTest.class.getClassLoader();
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  @Test
  void sources_withoutMicroProfileImplementation_areTheContextParamsAlone() {
    List<ConfigSource> sources =
        ConfigSources.of(context(Map.of("socketio.path", "/a", "other", "b")));

    assertThat(sources).hasSize(1);
    assertThat(sources.get(0).name()).isEqualTo("context-param");
    assertThat(sources.get(0).value("socketio.path")).contains("/a");
    assertThat(sources.get(0).value("socketio.executor")).isEmpty();
    assertThat(sources.get(0).keys("socketio.")).containsExactly("socketio.path");
  }

  /** Runs the class in a class loader that has no MicroProfile, as on Tomcat. */
  @Test
  void sources_withoutMicroProfileApi_areTheContextParamsAlone() throws Exception {
    try (NoMicroProfile loader = new NoMicroProfile()) {
      Class<?> sources = loader.loadClass(ConfigSources.class.getName());
      Object found = sources.getMethod("of", ServletContext.class).invoke(null, context(Map.of()));

      assertThat(sources.getClassLoader()).isSameAs(loader);
      assertThat((List<?>) found).hasSize(1);
    }
  }

  @Test
  void embedded_withoutMicroProfile_hasSystemPropertiesBeforeTheOptionsOfTheCode() {
    System.setProperty("socketio.ping-timeout", "PT1S");
    try {
      List<ConfigSource> sources =
          ConfigSources.embedded(
              ConfigSourcesTest.class.getClassLoader(),
              Map.of("ping-timeout", "PT2S", "path", "/a"));

      assertThat(sources)
          .extracting(ConfigSource::name)
          .containsExactly("system property", "option");
      assertThat(sources.get(0).keys("socketio.")).containsExactly("socketio.ping-timeout");
      assertThat(sources.get(1).keys("socketio."))
          .containsExactly("socketio.path", "socketio.ping-timeout");
      ConfigReader read = ConfigReader.read(sources);
      assertThat(read.config().path()).isEqualTo("/a");
      assertThat(read.effective())
          .contains("socketio.ping-timeout = \"PT1S\" (system property)")
          .contains("socketio.path = \"/a\" (option)");
      ConfigSources.release(ConfigSourcesTest.class.getClassLoader());
    } finally {
      System.clearProperty("socketio.ping-timeout");
    }
  }

  private static final class NoMicroProfile extends URLClassLoader {

    NoMicroProfile() {
      super(
          new URL[] {ConfigSources.class.getProtectionDomain().getCodeSource().getLocation()},
          NoMicroProfile.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("org.eclipse.microprofile.")) {
        throw new ClassNotFoundException(name);
      }
      if (name.startsWith("dev.socketee.jakarta.config.")) {
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : findClass(name);
      }
      return super.loadClass(name, resolve);
    }

    @Override
    public void close() throws IOException {
      super.close();
    }
  }
}
