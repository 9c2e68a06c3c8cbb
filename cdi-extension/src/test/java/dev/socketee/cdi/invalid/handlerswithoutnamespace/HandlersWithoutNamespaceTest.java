package dev.socketee.cdi.invalid.handlerswithoutnamespace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import jakarta.enterprise.context.ApplicationScoped;
import org.junit.jupiter.api.Test;

class HandlersWithoutNamespaceTest {

  @ApplicationScoped
  static class Chat {
    @OnEvent
    void message(String text) {}
  }

  @Test
  void handlers_inBeanWithoutNamespace_areRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0107:"
                + " dev.socketee.cdi.invalid.handlerswithoutnamespace.HandlersWithoutNamespaceTest$Chat"
                + " has handler methods, but no @Namespace, so they would never be called."
                + " Annotate the class with @Namespace.");
  }
}
