package dev.socketee.cdi.invalid.noconstructor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import dev.socketee.test.ExpectedLogs;
import org.junit.jupiter.api.Test;

class NoConstructorTest {

  @Namespace("/chat")
  static class Chat {
    private final String topic;

    Chat(String topic) {
      this.topic = topic;
    }

    @OnEvent
    String topic() {
      return topic;
    }
  }

  @Test
  void namespace_onClassWithoutConstructor_isRefused(ExpectedLogs logs) {
    logs.expect("WELD-000167"); // Weld sees it, too
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0103: dev.socketee.cdi.invalid.noconstructor.NoConstructorTest$Chat"
                + " has @Namespace, but no constructor that CDI can call, and is no bean"
                + " therefore. Add a constructor without parameters, or annotate one with"
                + " @Inject.");
  }
}
