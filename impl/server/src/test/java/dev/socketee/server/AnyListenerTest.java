package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.AnyListener;
import dev.socketee.Args;
import dev.socketee.Socket;
import dev.socketee.test.ExpectedLogs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reference 2.3: onAny and onAnyOutgoing. */
class AnyListenerTest {

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

  private AnyListener saying(String word) {
    return (event, args) -> seen.add(word + " " + event);
  }

  @Test
  void onAny_seesEveryEventBeforeItsListener() {
    socket.on("x", (args, ack) -> seen.add("on x"));
    socket.onAny((event, args) -> seen.add(List.of(event, args.size(), args.json(0))));

    receive("2[\"x\",1,2]", "2[\"y\",\"z\"]");

    assertThat(seen).containsExactly(List.of("x", 2, "1"), "on x", List.of("y", 1, "\"z\""));
  }

  @Test
  void onAny_runsInOrder_withThePrependedFirst() {
    socket.onAny(saying("first")).onAny(saying("second")).prependAny(saying("zeroth"));

    receive("2[\"x\"]");

    assertThat(seen).containsExactly("zeroth x", "first x", "second x");
  }

  @Test
  void offAny_removesOne_orAll() {
    AnyListener one = saying("one");
    AnyListener other = saying("other");
    socket.onAny(one).onAny(other).onAny(saying("third"));
    assertThat(socket.listenersAny()).hasSize(3).startsWith(one, other);

    socket.offAny(one).offAny(saying("unknown"));
    assertThat(socket.listenersAny()).hasSize(2).startsWith(other);

    socket.offAny();
    assertThat(socket.listenersAny()).isEmpty();
    receive("2[\"x\"]");
    assertThat(seen).isEmpty();
  }

  @Test
  void onAny_thatFails_tellsTheErrorListeners_andTheEventGoesItsWay() {
    socket.onError(seen::add);
    RuntimeException failure = new IllegalStateException("any");
    socket
        .onAny(
            (event, args) -> {
              throw failure;
            })
        .on("x", (args, ack) -> seen.add("on x"));

    receive("2[\"x\"]");

    assertThat(seen).containsExactly(failure, "on x");
  }

  @Test
  void onAnyOutgoing_seesEmitsBroadcastsAndRequestsForAcknowledgements() {
    socket.onAnyOutgoing((event, args) -> seen.add(event + args.size() + args.json(0)));

    socket.emit("emit", 1, 2);
    socket.asVolatile().emit("volatile", "a");
    CompletionStage<Args> unused = socket.timeout(Duration.ofSeconds(1)).emitWithAck("ack", "b");
    server.of("/").emit("broadcast", Map.of("k", 1));
    server.of("/").to(socket.id()).emit("room");

    assertThat(seen)
        .containsExactly(
            "emit21", "volatile1\"a\"", "ack1\"b\"", "broadcast1{\"k\":1}", "room0null");
  }

  @Test
  void onAnyOutgoing_convertsAsTheClientWillSee() {
    byte[] binary = {1, 2};
    socket.onAnyOutgoing(
        (event, args) -> {
          seen.add(args.get(0, Long.class));
          seen.add(args.get(1, Object.class));
          seen.add(args.get(2, byte[].class));
          seen.add(args.get(3, Object.class) == null ? "none" : "some");
        });

    socket.emit("x", 7, null, binary);

    assertThat(seen).hasSize(4).containsExactly(7L, null, binary, "none");
    assertThat(session.sent()).hasSize(2);
  }

  @Test
  void onAnyOutgoing_argumentsBelowZero_areRefused() {
    List<Args> args = new ArrayList<>();
    socket.onAnyOutgoing((event, arguments) -> args.add(arguments));
    socket.emit("x");

    assertThatThrownBy(() -> args.get(0).json(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void onAnyOutgoing_doesNotSeeAcknowledgements_norWhatOthersGet() {
    socket.onAnyOutgoing(saying("out"));
    socket.on("x", (args, ack) -> ack.send(1));
    Socket other = server.join(server.open(), "/");

    receive("27[\"x\"]");
    other.emit("secret");
    socket.broadcast().emit("news");

    assertThat(seen).isEmpty();
    assertThat(session.sent()).containsExactly("37[1]");
  }

  @Test
  void onAnyOutgoing_listOfListeners_isChangedLikeThatOfIncomingOnes() {
    AnyListener one = saying("one");
    socket.onAnyOutgoing(one).prependAnyOutgoing(saying("zeroth")).onAny(saying("in"));
    socket.emit("x");
    assertThat(seen).containsExactly("zeroth x", "one x");
    assertThat(socket.listenersAnyOutgoing()).hasSize(2).endsWith(one);

    socket.offAnyOutgoing(one);
    assertThat(socket.listenersAnyOutgoing()).hasSize(1).doesNotContain(one);
    socket.offAnyOutgoing();
    assertThat(socket.listenersAnyOutgoing()).isEmpty();
    assertThat(socket.listenersAny()).hasSize(1);
  }

  @Test
  void onAnyOutgoing_seesTheReasonOfADisconnect() {
    socket.onAnyOutgoing(saying("out"));

    socket.disconnect(false, "spam");

    assertThat(seen).containsExactly("out disconnect_reason");
    assertThat(session.sent()).containsExactly("2[\"disconnect_reason\",\"spam\"]", "1");
  }

  @Test
  void onAnyOutgoing_thatFails_doesNotStopTheEvent(ExpectedLogs logs) {
    logs.expect("A listener of \"x\" failed, socket .* of /");
    socket.onAnyOutgoing(
        (event, args) -> {
          throw new IllegalStateException("out");
        });

    server.of("/").emit("x");

    assertThat(session.sent()).containsExactly("2[\"x\"]");
  }
}
