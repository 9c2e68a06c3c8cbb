package dev.socketee.cdi.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Ack;
import dev.socketee.ConnectionRefusedException;
import dev.socketee.EventRefusedException;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnError;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.fixture.TestClient;
import dev.socketee.test.ExpectedLogs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A client that waits for an acknowledgement learns of a failure, and only what is meant for it.
 */
class ErrorAnswerTest {

  private static final List<String> SEEN = new ArrayList<>();
  private static final String UNEXPECTED = "37[{\"message\":\"Internal server error\"}]";

  @Namespace
  static class Shop {

    @OnEvent
    int order(String what) {
      switch (what) {
        case "sold out" -> throw new EventRefusedException("sold out", Map.of("left", 0));
        case "closed" -> throw new EventRefusedException("closed");
        case "unwritable" -> throw new EventRefusedException("odd", new Odd());
        case "translated" -> throw new ArithmeticException("secret");
        case "refused" -> throw new ConnectionRefusedException("not here");
        default -> throw new IllegalStateException("secret");
      }
    }

    @OnError
    void translate(ArithmeticException e) {
      throw new EventRefusedException("not for sale");
    }

    @OnEvent
    void answered(Ack<String> ack) {
      ack.send("done");
      throw new IllegalStateException("after the answer");
    }

    @OnEvent
    void unanswered(Ack<String> ack) {
      throw new IllegalStateException("before the answer");
    }

    @OnEvent
    Odd unwritable() {
      return new Odd();
    }
  }

  public static class Odd {
    public String getValue() {
      throw new UnsupportedOperationException("no value");
    }
  }

  @Namespace("/several")
  static class First {
    @OnEvent
    void silent() {
      throw new IllegalStateException("first");
    }

    @OnEvent
    void watched() {
      throw new IllegalStateException("watcher");
    }
  }

  @Namespace("/several")
  static class Second {
    @OnEvent
    void silent() {
      SEEN.add("second");
    }

    @OnEvent
    String watched() {
      return "answer";
    }
  }

  @Namespace("/door")
  static class Door {
    @OnConnect
    void arrive() {
      throw new EventRefusedException("closed", Map.of("until", 8));
    }
  }

  private App app;
  private TestClient client;

  @BeforeEach
  void start() {
    SEEN.clear();
    app = App.start(Shop.class, First.class, Second.class, Door.class);
    client = app.connect("/");
    client.received();
  }

  @AfterEach
  void stop() {
    app.close();
  }

  private List<String> order(String what) {
    return client.emitWithAck("order", "\"" + what + "\"").received();
  }

  @Test
  void refusal_isToldWithItsData_andNotLogged() {
    assertThat(order("sold out"))
        .containsExactly("37[{\"message\":\"sold out\",\"data\":{\"left\":0}}]");
    assertThat(order("closed")).containsExactly("37[{\"message\":\"closed\"}]");
  }

  @Test
  void exceptionOfHandler_isToldWithoutItsMessage(ExpectedLogs logs) {
    logs.expect("A listener of \"order\" failed.*IllegalStateException: secret");
    assertThat(order("bug")).containsExactly(UNEXPECTED);
  }

  @Test
  void exception_translatedByErrorHandler_isToldAsThat() {
    assertThat(order("translated")).containsExactly("37[{\"message\":\"not for sale\"}]");
  }

  @Test
  void refusalOfConnection_inAnEvent_isUnexpected(ExpectedLogs logs) {
    logs.expect("A listener of \"order\" failed.*not here");
    assertThat(order("refused")).containsExactly(UNEXPECTED);
  }

  @Test
  void dataOfRefusal_cannotBeWritten_messageIsTold(ExpectedLogs logs) {
    logs.expect("Generating incomplete JSON");
    logs.expect("A listener of \"order\" failed.*cannot write");
    assertThat(order("unwritable")).containsExactly("37[{\"message\":\"odd\"}]");
  }

  @Test
  void argument_thatCannotBeConverted_isTold(ExpectedLogs logs) {
    logs.expect("\"order\" of / was not delivered");
    assertThat(client.emitWithAck("order", "{}").received())
        .containsExactly("37[{\"message\":\"Invalid arguments\"}]");
  }

  @Test
  void result_thatCannotBeWritten_isTold(ExpectedLogs logs) {
    logs.expect("Generating incomplete JSON");
    logs.expect("A listener of \"unwritable\" failed.*cannot write");
    assertThat(client.emitWithAck("unwritable", "").received()).containsExactly(UNEXPECTED);
  }

  @Test
  void failure_afterTheAnswer_isNotTold(ExpectedLogs logs) {
    logs.expect("after the answer");
    assertThat(client.emitWithAck("answered", "").received()).containsExactly("37[\"done\"]");
  }

  @Test
  void failure_beforeTheAnswer_isTold(ExpectedLogs logs) {
    logs.expect("before the answer");
    assertThat(client.emitWithAck("unanswered", "").received()).containsExactly(UNEXPECTED);
  }

  @Test
  void failure_notAskedFor_isNotTold(ExpectedLogs logs) {
    logs.expect("before the answer");
    assertThat(client.emit("unanswered", "").received()).isEmpty();
  }

  @Test
  void severalHandlers_oneThatDoesNotAnswerFails_theOtherAnswers(ExpectedLogs logs) {
    logs.expect("watcher");
    assertThat(app.connect("/several").emitWithAck("watched", "").received())
        .contains("37[\"answer\"]");
  }

  @Test
  void severalHandlers_noneAnswersAndOneFails_isTold(ExpectedLogs logs) {
    logs.expect("first");
    assertThat(app.connect("/several").emitWithAck("silent", "").received())
        .contains(UNEXPECTED)
        .doesNotContain("37[]");
    assertThat(SEEN).containsExactly("second");
  }

  @Test
  void connect_refusedLikeAnEvent_isRefused() {
    assertThat(app.connect("/door").received())
        .containsExactly("4{\"message\":\"closed\",\"data\":{\"until\":8}}");
  }
}
