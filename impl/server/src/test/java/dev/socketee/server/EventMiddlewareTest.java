package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.EventRefusedException;
import dev.socketee.Socket;
import dev.socketee.test.ExpectedLogs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reference 2.3: use. */
class EventMiddlewareTest {

  private final TestServer server = new TestServer();
  private final List<Object> seen = new ArrayList<>();
  private FakeEngineSession session;
  private Socket socket;

  @BeforeEach
  void connect() {
    session = server.open();
    socket = server.join(session, "/");
    socket.on("x", (args, ack) -> seen.add("on"));
  }

  private void receive(String... messages) {
    for (String message : messages) {
      session.text(message);
    }
    server.executor.run();
  }

  @Test
  void use_runsInOrder_behindAnyListeners_andBeforeThoseOfTheEvent() {
    socket.use((event, args) -> seen.add("first " + event + args.json(0)));
    socket.use((event, args) -> seen.add("second"));
    socket.onAny((event, args) -> seen.add("any"));

    receive("2[\"x\",1]");

    assertThat(seen).containsExactly("any", "first x1", "second", "on");
  }

  @Test
  void use_seesEventsThatNobodyListensTo() {
    socket.use((event, args) -> seen.add(event));

    receive("2[\"unheard\"]");

    assertThat(seen).containsExactly("unheard");
  }

  @Test
  void use_thatFails_dropsTheEventAndTellsTheErrorListenersOnly() {
    Exception failure = new Exception("no");
    socket.onError(seen::add);
    socket.use(
        (event, args) -> {
          throw failure;
        });
    socket.use((event, args) -> seen.add("second"));

    receive("27[\"x\"]");

    assertThat(seen).containsExactly(failure);
    assertThat(session.sent()).isEmpty();
  }

  @Test
  void use_thatFails_withoutErrorListeners_isLogged(ExpectedLogs logs) {
    logs.expect("A listener of \"x\" failed, socket .* of /");
    socket.use(
        (event, args) -> {
          throw new Exception("no");
        });

    receive("2[\"x\"]");

    assertThat(seen).isEmpty();
  }

  @Test
  void use_thatRefuses_isAcknowledgedWithTheReason() {
    socket.use(
        (event, args) -> {
          throw new EventRefusedException("too fast", Map.of("retry", 3));
        });

    receive("27[\"x\"]", "2[\"x\"]");

    assertThat(seen).isEmpty();
    assertThat(session.sent())
        .containsExactly("37[{\"message\":\"too fast\",\"data\":{\"retry\":3}}]");
  }

  @Test
  void use_thatRefuses_tellsTheErrorListenersToo() {
    EventRefusedException refusal = new EventRefusedException("no");
    socket.onError(seen::add);
    socket.use(
        (event, args) -> {
          throw refusal;
        });

    receive("27[\"x\"]");

    assertThat(seen).containsExactly(refusal);
    assertThat(session.sent()).containsExactly("37[{\"message\":\"no\"}]");
  }

  @Test
  void use_whoseDetailsCannotBeEncoded_stillAnswersTheClient() {
    socket.onError(seen::add);
    socket.use(
        (event, args) -> {
          throw new EventRefusedException("no", TestCodec.POISON);
        });

    receive("27[\"x\"]");

    assertThat(session.sent()).containsExactly("37[{\"message\":\"no\"}]");
    assertThat(seen)
        .hasSize(2)
        .hasOnlyElementsOfTypes(IllegalArgumentException.class, EventRefusedException.class);
  }

  @Test
  void listener_thatRefuses_isAcknowledgedWithTheReason_unlessItHasAnswered() {
    EventRefusedException refusal = new EventRefusedException("no", Map.of("why", 1));
    socket.onError(seen::add);
    socket.on(
        "y",
        (args, ack) -> {
          if (args.size() > 0) {
            ack.send("yes");
          }
          throw refusal;
        });

    receive("27[\"y\"]", "28[\"y\",1]", "2[\"y\"]");

    assertThat(session.sent())
        .containsExactly("37[{\"message\":\"no\",\"data\":{\"why\":1}}]", "38[\"yes\"]");
    assertThat(seen).containsExactly(refusal, refusal, refusal);
  }

  @Test
  void use_thatDisconnects_dropsTheEvent() {
    socket.use((event, args) -> socket.disconnect());

    receive("2[\"x\"]");

    assertThat(seen).isEmpty();
  }
}
