package dev.socketee.cdi.invalid.futureresult;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class FutureResultTest {

  @Namespace
  static class Chat {
    @OnEvent
    Future<String> message() {
      return CompletableFuture.completedFuture("");
    }
  }

  @Test
  void handler_returnsFuture_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0212:"
                + " dev.socketee.cdi.invalid.futureresult.FutureResultTest$Chat.message()"
                + " returns a Future, of which the server cannot learn when it is done."
                + " Return a CompletionStage, or the value itself: a handler may block.");
  }
}
