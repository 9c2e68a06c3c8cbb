package dev.socketee.cdi.invalid.argumentafterremaining;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.annotation.Remaining;
import dev.socketee.cdi.fixture.App;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentAfterRemainingTest {

  @Namespace
  static class Chat {
    @OnEvent
    void message(@Remaining List<String> all, String last) {}

    @OnEvent
    void twice(@Remaining List<String> all, String... more) {}
  }

  @Test
  void argument_thatNothingIsLeftFor_isRefused() {
    String remedy =
        " would be an argument after those that a parameter before it takes all. Move it before"
            + " that one, or remove @Remaining there.";
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0313: parameter 2 of "
                + Chat.class.getTypeName()
                + ".message(List, String)"
                + remedy,
            "SIO0313: parameter 2 of "
                + Chat.class.getTypeName()
                + ".twice(List, String[])"
                + remedy);
  }
}
