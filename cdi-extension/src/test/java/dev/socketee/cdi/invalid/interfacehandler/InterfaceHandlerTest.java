package dev.socketee.cdi.invalid.interfacehandler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnDisconnect;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import org.junit.jupiter.api.Test;

class InterfaceHandlerTest {

  interface Api {
    @OnEvent
    void message(String text);

    @OnDisconnect
    default void left() {}
  }

  @Namespace
  static class Chat implements Api {
    @Override
    public void message(String text) {}
  }

  @Test
  void handler_ofInterface_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0218:"
                + " dev.socketee.cdi.invalid.interfacehandler.InterfaceHandlerTest$Api.left()"
                + " has @OnDisconnect, but is a method of an interface: annotations are not"
                + " inherited with methods. Put it on the method of"
                + " dev.socketee.cdi.invalid.interfacehandler.InterfaceHandlerTest$Chat.",
            "SIO0218:"
                + " dev.socketee.cdi.invalid.interfacehandler.InterfaceHandlerTest$Api.message(String)"
                + " has @OnEvent, but is a method of an interface: annotations are not"
                + " inherited with methods. Put it on the method of"
                + " dev.socketee.cdi.invalid.interfacehandler.InterfaceHandlerTest$Chat.");
  }
}
