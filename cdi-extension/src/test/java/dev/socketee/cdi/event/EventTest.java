package dev.socketee.cdi.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.fixture.TestClient;
import org.junit.jupiter.api.Test;

class EventTest {

  @Namespace("/chat")
  static class Chat {

    @OnEvent("message")
    String message(Socket from, String text, int times) {
      return text.repeat(times) + from.namespace().name();
    }
  }

  @Test
  void event_handlerReturnsValue_acknowledgesWithIt() {
    try (App app = App.start(Chat.class)) {
      TestClient client = app.connect("/chat").emitWithAck("message", "\"hi\",2");
      assertThat(client.received()).containsExactly("0{\"sid\":\"#\"}", "37[\"hihi/chat\"]");
    }
  }
}
