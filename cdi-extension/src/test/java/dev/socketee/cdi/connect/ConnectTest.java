package dev.socketee.cdi.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.ConnectionRefusedException;
import dev.socketee.Handshake;
import dev.socketee.Room;
import dev.socketee.Socket;
import dev.socketee.annotation.Auth;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnDisconnect;
import dev.socketee.annotation.OnError;
import dev.socketee.annotation.OnEvent;
import dev.socketee.annotation.RoomName;
import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.fixture.TestClient;
import dev.socketee.test.ExpectedLogs;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectTest {

  private static final List<String> SEEN = new ArrayList<>();

  public record Credentials(String user, String token) {}

  @Namespace("/chat")
  static class Chat {

    @Inject @RoomName Room lobby;

    @OnConnect
    void arrive(Socket socket, @Auth Credentials who, Handshake handshake) {
      if (who == null || !"secret".equals(who.token())) {
        throw new ConnectionRefusedException("bad token", Map.of("code", 401));
      }
      SEEN.add(who.user() + " from " + handshake.address() + ", " + socket.connected());
      socket.join(lobby);
      socket.emit("welcome", who.user());
    }

    @OnDisconnect
    void leave() {
      SEEN.add("left");
    }

    @OnEvent
    int size() {
      return lobby.size();
    }
  }

  @Namespace("/chat")
  static class Doorman {
    @OnConnect
    void check(Socket socket) {
      SEEN.add("doorman");
    }
  }

  @Namespace("/broken")
  static class Broken {
    @OnConnect
    void arrive() {
      throw new IllegalStateException("no database");
    }
  }

  @Namespace("/broken")
  static class BrokenErrors {
    @OnError
    void failed(RuntimeException e) {
      SEEN.add(e.getMessage());
    }
  }

  @Namespace("/broken")
  static class Translator {
    @OnError
    void failed(IllegalStateException e) {
      throw new ConnectionRefusedException("try later");
    }
  }

  @BeforeEach
  void clear() {
    SEEN.clear();
  }

  @Test
  void connect_allHandlersPass_isAcceptedAndRoomsAreKept() {
    try (App app = App.start(Chat.class, Doorman.class)) {
      TestClient client = app.connect("/chat", "{\"user\":\"ada\",\"token\":\"secret\"}");
      assertThat(client.received()).containsExactly("0{\"sid\":\"#\"}", "2[\"welcome\",\"ada\"]");
      assertThat(SEEN).containsExactly("ada from 127.0.0.1, false", "doorman");
      assertThat(client.emitWithAck("size", "").received()).containsExactly("37[1]");
    }
  }

  @Test
  void connect_handlerRefuses_clientGetsMessageAndData() {
    try (App app = App.start(Chat.class, Doorman.class)) {
      TestClient client = app.connect("/chat", "{\"user\":\"eve\"}");
      assertThat(client.received())
          .containsExactly("4{\"message\":\"bad token\",\"data\":{\"code\":401}}");
      assertThat(SEEN).isEmpty();
    }
  }

  @Test
  void connect_handlerFails_isRefusedAndLogged(ExpectedLogs logs) {
    logs.expect("A middleware of /broken failed.*no database");
    try (App app = App.start(Broken.class)) {
      assertThat(app.connect("/broken").received())
          .containsExactly("4{\"message\":\"Connection refused\"}");
    }
  }

  @Test
  void connect_handlerFailsWithErrorHandler_isRefusedInTheSameWords() {
    try (App app = App.start(Broken.class, BrokenErrors.class)) {
      assertThat(app.connect("/broken").received())
          .containsExactly("4{\"message\":\"Connection refused\"}");
      assertThat(SEEN).containsExactly("no database");
    }
  }

  @Test
  void connect_errorHandlerRefuses_clientGetsItsMessage() {
    try (App app = App.start(Broken.class, BrokenErrors.class, Translator.class)) {
      assertThat(app.connect("/broken").received()).containsExactly("4{\"message\":\"try later\"}");
      assertThat(SEEN).isEmpty();
    }
  }

  @Test
  void connect_toNamespaceOfNoBean_isRefused() {
    try (App app = App.start(Chat.class)) {
      assertThat(app.connect("/chatter").received())
          .containsExactly("4{\"message\":\"Invalid namespace\"}");
    }
  }
}
