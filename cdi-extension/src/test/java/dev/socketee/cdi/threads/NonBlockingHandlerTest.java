package dev.socketee.cdi.threads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.EventRefusedException;
import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.NonBlocking;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnError;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.fixture.TestClient;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether handlers run on the thread that delivers, or as tasks. */
class NonBlockingHandlerTest {

  /** Counts within one request context. */
  @RequestScoped
  static class Visit {
    private int steps;

    int step() {
      return ++steps;
    }
  }

  @Namespace
  static class Chat {
    @Inject Visit visit;

    @OnEvent
    @NonBlocking
    String here(String text) {
      return text + visit.step() + visit.step();
    }

    @OnEvent
    String there(String text) {
      return text + visit.step() + visit.step();
    }

    @OnEvent
    @NonBlocking
    void both() {}

    @OnEvent("both")
    void bothMayBlock() {}

    @OnEvent
    @NonBlocking
    void fails() {
      throw new IllegalStateException("failed");
    }

    @OnError
    @NonBlocking
    void failed(IllegalStateException e) {
      throw new EventRefusedException(e.getMessage() + visit.step());
    }
  }

  @NonBlocking
  @Namespace("/all")
  static class All {
    private final List<String> seen = new ArrayList<>();

    @OnConnect
    void connect(Socket socket) {
      seen.add("connect");
    }

    @OnEvent
    void event() {
      seen.add("event");
    }

    List<String> seen() {
      return seen;
    }
  }

  @Test
  void nonBlockingHandler_runsWithoutATask_andAnswers() {
    try (App app = App.start(Chat.class, Visit.class)) {
      TestClient client = app.connect("/");
      client.received();
      int before = app.tasksRun();

      client.emitWithAck("here", "\"x\"").emitWithAck("here", "\"y\"");

      // each with a request context of its own
      assertThat(client.received()).containsExactly("37[\"x12\"]", "37[\"y12\"]");
      assertThat(app.tasksRun()).isEqualTo(before);
    }
  }

  @Test
  void otherHandler_runsAsATask() {
    try (App app = App.start(Chat.class, Visit.class)) {
      TestClient client = app.connect("/");
      client.received();
      int before = app.tasksRun();

      client.emitWithAck("there", "\"x\"");

      assertThat(client.received()).containsExactly("37[\"x12\"]");
      assertThat(app.tasksRun()).isEqualTo(before + 1);
    }
  }

  @Test
  void nonBlockingHandler_besideOneThatMayBlock_runsAsATask() {
    try (App app = App.start(Chat.class, Visit.class)) {
      TestClient client = app.connect("/");
      client.received();
      int before = app.tasksRun();

      client.emitWithAck("both", "");

      assertThat(client.received()).containsExactly("37[]");
      assertThat(app.tasksRun()).isEqualTo(before + 1);
    }
  }

  @Test
  void failureOfANonBlockingHandler_goesToTheErrorHandler_onTheSameThread() {
    try (App app = App.start(Chat.class, Visit.class)) {
      TestClient client = app.connect("/");
      client.received();
      int before = app.tasksRun();

      client.emitWithAck("fails", "");

      assertThat(client.received()).containsExactly("37[{\"message\":\"failed1\"}]");
      assertThat(app.tasksRun()).isEqualTo(before);
    }
  }

  @Test
  void nonBlockingClass_isSoForEvents_andNotForTheConnect() {
    try (App app = App.start(All.class)) {
      int before = app.tasksRun();
      TestClient client = app.connect("/all");
      assertThat(app.tasksRun()).isEqualTo(before + 1);

      client.emit("event", "");

      assertThat(app.get(All.class).seen()).containsExactly("connect", "event");
      assertThat(app.tasksRun()).isEqualTo(before + 1);
    }
  }
}
