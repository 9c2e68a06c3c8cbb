package dev.socketee.cdi.invalid.connectresult;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.cdi.fixture.App;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class ConnectResultTest {

  @Namespace
  static class Chat {
    @OnConnect
    boolean known(Socket socket) {
      return false;
    }

    @OnConnect
    CompletionStage<Void> later(Socket socket) {
      return CompletableFuture.failedFuture(new IllegalStateException());
    }
  }

  @Test
  void connectHandler_resultThatLooksLikeADecision_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0213:"
                + " dev.socketee.cdi.invalid.connectresult.ConnectResultTest$Chat.known(Socket)"
                + " returns a result, but that of an @OnConnect method decides nothing."
                + " Throw a ConnectionRefusedException to refuse the client, and wait for"
                + " what the decision needs: a handler may block.",
            "SIO0213:"
                + " dev.socketee.cdi.invalid.connectresult.ConnectResultTest$Chat.later(Socket)"
                + " returns a result, but that of an @OnConnect method decides nothing."
                + " Throw a ConnectionRefusedException to refuse the client, and wait for"
                + " what the decision needs: a handler may block.");
  }
}
