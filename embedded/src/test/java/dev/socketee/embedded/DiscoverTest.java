package dev.socketee.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Beans of the class path. */
class DiscoverTest {

  /** A bean that is found. */
  @Namespace("/found")
  static class Found {

    @Inject Named named;

    @OnConnect
    void arrive(Socket socket) {
      socket.emit("greeting", named.greeting());
    }
  }

  /** A bean that is not, because no annotation says that it is one. */
  static class Named {

    String greeting() {
      return "found";
    }
  }

  @TempDir Path folder;

  @Test
  void discover_findsBeansInArchives_besideThoseThatAreNamed() throws Throwable {
    Places.write(folder, "META-INF/beans.xml", "");
    Places.copy(folder, Found.class);
    try (EmbeddedSocketIO server =
        Places.start(
            folder,
            () -> EmbeddedSocketIO.builder().port(0).discover().beans(Named.class).start())) {
      assertThat(TestClient.connect(server, "/found").next())
          .isEqualTo("42/found,[\"greeting\",\"found\"]");
    }
  }

  @Test
  void discover_withoutAnyHandler_saysWhereItHasLooked() throws Throwable {
    Places.copy(folder, Found.class);
    assertThatIllegalStateException()
        .isThrownBy(
            () -> Places.start(folder, EmbeddedSocketIO.builder().port(0).discover()::start))
        .withMessageContainingAll("no class with @Namespace", "META-INF/beans.xml");
  }
}
