package dev.socketee.cdi.invalid.innerclass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.cdi.fixture.App;
import dev.socketee.test.ExpectedLogs;
import org.junit.jupiter.api.Test;

class InnerClassTest {

  @Namespace("/chat")
  @SuppressWarnings("ClassCanBeStatic") // it is the mistake
  class Chat {}

  @Test
  void namespace_onInnerClass_isRefused(ExpectedLogs logs) {
    logs.expect("WELD-000167"); // Weld sees it, too
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0102: dev.socketee.cdi.invalid.innerclass.InnerClassTest$Chat has"
                + " @Namespace, but is an inner class, which cannot be a bean. Make it"
                + " static.");
  }
}
