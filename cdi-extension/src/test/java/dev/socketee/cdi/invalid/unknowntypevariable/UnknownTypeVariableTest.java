package dev.socketee.cdi.invalid.unknowntypevariable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnknownTypeVariableTest {

  abstract static class Base<T> {
    @OnEvent
    void all(List<T> messages) {}
  }

  @Namespace
  @SuppressWarnings("rawtypes")
  static class Chat extends Base {
    @OnEvent
    <S> void one(S message) {}
  }

  @Test
  void parameter_ofUnknownTypeVariable_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0306: parameter 1 of"
                + " dev.socketee.cdi.invalid.unknowntypevariable.UnknownTypeVariableTest$Base.all(List)"
                + " has the type variable T, of which nothing says what to convert the"
                + " argument to. Use a class, or Object for whatever comes.",
            "SIO0306: parameter 1 of"
                + " dev.socketee.cdi.invalid.unknowntypevariable.UnknownTypeVariableTest$Chat.one(Object)"
                + " has the type variable S, of which nothing says what to convert the"
                + " argument to. Use a class, or Object for whatever comes.");
  }
}
