package dev.socketee.cdi.invalid.finalclass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.cdi.fixture.App;
import org.junit.jupiter.api.Test;

class FinalClassTest {

  @Namespace("/chat")
  static final class Chat {}

  @Test
  void namespace_onFinalClass_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0106: dev.socketee.cdi.invalid.finalclass.FinalClassTest$Chat has"
                + " @Namespace and is @ApplicationScoped, but cannot be proxied: it is"
                + " final. Make the class and its methods non-final and give it a"
                + " constructor without parameters that is not private, or annotate it with"
                + " @jakarta.inject.Singleton.");
  }
}
