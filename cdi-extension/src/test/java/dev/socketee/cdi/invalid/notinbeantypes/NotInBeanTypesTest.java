package dev.socketee.cdi.invalid.notinbeantypes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import jakarta.enterprise.inject.Typed;
import org.junit.jupiter.api.Test;

class NotInBeanTypesTest {

  interface Api {}

  @Namespace
  @Typed(Api.class)
  static class Chat implements Api {
    @OnEvent
    public void message(String text) {}
  }

  @Test
  void handler_notInTypes_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0209:"
                + " dev.socketee.cdi.invalid.notinbeantypes.NotInBeanTypesTest$Chat.message(String)"
                + " is in no type that @Typed leaves to its bean (Api), so it cannot be"
                + " called. Add the class to @Typed.");
  }
}
