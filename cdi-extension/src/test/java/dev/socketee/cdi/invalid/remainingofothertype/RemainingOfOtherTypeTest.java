package dev.socketee.cdi.invalid.remainingofothertype;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.annotation.Remaining;
import dev.socketee.cdi.fixture.App;
import org.junit.jupiter.api.Test;

class RemainingOfOtherTypeTest {

  @Namespace
  static class Chat {
    @OnEvent
    void message(String first, @Remaining String more) {}
  }

  @Test
  void remaining_ofTypeForOne_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactly(
            "SIO0312: parameter 2 of "
                + Chat.class.getTypeName()
                + ".message(String, String) has @Remaining, but the type java.lang.String, which"
                + " cannot hold several arguments. Use a List or an array.");
  }
}
