package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.Args;
import dev.socketee.ConversionException;
import dev.socketee.Socket;
import dev.socketee.test.ExpectedLogs;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reference 2.3, Socket, and 2.10, Errors. */
class EventTest {

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

  @Test
  void events_areDispatchedInOrder_offTheContainersThread() {
    socket.on("x", (args, ack) -> seen.add(args.get(0, Object.class)));
    session.text("2[\"x\",1]");
    session.text("2[\"x\",2]");

    assertThat(seen).isEmpty();
    assertThat(server.executor.waiting()).isEqualTo(1);
    server.executor.run();

    assertThat(seen).containsExactly(1L, 2L);
  }

  @Test
  void listeners_ofOneEvent_runInTheOrderOfTheirRegistration() {
    socket.on("x", (args, ack) -> seen.add("first")).on("x", (args, ack) -> seen.add("second"));

    receive("2[\"x\"]", "2[\"y\"]");

    assertThat(seen).containsExactly("first", "second");
  }

  @Test
  void listener_withAType_getsTheFirstArgument() {
    socket.on("x", String.class, (text, ack) -> seen.add(text == null ? "none" : text));

    receive("2[\"x\",\"hi\"]", "2[\"x\"]", "2[\"x\",null]");

    assertThat(seen).containsExactly("hi", "none", "none");
  }

  @Test
  void args_areConvertedOnDemand() {
    AtomicReference<Args> received = new AtomicReference<>();
    socket.on("x", (args, ack) -> received.set(args));

    session.text("51-[\"x\",7,\"s\",null,{\"a\":{\"_placeholder\":true,\"num\":0}}]");
    session.binary(1, 2);
    server.executor.run();

    Args args = received.get();
    assertThat(args.size()).isEqualTo(4);
    assertThat(args.json(1)).isEqualTo("\"s\"");
    assertThat(args.json(4)).isNull();
    assertThat(args.<Integer>get(0, int.class)).isEqualTo(7);
    assertThat(args.get(1, String.class)).isEqualTo("s");
    assertThat(args.get(2, String.class)).isNull();
    assertThat(args.get(4, String.class)).isNull();
    assertThat((Map<?, ?>) args.get(3, (Type) Map.class))
        .isEqualTo(Map.of("a", args.get(3, Map.class).get("a")));
    assertThat((byte[]) args.get(3, Map.class).get("a")).containsExactly(1, 2);
    assertThatThrownBy(() -> args.get(1, Map.class))
        .isInstanceOf(ConversionException.class)
        .hasMessageStartingWith("argument 2: cannot convert");
    assertThatThrownBy(() -> args.get(-1, String.class))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void argument_thatCannotBeConverted_isLoggedOnce_andWithoutStackTrace(ExpectedLogs logs) {
    logs.expect("\"x\" of / was not delivered: argument 1: cannot convert \"s\" to .*Map");
    List<LogRecord> records = new ArrayList<>();
    Logger logger = Logger.getLogger("dev.socketee.server");
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            records.add(record);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    logger.addHandler(handler);
    try {
      socket.on("x", Map.class, (value, ack) -> seen.add("called"));
      session.text("2[\"x\",\"s\"]");
      session.text("2[\"x\",\"s\"]");
      server.executor.run();
    } finally {
      logger.removeHandler(handler);
    }

    assertThat(seen).isEmpty();
    assertThat(records).singleElement().extracting(LogRecord::getThrown).isNull();
  }

  @Test
  void listener_thatFails_isLogged_andNothingElseHappens(ExpectedLogs logs) {
    logs.expect("A listener of \"x\" failed, socket " + socket.id() + " of / .*boom");
    socket
        .on(
            "x",
            (args, ack) -> {
              throw new Exception("boom");
            })
        .on("x", (args, ack) -> seen.add("second"))
        .on("y", (args, ack) -> seen.add("next"));

    receive("20[\"x\"]", "2[\"y\"]");

    assertThat(seen).containsExactly("second", "next");
    assertThat(session.sent()).isEmpty();
    assertThat(session.closing()).isFalse();
    assertThat(socket.connected()).isTrue();
  }

  @Test
  void listener_thatFails_isToldToTheErrorListeners() {
    socket
        .on(
            "x",
            (args, ack) -> {
              throw new StackOverflowError("deep");
            })
        .onError(error -> seen.add("first " + error.getMessage()))
        .onError(error -> seen.add("second " + error.getMessage()));

    receive("2[\"x\"]");

    assertThat(seen).containsExactly("first deep", "second deep");
  }

  @Test
  void errorListener_thatFails_isLogged_andTheOthersRun(ExpectedLogs logs) {
    logs.expect("An error listener failed, socket .{20} of / .*worse");
    socket
        .on(
            "x",
            (args, ack) -> {
              throw new IllegalStateException("bad");
            })
        .onError(
            error -> {
              throw new IllegalStateException("worse");
            })
        .onError(error -> seen.add(error.getMessage()));

    receive("2[\"x\"]");

    assertThat(seen).containsExactly("bad");
  }

  @Test
  void disconnectAndConversionFailures_goToTheErrorListeners() {
    socket
        .on("x", String.class, (text, ack) -> seen.add("called"))
        .onError(error -> seen.add(error.getMessage()))
        .onDisconnect(
            (reason, description) -> {
              throw new IllegalStateException("late");
            });

    receive("2[\"x\",1]");
    receive("1");

    assertThat(seen).containsExactly("argument 1: cannot convert 1 to java.lang.String", "late");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "connect",
        "connect_error",
        "disconnect",
        "disconnecting",
        "newListener",
        "removeListener"
      })
  void emit_ofAReservedName_isRefused(String event) {
    assertThatThrownBy(() -> socket.emit(event))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"" + event + "\" is a reserved event name");
    assertThatThrownBy(() -> socket.emitWithAck(event))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> server.of("/nobody").to("x").emit(event))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(session.sent()).isEmpty();
  }

  @Test
  void emit_encodesItsArguments() {
    socket.emit("x", 1, "two", null, List.of(true), Map.of("b", new byte[] {9}));
    socket.emit("y");
    socket.emit("error", (Object) null);

    assertThat(session.sent())
        .containsExactly(
            "51-[\"x\",1,\"two\",null,[true],{\"b\":{\"_placeholder\":true,\"num\":0}}]",
            "09",
            "2[\"y\"]",
            "2[\"error\",null]");
  }

  @Test
  void emit_ofWhatCannotBeEncoded_isTheCallersFault() {
    assertThatThrownBy(() -> socket.emit("x", TestCodec.POISON))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(session.sent()).isEmpty();
    assertThat(session.closing()).isFalse();
  }

  @Test
  void emit_elsewhere_namesTheNamespace() {
    Socket other = server.join(session, "/b");

    other.emit("x");

    assertThat(session.sent()).containsExactly("2/b,[\"x\"]");
  }

  @Test
  void asVolatile_isDroppedWhileTheTransportIsBusy() {
    session.writable(false);
    socket.asVolatile().emit("lost", new byte[] {1});
    session.writable(true);
    socket.asVolatile().emit("sent", new byte[] {2});

    assertThat(session.sent())
        .containsExactly("51-[\"sent\",{\"_placeholder\":true,\"num\":0}]", "02");
  }
}
