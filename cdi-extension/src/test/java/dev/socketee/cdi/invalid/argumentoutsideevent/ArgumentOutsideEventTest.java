package dev.socketee.cdi.invalid.argumentoutsideevent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Args;
import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnError;
import dev.socketee.cdi.fixture.App;
import org.junit.jupiter.api.Test;

class ArgumentOutsideEventTest {

  record Credentials(String token) {}

  @Namespace
  static class Chat {
    @OnConnect
    void arrive(Socket socket, Credentials who) {}

    @OnError
    void failed(Exception e, Args args) {}
  }

  @Test
  void argument_outsideEvent_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0302: parameter 2 of"
                + " dev.socketee.cdi.invalid.argumentoutsideevent.ArgumentOutsideEventTest$Chat.arrive(Socket,"
                + " Credentials) has the type Credentials, which only an @OnEvent method"
                + " can take, not one with @OnConnect. Remove it, or annotate it with @Auth"
                + " for the payload of the CONNECT.",
            "SIO0302: parameter 2 of"
                + " dev.socketee.cdi.invalid.argumentoutsideevent.ArgumentOutsideEventTest$Chat.failed(Exception,"
                + " Args) has the type Args, which only an @OnEvent method can take, not"
                + " one with @OnError. Remove it.");
  }
}
