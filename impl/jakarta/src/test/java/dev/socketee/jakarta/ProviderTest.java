package dev.socketee.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.SocketIO;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How {@code SocketIO.builder()} finds its implementation, and its application. */
class ProviderTest {

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  @AfterEach
  void restore() {
    Thread.currentThread().setContextClassLoader(before);
  }

  @Test
  void builder_isThatOfThisImplementation() {
    assertThat(SocketIO.builder()).isInstanceOf(ServerBuilder.class);
  }

  @Test
  void builder_forAThreadWithoutClassLoader_isFoundAllTheSame() {
    Thread.currentThread().setContextClassLoader(null);

    assertThat(SocketIO.builder()).isInstanceOf(ServerBuilder.class);
  }

  @Test
  void build_outsideOfAWebApplication_isRefused() {
    assertThatThrownBy(() -> SocketIO.builder().path("/x").build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("No web application is known to this thread");
  }

  /** An application that has the API, and nothing else. */
  @Test
  void builder_withoutImplementation_saysWhatToAdd() throws Exception {
    URL api = SocketIO.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader alone =
        new URLClassLoader(new URL[] {api}, ClassLoader.getPlatformClassLoader())) {
      Thread.currentThread().setContextClassLoader(alone);
      Method builder = alone.loadClass(SocketIO.class.getName()).getMethod("builder");

      assertThatThrownBy(() -> builder.invoke(null))
          .isInstanceOf(InvocationTargetException.class)
          .cause()
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "No implementation of SocketEE is on the class path of this application: add the"
                  + " dependency dev.socketee:socketee to it, so that its jars are in WEB-INF/lib");
    }
  }
}
