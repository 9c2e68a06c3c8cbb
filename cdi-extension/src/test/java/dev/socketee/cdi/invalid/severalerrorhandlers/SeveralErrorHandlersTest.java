package dev.socketee.cdi.invalid.severalerrorhandlers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnError;
import dev.socketee.cdi.fixture.App;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SeveralErrorHandlersTest {

  @Namespace
  static class Chat {
    @OnError
    void one(IOException e) {}

    @OnError
    void other(IOException e, Socket socket) {}
  }

  @Test
  void errorHandlers_ofOneType_areRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0215:"
                + " dev.socketee.cdi.invalid.severalerrorhandlers.SeveralErrorHandlersTest$Chat.one(IOException)"
                + " and"
                + " dev.socketee.cdi.invalid.severalerrorhandlers.SeveralErrorHandlersTest$Chat.other(IOException,"
                + " Socket) both handle IOException in one bean. Remove one, or make its"
                + " type more specific.");
  }
}
