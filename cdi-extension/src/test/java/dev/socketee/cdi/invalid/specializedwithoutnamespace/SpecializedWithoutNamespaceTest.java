package dev.socketee.cdi.invalid.specializedwithoutnamespace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import jakarta.enterprise.inject.Specializes;
import org.junit.jupiter.api.Test;

class SpecializedWithoutNamespaceTest {

  @Namespace("/chat")
  static class Chat {
    @OnEvent
    void message() {}
  }

  @Specializes
  static class LoudChat extends Chat {}

  @Test
  void bean_specializedWithoutNamespace_isRefused() {
    assertThat(App.problems(Chat.class, LoudChat.class))
        .containsExactly(
            "SIO0109: dev.socketee.cdi.invalid.specializedwithoutnamespace"
                + ".SpecializedWithoutNamespaceTest$LoudChat specializes"
                + " dev.socketee.cdi.invalid.specializedwithoutnamespace"
                + ".SpecializedWithoutNamespaceTest$Chat, but has no @Namespace, which is not"
                + " inherited, so its handlers would never be called. Annotate it, too.");
  }
}
