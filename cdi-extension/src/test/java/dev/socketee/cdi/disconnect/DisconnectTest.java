package dev.socketee.cdi.disconnect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.ConnectionRefusedException;
import dev.socketee.DisconnectReason;
import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnDisconnect;
import dev.socketee.annotation.OnError;
import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.fixture.TestClient;
import dev.socketee.server.RecoveryOptions;
import dev.socketee.server.ServerOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DisconnectTest {

  private static final List<String> SEEN = new ArrayList<>();

  @Namespace("/chat")
  static class Chat {
    @OnDisconnect
    void leave(DisconnectReason reason, Socket socket) {
      SEEN.add(reason.text() + ", " + socket.connected());
      throw new IllegalStateException("in leave");
    }

    @OnError
    void failed(Exception e) {
      SEEN.add(e.getMessage());
    }
  }

  @Namespace("/door")
  static class Door {
    static Runnable meanwhile = () -> {};

    @OnConnect
    void enter() {
      SEEN.add("enter");
      meanwhile.run();
    }

    @OnDisconnect
    void leave(DisconnectReason reason) {
      SEEN.add("leave: " + reason.text());
    }
  }

  @BeforeEach
  void clear() {
    SEEN.clear();
  }

  @Test
  void disconnect_byClient_isToldWithReason() {
    try (App app = App.start(Chat.class)) {
      app.connect("/chat").leave();
      assertThat(SEEN).containsExactly("client namespace disconnect, false", "in leave");
    }
  }

  @Test
  void disconnect_byLoss_isToldWithReason() {
    try (App app = App.start(Chat.class)) {
      app.connect("/chat").lose();
      assertThat(SEEN).containsExactly("transport close, false", "in leave");
    }
  }

  @Test
  void disconnect_byShutDown_isToldWhileTheBeanIsThere() {
    try (App app = App.start(Chat.class)) {
      app.connect("/chat");
    }
    assertThat(SEEN).containsExactly("server shutting down, false", "in leave");
  }

  @Test
  void disconnect_whileConnecting_isToldAfterTheHandlerOfTheConnect() {
    try (App app = App.start(Door.class)) {
      Door.meanwhile = () -> app.latest().vanish();
      assertThat(app.connect("/door").received()).isEmpty();
      assertThat(SEEN).containsExactly("enter", "leave: transport close");
    }
  }

  @Test
  void disconnect_afterRefusal_isNotTold() {
    try (App app = App.start(Door.class)) {
      Door.meanwhile =
          () -> {
            throw new ConnectionRefusedException("closed");
          };
      app.connect("/door").lose();
      assertThat(SEEN).containsExactly("enter");
    }
  }

  @Test
  void disconnect_ofAConnectedSocket_isToldOnce() {
    try (App app = App.start(Door.class)) {
      Door.meanwhile = () -> {};
      app.connect("/door").lose();
      assertThat(SEEN).containsExactly("enter", "leave: transport close");
    }
  }

  /** Such a client comes back without being asked anything, and goes like any other. */
  @Test
  void disconnect_ofARecoveredSocket_isTold_alsoIfItSkippedTheHandlerOfTheConnect() {
    RecoveryOptions skipping = new RecoveryOptions(true, Duration.ofMinutes(1), true, 10, 1000, 10);
    Door.meanwhile = () -> {};
    try (App app = App.start(ServerOptions.builder().recovery(skipping).build(), Door.class)) {
      TestClient first = app.connect("/door");
      app.io().of("/door").emit("x");
      List<String> received = first.received();
      String pid = received.get(0).replaceFirst(".*\"pid\":(\"[^\"]+\").*", "$1");
      String offset = received.get(1).replaceFirst(".*,(\"[^\"]+\")]", "$1");
      first.lose();
      SEEN.clear();

      app.connect("/door", "{\"pid\":" + pid + ",\"offset\":" + offset + "}").lose();

      assertThat(SEEN).containsExactly("leave: transport close");
    }
  }
}
