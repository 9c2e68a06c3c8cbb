package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.ConversionException;
import dev.socketee.EventListener;
import dev.socketee.GenericType;
import dev.socketee.Socket;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Listeners that get their arguments converted. */
class TypedListenerTest {

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
  void on_withOneToFourTypes_convertsAsMany() {
    socket
        .on("1", String.class, (a, ack) -> seen.add(a))
        .on("2", String.class, Long.class, (a, b, ack) -> seen.add(Arrays.asList(a, b)))
        .on(
            "3",
            String.class,
            Long.class,
            Boolean.class,
            (a, b, c, ack) -> seen.add(Arrays.asList(a, b, c)))
        .on(
            "4",
            String.class,
            Long.class,
            Boolean.class,
            Object.class,
            (a, b, c, d, ack) -> seen.add(Arrays.asList(a, b, c, d)));

    for (int i = 1; i <= 4; i++) {
      receive("2[\"" + i + "\",\"a\",2,true,\"d\",\"e\"]");
    }
    receive("2[\"3\",null,2]");

    assertThat(seen)
        .containsExactly(
            "a",
            List.of("a", 2L),
            List.of("a", 2L, true),
            List.of("a", 2L, true, "d"),
            Arrays.asList(null, 2L, null));
  }

  @Test
  void on_withGenericTypes_asksTheCodecForThem() {
    GenericType<String> text = GenericType.of(String.class);
    GenericType<Long> number = GenericType.of(Long.class);
    socket
        .on("1", text, (a, ack) -> seen.add(a))
        .on("2", text, number, (a, b, ack) -> seen.add(List.of(a, b)))
        .on("3", text, number, number, (a, b, c, ack) -> seen.add(List.of(a, b, c)))
        .on("4", text, number, number, text, (a, b, c, d, ack) -> seen.add(List.of(a, b, c, d)));

    for (int i = 1; i <= 4; i++) {
      receive("2[\"" + i + "\",\"a\",2,3,\"d\"]");
    }

    assertThat(seen)
        .containsExactly("a", List.of("a", 2L), List.of("a", 2L, 3L), List.of("a", 2L, 3L, "d"));
  }

  @Test
  void on_withATypeThatDoesNotFit_tellsTheErrorListeners() {
    socket.onError(seen::add);
    socket.on("x", String.class, Long.class, (a, b, ack) -> seen.add("called"));

    receive("2[\"x\",\"a\",\"b\"]");

    assertThat(seen).singleElement().isInstanceOf(ConversionException.class);
    assertThat((Exception) seen.get(0)).hasMessageContaining("argument 2");
  }

  @Test
  void listener_mayThrowWhateverItLikes() {
    IOException failure = new IOException("disk");
    socket.onError(seen::add);
    socket.on(
        "x",
        String.class,
        (a, ack) -> {
          throw failure;
        });

    receive("2[\"x\"]");

    assertThat(seen).containsExactly(failure);
  }

  @Test
  void listener_madeWithTypes_canBeRegisteredOnceAndRemoved() {
    EventListener listener = EventListener.of(String.class, (a, ack) -> seen.add(a));
    socket.once("x", listener).on("y", listener).off("y", listener);

    receive("2[\"x\",\"a\"]", "2[\"x\",\"b\"]", "2[\"y\",\"c\"]");

    assertThat(seen).containsExactly("a");
  }

  @Test
  void genericType_knowsItsArguments() {
    GenericType<List<String>> type = new GenericType<>() {};

    assertThat(type.type())
        .isInstanceOfSatisfying(
            ParameterizedType.class,
            list -> assertThat(list.getActualTypeArguments()).containsExactly(String.class));
    assertThat(type).hasToString("java.util.List<java.lang.String>");
    assertThat(new GenericType<String>() {})
        .isEqualTo(GenericType.of(String.class))
        .hasSameHashCodeAs(GenericType.of(String.class))
        .isNotEqualTo(type);
  }

  @Test
  @SuppressWarnings("rawtypes") // that is the mistake
  void genericType_withoutArguments_isRefused() {
    assertThatThrownBy(() -> new GenericType() {})
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("with a type");
  }

  @Test
  void data_ofAType_isCast() {
    socket.data().put("user", "ann");

    assertThat(socket.data("user", String.class)).isEqualTo("ann");
    assertThat(socket.data("none", String.class)).isNull();
    assertThatThrownBy(() -> socket.data("user", Integer.class))
        .isInstanceOf(ClassCastException.class)
        .hasMessage("data \"user\" is a java.lang.String, no java.lang.Integer");
  }

  @Test
  void send_emitsMessage() {
    socket.send("a", 1);

    assertThat(session.sent()).containsExactly("2[\"message\",\"a\",1]");
  }
}
