package dev.socketee.cdi.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.fixture.TestClient;
import dev.socketee.test.ExpectedLogs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several handlers of one event run in the order of their classes' names; one answers. */
class SeveralHandlersTest {

  private static final List<String> SEEN = new ArrayList<>();

  @Namespace
  static class Audit {
    @OnEvent("message")
    void log() {
      SEEN.add("audit");
    }
  }

  @Namespace
  static class Chat {
    @OnEvent
    String message() {
      SEEN.add("chat");
      return "answer";
    }
  }

  @Namespace
  static class Watch {
    @OnEvent("message")
    void watch() {
      SEEN.add("watch");
    }
  }

  @Namespace("/other")
  static class Other {
    @OnEvent
    String message() {
      SEEN.add("other");
      return "other";
    }
  }

  @Namespace
  static class Alarm {
    @OnEvent
    void message() {
      throw new IllegalStateException("alarm");
    }
  }

  @BeforeEach
  void clear() {
    SEEN.clear();
  }

  @Test
  void event_oneHandlerAnswers_othersDoNotAcknowledge() {
    try (App app = App.start(Watch.class, Chat.class, Audit.class, Other.class)) {
      TestClient client = app.connect("/").emitWithAck("message", "");
      assertThat(SEEN).containsExactly("audit", "chat", "watch");
      assertThat(client.received()).containsExactly("0{\"sid\":\"#\"}", "37[\"answer\"]");
    }
  }

  @Test
  void event_noHandlerAnswers_isAcknowledgedEmptyOnce() {
    try (App app = App.start(Watch.class, Audit.class)) {
      TestClient client = app.connect("/").emitWithAck("message", "");
      assertThat(SEEN).containsExactly("audit", "watch");
      assertThat(client.received()).containsExactly("0{\"sid\":\"#\"}", "37[]");
    }
  }

  @Test
  void event_oneHandlerFails_othersAreCalled(ExpectedLogs logs) {
    logs.expect("A listener of \"message\" failed.*alarm");
    try (App app = App.start(Alarm.class, Chat.class)) {
      TestClient client = app.connect("/").emitWithAck("message", "");
      assertThat(SEEN).containsExactly("chat");
      assertThat(client.received()).contains("37[\"answer\"]");
    }
  }
}
