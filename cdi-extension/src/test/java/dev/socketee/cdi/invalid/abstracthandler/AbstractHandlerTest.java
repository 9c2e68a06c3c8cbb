package dev.socketee.cdi.invalid.abstracthandler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import org.junit.jupiter.api.Test;

class AbstractHandlerTest {

  abstract static class Base {
    @OnEvent
    abstract void message(String text);
  }

  @Namespace
  static class Chat extends Base {
    @Override
    void message(String text) {}
  }

  @Test
  void handler_abstractAndImplementationWithoutAnnotation_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0217:"
                + " dev.socketee.cdi.invalid.abstracthandler.AbstractHandlerTest$Base.message(String)"
                + " has @OnEvent, but is abstract, and"
                + " dev.socketee.cdi.invalid.abstracthandler.AbstractHandlerTest$Chat.message(String)"
                + " does not have it: annotations are not inherited with methods. Put it"
                + " there.");
  }
}
