package dev.socketee.cdi.invalid.severalanswers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Ack;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import org.junit.jupiter.api.Test;

class SeveralAnswersTest {

  @Namespace("/chat")
  static class Chat {
    @OnEvent
    String message() {
      return "";
    }
  }

  @Namespace("chat")
  static class Log {
    @OnEvent("message")
    void log(Ack<String> ack) {}
  }

  @Test
  void event_answeredTwice_isRefused() {
    assertThat(App.problems(Chat.class, Log.class))
        .containsExactlyInAnyOrder(
            "SIO0214:"
                + " dev.socketee.cdi.invalid.severalanswers.SeveralAnswersTest$Chat.message()"
                + " and"
                + " dev.socketee.cdi.invalid.severalanswers.SeveralAnswersTest$Log.log(Ack)"
                + " both answer the event \"message\" of the namespace /chat, but the"
                + " client gets one acknowledgement only. Let one of them return void,"
                + " without an Ack.");
  }
}
