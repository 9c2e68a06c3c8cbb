package dev.socketee.cdi.invalid.notproxyable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.SocketIO;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

class NotProxyableTest {

  @Namespace("/news")
  static class News {
    private final SocketIO io;

    @Inject
    News(SocketIO io) {
      this.io = io;
    }

    @OnEvent
    int count() {
      return io.namespaces().size();
    }
  }

  /** Weld proxies it in Java SE by default, but not in a server. */
  @Test
  void namespace_withoutSimpleConstructor_isRefused() {
    assertThat(
            App.problems(
                App.initializer(News.class)
                    .addProperty("org.jboss.weld.construction.relaxed", false)))
        .containsExactly(
            "SIO0106: dev.socketee.cdi.invalid.notproxyable.NotProxyableTest$News has @Namespace"
                + " and is @ApplicationScoped, but cannot be proxied: it has no constructor without"
                + " parameters that is not private. Make the class and its methods non-final and"
                + " give it a constructor without parameters that is not private, or annotate it"
                + " with @jakarta.inject.Singleton.");
  }

  @Namespace("/final")
  static class FinalMethod {
    final void helper() {}
  }

  @Test
  void namespace_withFinalMethod_isRefusedAsTheContainerSays() {
    assertThat(App.problems(FinalMethod.class))
        .singleElement()
        .asString()
        .startsWith(
            "SIO0106: dev.socketee.cdi.invalid.notproxyable.NotProxyableTest$FinalMethod has"
                + " @Namespace and is @ApplicationScoped, but cannot be proxied: ")
        .contains("helper()");
  }
}
