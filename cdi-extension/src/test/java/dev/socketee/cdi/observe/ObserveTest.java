package dev.socketee.cdi.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.ConnectionRefusedException;
import dev.socketee.Socket;
import dev.socketee.annotation.Connected;
import dev.socketee.annotation.Disconnected;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnDisconnect;
import dev.socketee.annotation.SocketScoped;
import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.fixture.TestClient;
import dev.socketee.test.ExpectedLogs;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Observers are told of sockets, of one namespace or of all. */
class ObserveTest {

  private static final List<String> SEEN = new ArrayList<>();

  static class Watcher {
    @Inject Counter counter;
    @Inject Request request;

    void any(@Observes @Connected Socket socket) {
      SEEN.add("connected " + socket.namespace().name() + " " + socket.connected());
      request.touch();
      counter.count();
    }

    void chat(@Observes @Connected("/chat") Socket socket) {
      SEEN.add("chat connected");
    }

    void gone(@Observes @Disconnected("/chat") Socket socket) {
      SEEN.add("chat disconnected after " + counter.count());
    }

    void goneAny(@Observes @Disconnected Socket socket) {
      SEEN.add("disconnected " + socket.namespace().name());
    }
  }

  @SocketScoped
  static class Counter {
    private int count;

    int count() {
      return ++count;
    }
  }

  @RequestScoped
  static class Request {
    void touch() {}
  }

  @Namespace("/chat")
  static class Chat {
    @OnConnect
    void arrive() {
      SEEN.add("arrive");
    }

    @OnDisconnect
    void leave() {
      SEEN.add("leave");
    }
  }

  @Namespace("/closed")
  static class Closed {
    @OnConnect
    void arrive() {
      throw new ConnectionRefusedException("closed");
    }
  }

  static class Failing {
    void fail(@Observes @Connected Socket socket) {
      throw new IllegalStateException("observer");
    }
  }

  @BeforeEach
  void clear() {
    SEEN.clear();
  }

  @Test
  void observers_ofNamespaceAndOfAll_areToldAfterTheHandlers() {
    try (App app = App.start(Watcher.class, Counter.class, Request.class, Chat.class)) {
      app.io().of("/other").onConnection(socket -> SEEN.add("listener"));
      app.connect("/other");
      assertThat(SEEN).containsExactly("listener", "connected /other true");
      SEEN.clear();
      TestClient client = app.connect("/chat");
      assertThat(SEEN)
          .containsExactlyInAnyOrder("arrive", "connected /chat true", "chat connected")
          .startsWith("arrive");
      SEEN.clear();
      client.lose();
      assertThat(SEEN)
          .containsExactlyInAnyOrder("leave", "chat disconnected after 2", "disconnected /chat")
          .startsWith("leave");
    }
  }

  @Test
  void observers_ofRefusedSocket_areNotTold() {
    try (App app = App.start(Watcher.class, Counter.class, Request.class, Closed.class)) {
      app.connect("/closed");
      assertThat(SEEN).isEmpty();
    }
  }

  @Test
  void observer_fails_harmsNobody(ExpectedLogs logs) {
    logs.expect("An observer of Socket\\[.*, /chat, .* failed.*IllegalStateException: observer");
    try (App app = App.start(Failing.class, Chat.class)) {
      assertThat(app.connect("/chat").received()).containsExactly("0{\"sid\":\"#\"}");
    }
  }
}
