package dev.socketee.cdi.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Auth;
import dev.socketee.annotation.Header;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnDisconnect;
import dev.socketee.annotation.OnEvent;
import dev.socketee.annotation.Query;
import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.fixture.TestClient;
import dev.socketee.test.ExpectedLogs;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Handlers of every kind get what the handshake had. */
class HandshakeParameterTest {

  private static final List<Object> SEEN = new ArrayList<>();

  @Namespace
  static class Chat {

    @OnConnect
    void arrive(
        @Header("User-Agent") String agent,
        @Query("EIO") int version,
        @Header("x-missing") Optional<String> missing,
        @Auth Optional<Map<String, String>> who,
        Principal caller) {
      SEEN.addAll(List.of(agent, version, missing, who, caller == null));
    }

    @OnEvent
    void message(String text, @Query("transport") List<String> transports) {
      SEEN.addAll(List.of(text, transports));
    }

    @OnEvent
    void strict(@Header("x-missing") int number) {
      SEEN.add(number);
    }

    @OnEvent
    void wrong(@Header("user-agent") int number) {
      SEEN.add(number);
    }

    @OnDisconnect
    void leave(@Header("user-agent") String agent) {
      SEEN.add(agent);
    }
  }

  private App app;
  private TestClient client;

  @BeforeEach
  void start() {
    SEEN.clear();
    app = App.start(Chat.class);
    client = app.connect("/", "{\"user\":\"ada\"}");
  }

  @AfterEach
  void stop() {
    app.close();
  }

  @Test
  void connect_getsHeadersQueryAndCaller() {
    assertThat(SEEN)
        .containsExactly("test", 4, Optional.empty(), Optional.of(Map.of("user", "ada")), true);
  }

  @Test
  void auth_notSent_isAnEmptyOptional() {
    SEEN.clear();
    app.connect("/");
    assertThat(SEEN).contains(Optional.empty());
  }

  @Test
  void event_getsThemBetweenArguments() {
    SEEN.clear();
    client.emit("message", "\"hi\"");
    assertThat(SEEN).containsExactly("hi", List.of("websocket"));
  }

  @Test
  void disconnect_getsThem() {
    SEEN.clear();
    client.lose();
    assertThat(SEEN).containsExactly("test");
  }

  @Test
  void primitive_headerMissing_isAnError(ExpectedLogs logs) {
    SEEN.clear();
    logs.expect("needs a value, but the header is null or missing");
    client.emit("strict", "");
    assertThat(SEEN).isEmpty();
  }

  @Test
  void header_notOfTheType_isAnError(ExpectedLogs logs) {
    SEEN.clear();
    logs.expect("the header user-agent: the text is not that of a Integer");
    client.emit("wrong", "");
    assertThat(SEEN).isEmpty();
  }
}
