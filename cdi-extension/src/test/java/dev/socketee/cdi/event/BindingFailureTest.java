package dev.socketee.cdi.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnError;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.fixture.TestClient;
import dev.socketee.test.ExpectedLogs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Arguments that cannot be bound are the handler's error; the handler is not called. */
class BindingFailureTest {

  private static final List<String> SEEN = new ArrayList<>();

  public record Point(int x, int y) {}

  @Namespace
  static class Draw {
    @OnEvent
    void point(Point point) {
      SEEN.add("called");
    }

    @OnEvent
    void width(int pixels) {
      SEEN.add("called");
    }
  }

  @Namespace
  static class Errors {
    @OnError
    void wrong(IllegalArgumentException e) {
      SEEN.add(e.getMessage());
    }
  }

  @BeforeEach
  void clear() {
    SEEN.clear();
  }

  @Test
  void argument_notConvertible_goesToErrorHandler() {
    try (App app = App.start(Draw.class, Errors.class)) {
      TestClient client = app.connect("/").emitWithAck("point", "\"no point\"");
      assertThat(SEEN).singleElement().asString().isNotEqualTo("called");
      assertThat(client.received())
          .containsExactly("0{\"sid\":\"#\"}", "37[{\"message\":\"Invalid arguments\"}]");
    }
  }

  @Test
  void argument_missingForPrimitive_goesToErrorHandler() {
    try (App app = App.start(Draw.class, Errors.class)) {
      app.connect("/").emit("width", "").emit("width", "null");
      String message =
          Draw.class.getTypeName()
              + ".width(int) needs a value, but the argument 1 is null or missing";
      assertThat(SEEN).containsExactly(message, message);
    }
  }

  @Test
  void argument_notConvertibleWithoutErrorHandler_isLogged(ExpectedLogs logs) {
    logs.expect("\"point\" of / was not delivered: argument 1: cannot convert a JSON string");
    try (App app = App.start(Draw.class)) {
      app.connect("/").emit("point", "\"no point\"");
      assertThat(SEEN).isEmpty();
    }
  }
}
