package dev.socketee.cdi.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.SocketNamespace;
import dev.socketee.cdi.discovery.app.Bare;
import dev.socketee.cdi.discovery.app.Vetoed;
import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.fixture.TestClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code @Namespace} alone makes a bean, in archives whose beans are found by annotations. */
class DiscoveryTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\"/>",
        "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\""
            + " bean-discovery-mode=\"annotated\"/>",
        "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\""
            + " bean-discovery-mode=\"all\"/>"
      })
  void namespace_inArchive_isBean(String beansXml, @TempDir Path archive) throws Exception {
    Path file = archive.resolve("META-INF/beans.xml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, beansXml);
    copy(Bare.class, archive);
    copy(Vetoed.class, archive);
    URL[] path = {archive.toUri().toURL()};
    try (URLClassLoader application = new URLClassLoader(path, getClass().getClassLoader());
        App app = App.start(SeContainerInitializer.newInstance().setClassLoader(application))) {
      TestClient client = app.connect("/bare").emitWithAck("hello", "");
      assertThat(client.received()).contains("37[\"hello from Bare\"]");
      assertThat(app.io().namespaces())
          .extracting(SocketNamespace::name)
          .containsExactlyInAnyOrder("/", "/bare");
      assertThat(app.container().select(Bare.class).getHandle().getBean().getScope())
          .isEqualTo(ApplicationScoped.class);
    }
  }

  private static void copy(Class<?> type, Path archive) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    Path file = archive.resolve(name);
    Files.createDirectories(file.getParent());
    try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
      Files.copy(in, file);
    }
  }
}
