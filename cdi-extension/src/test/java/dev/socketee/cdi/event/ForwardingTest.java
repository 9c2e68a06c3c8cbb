package dev.socketee.cdi.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Socket;
import dev.socketee.annotation.Broadcast;
import dev.socketee.annotation.EmitTo;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnEvent;
import dev.socketee.annotation.Query;
import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.fixture.TestClient;
import dev.socketee.test.ExpectedLogs;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The result of a handler can be sent on to others. */
class ForwardingTest {

  private static CompletableFuture<String> later;

  @Namespace
  static class Chat {

    @OnConnect
    void arrive(Socket socket, @Query("transport") String transport) {
      socket.join(transport);
    }

    @OnEvent
    void enter(Socket socket, String room) {
      socket.join(room);
    }

    @OnEvent
    @Broadcast
    String say(String text) {
      return text.isEmpty() ? null : text + "!";
    }

    @OnEvent
    @Broadcast(event = "shouted", self = true)
    String shout(String text) {
      return text;
    }

    @OnEvent
    @EmitTo({"red", "blue"})
    Optional<String> paint(String text) {
      return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    @OnEvent
    @EmitTo(value = "red", self = true)
    CompletionStage<String> later() {
      return later;
    }

    @OnEvent
    @Broadcast
    String fail() {
      throw new IllegalStateException("nothing to say");
    }
  }

  private App app;
  private TestClient sender;
  private TestClient red;
  private TestClient other;

  @BeforeEach
  void start() {
    later = new CompletableFuture<>();
    app = App.start(Chat.class);
    sender = app.connect("/").emit("enter", "\"red\"");
    red = app.connect("/").emit("enter", "\"red\"").emit("enter", "\"blue\"");
    other = app.connect("/");
    sender.received();
    red.received();
    other.received();
  }

  @AfterEach
  void stop() {
    app.close();
  }

  @Test
  void broadcast_reachesAllButTheSender_whoGetsTheAcknowledgement() {
    assertThat(sender.emitWithAck("say", "\"hi\"").received()).containsExactly("37[\"hi!\"]");
    assertThat(red.received()).containsExactly("2[\"say\",\"hi!\"]");
    assertThat(other.received()).containsExactly("2[\"say\",\"hi!\"]");
  }

  @Test
  void broadcast_withOwnEvent_reachesTheSenderIfTold() {
    assertThat(sender.emit("shout", "\"hi\"").received()).containsExactly("2[\"shouted\",\"hi\"]");
    assertThat(other.received()).containsExactly("2[\"shouted\",\"hi\"]");
  }

  @Test
  void emitTo_reachesTheRooms_eachSocketOnce() {
    assertThat(sender.emit("paint", "\"hi\"").received()).isEmpty();
    assertThat(red.received()).containsExactly("2[\"paint\",\"hi\"]");
    assertThat(other.received()).isEmpty();
  }

  @Test
  void nothing_isNotSentOn() {
    assertThat(sender.emitWithAck("say", "\"\"").received()).containsExactly("37[null]");
    assertThat(sender.emitWithAck("paint", "\"\"").received()).containsExactly("37[null]");
    assertThat(red.received()).isEmpty();
  }

  @Test
  void stage_isSentOnWhenItCompletes() {
    sender.emit("later", "");
    assertThat(red.received()).isEmpty();
    later.complete("now");
    assertThat(red.received()).containsExactly("2[\"later\",\"now\"]");
    assertThat(sender.received()).containsExactly("2[\"later\",\"now\"]");
    assertThat(other.received()).isEmpty();
  }

  @Test
  void failure_isNotSentOn(ExpectedLogs logs) {
    logs.expect("nothing to say");
    sender.emit("fail", "");
    assertThat(red.received()).isEmpty();
  }
}
