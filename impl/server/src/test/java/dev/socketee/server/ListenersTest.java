package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.EventListener;
import dev.socketee.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reference 2.3: on, once, off, removeAllListeners, eventNames. */
class ListenersTest {

  private final TestServer server = new TestServer();
  private final List<Object> seen = new ArrayList<>();
  private FakeEngineSession session;
  private Socket socket;

  @BeforeEach
  void connect() {
    session = server.open();
    socket = server.join(session, "/");
  }

  private void receive(String... messages) {
    for (String message : messages) {
      session.text(message);
    }
    server.executor.run();
  }

  private EventListener saying(String word) {
    return (args, ack) -> seen.add(word);
  }

  @Test
  void once_isCalledForTheFirstEventOnly() {
    socket.once("x", saying("once")).on("x", saying("on"));

    receive("2[\"x\"]", "2[\"x\"]");

    assertThat(seen).containsExactly("once", "on", "on");
  }

  @Test
  void once_thatFails_isGoneAllTheSame() {
    socket.onError(seen::add);
    socket.once(
        "x",
        (args, ack) -> {
          throw new IllegalStateException("once");
        });

    receive("2[\"x\"]", "2[\"x\"]");

    assertThat(seen).hasSize(1);
    assertThat(socket.eventNames()).isEmpty();
  }

  @Test
  void once_removedByAnEarlierListenerOfTheSameEvent_isNotCalled() {
    EventListener once = saying("once");
    socket.on("x", (args, ack) -> socket.off("x", once));
    socket.once("x", once);

    receive("2[\"x\"]");

    assertThat(seen).isEmpty();
  }

  @Test
  void off_removesTheLastRegistrationOfThatListener() {
    EventListener twice = saying("twice");
    socket.on("x", twice).on("x", saying("other")).on("x", twice);

    socket.off("x", twice);
    receive("2[\"x\"]");
    assertThat(seen).containsExactly("twice", "other");

    seen.clear();
    socket.off("x", twice).off("x", twice);
    receive("2[\"x\"]");
    assertThat(seen).containsExactly("other");
  }

  @Test
  void off_ofAnUnknownListenerOrEvent_changesNothing() {
    socket.on("x", saying("x"));

    socket.off("x", saying("another")).off("y", saying("y")).off("y");
    receive("2[\"x\"]");

    assertThat(seen).containsExactly("x");
  }

  @Test
  void off_ofAnEvent_removesAllItsListenersAndNoOthers() {
    socket.on("x", saying("x")).once("x", saying("x")).on("y", saying("y"));

    socket.off("x");
    receive("2[\"x\"]", "2[\"y\"]");

    assertThat(seen).containsExactly("y");
    assertThat(socket.eventNames()).containsExactly("y");
  }

  @Test
  void removeAllListeners_leavesThoseOfAnyEvent() {
    socket.on("x", saying("x")).onAny((event, args) -> seen.add("any " + event));
    socket.onDisconnect((reason, description) -> seen.add("gone"));
    socket.onDisconnecting((reason, description) -> seen.add("going"));

    socket.removeAllListeners();
    receive("2[\"x\"]");
    receive("1");

    assertThat(seen).containsExactly("any x");
    assertThat(socket.eventNames()).isEmpty();
  }

  @Test
  void eventNames_namesWhatIsListenedTo() {
    assertThat(socket.eventNames()).isEmpty();

    socket.on("x", saying("x")).on("x", saying("x")).once("y", saying("y"));

    assertThat(socket.eventNames()).containsExactlyInAnyOrder("x", "y");
  }

  @Test
  void listener_addedByAListener_getsTheNextEvent() {
    socket.once("x", (args, ack) -> socket.on("x", saying("late")));

    receive("2[\"x\"]");
    assertThat(seen).isEmpty();

    receive("2[\"x\"]");
    assertThat(seen).containsExactly("late");
  }

  @Test
  void sharedListeners_areCalledWithTheirSocketBeforeItsOwn_andOffDoesNotTouchThem() {
    server.io.listen(
        server.of("/"), "x", (receiver, args, ack) -> seen.add(List.of("shared", receiver)));
    socket.on("x", saying("own"));

    receive("2[\"x\"]");
    assertThat(seen).containsExactly(List.of("shared", socket), "own");

    seen.clear();
    socket.off("x").removeAllListeners();
    receive("2[\"x\"]");
    assertThat(seen).containsExactly(List.of("shared", socket));
    assertThat(socket.eventNames()).isEmpty();
  }
}
