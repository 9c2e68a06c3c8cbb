package dev.socketee.cdi.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Ack;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnError;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.fixture.TestClient;
import dev.socketee.test.ExpectedLogs;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The result of a handler is the acknowledgement, if one is asked for. */
class AcknowledgementTest {

  private static final String UNEXPECTED = "37[{\"message\":\"Internal server error\"}]";
  private static final List<String> SEEN = new ArrayList<>();
  private static CompletableFuture<String> later;
  private static CompletableFuture<Void> done;

  public record Receipt(int id) {}

  @Namespace
  static class Chat {

    @OnEvent
    Receipt value() {
      return new Receipt(3);
    }

    @OnEvent
    String nothing() {
      return null;
    }

    @OnEvent
    void empty() {}

    @OnEvent
    CompletionStage<String> stage() {
      return later;
    }

    @OnEvent
    CompletableFuture<Void> emptyStage() {
      return done;
    }

    @OnEvent
    CompletionStage<String> noStage() {
      return null;
    }

    @OnEvent
    void ack(Ack<Receipt> ack) {
      SEEN.add("requested " + ack.requested());
      ack.send(new Receipt(4));
    }

    @OnEvent
    String failing() {
      throw new IllegalStateException("no result");
    }
  }

  @Namespace
  static class Errors {
    @OnError
    void failed(IllegalStateException e) {
      SEEN.add(e.getMessage());
    }
  }

  private App app;
  private TestClient client;

  @BeforeEach
  void start() {
    SEEN.clear();
    later = new CompletableFuture<>();
    done = new CompletableFuture<>();
    app = App.start(Chat.class, Errors.class);
    client = app.connect("/");
    client.received();
  }

  @AfterEach
  void stop() {
    app.close();
  }

  @Test
  void value_isAcknowledged() {
    assertThat(client.emitWithAck("value", "").received()).containsExactly("37[{\"id\":3}]");
  }

  @Test
  void value_notAskedFor_isDropped() {
    assertThat(client.emit("value", "").received()).isEmpty();
  }

  @Test
  void null_isAcknowledgedAsSuch() {
    assertThat(client.emitWithAck("nothing", "").received()).containsExactly("37[null]");
  }

  @Test
  void void_isAcknowledgedEmpty() {
    assertThat(client.emitWithAck("empty", "").received()).containsExactly("37[]");
  }

  @Test
  void stage_isAcknowledgedWhenItCompletes() {
    assertThat(client.emitWithAck("stage", "").received()).isEmpty();
    later.complete("now");
    assertThat(client.received()).containsExactly("37[\"now\"]");
  }

  @Test
  void stageOfVoid_isAcknowledgedEmpty() {
    client.emitWithAck("emptyStage", "");
    done.complete(null);
    assertThat(client.received()).containsExactly("37[]");
  }

  @Test
  void noStage_isAcknowledgedWithNull() {
    assertThat(client.emitWithAck("noStage", "").received()).containsExactly("37[null]");
  }

  @Test
  void stage_fails_goesToErrorHandlerAndTheClientLearnsThat() {
    client.emitWithAck("stage", "");
    later.completeExceptionally(new IllegalStateException("too late"));
    assertThat(SEEN).containsExactly("too late");
    assertThat(client.received()).containsExactly(UNEXPECTED);
  }

  @Test
  void stage_failsInDependentStage_errorHandlerGetsTheCause() {
    CompletableFuture<String> source = later;
    later = source.thenApply(text -> text + "!");
    client.emitWithAck("stage", "");
    source.completeExceptionally(new IllegalStateException("cause"));
    assertThat(SEEN).containsExactly("cause");
  }

  @Test
  void stage_failsWithoutErrorHandler_isLogged(ExpectedLogs logs) {
    logs.expect("dev.socketee.cdi: What .*Chat.stage\\(\\) returned has failed.*only Errors");
    client.emitWithAck("stage", "");
    later.completeExceptionally(new UnsupportedOperationException("only Errors"));
    assertThat(client.received()).containsExactly(UNEXPECTED);
  }

  @Test
  void ack_isAnsweredByTheHandlerAlone() {
    assertThat(client.emitWithAck("ack", "").received()).containsExactly("37[{\"id\":4}]");
    assertThat(client.emit("ack", "").received()).isEmpty();
    assertThat(SEEN).containsExactly("requested true", "requested false");
  }

  @Test
  void handler_throws_clientLearnsThat() {
    assertThat(client.emitWithAck("failing", "").received()).containsExactly(UNEXPECTED);
    assertThat(SEEN).containsExactly("no result");
  }
}
