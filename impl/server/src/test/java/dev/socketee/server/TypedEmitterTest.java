package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.AckTimeoutException;
import dev.socketee.Args;
import dev.socketee.Broadcaster;
import dev.socketee.ConversionException;
import dev.socketee.Socket;
import dev.socketee.annotation.EventName;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Interfaces whose methods are events. */
class TypedEmitterTest {

  private final TestServer server = new TestServer();
  private FakeEngineSession session;
  private Socket socket;

  @BeforeEach
  void connect() {
    session = server.open();
    socket = server.join(session, "/");
  }

  interface Base {
    void inherited(int number);
  }

  interface Clients extends Base {
    void plain();

    @EventName("user joined")
    void userJoined(String name, Object details);

    void more(String first, Object... others);

    void numbers(int... numbers);

    default void both(String name) {
      plain();
      userJoined(name, null);
    }

    @Override
    String toString();

    static void unrelated() {}
  }

  interface Asking {
    CompletionStage<String> name(int number);

    CompletionStage<Args> all();

    CompletionStage<Void> done();
  }

  @Test
  void methods_emitTheirEvents() {
    Clients clients = socket.as(Clients.class);

    clients.plain();
    clients.userJoined("ann", List.of(1));
    clients.inherited(7);
    clients.both("bob");

    assertThat(session.sent())
        .containsExactly(
            "2[\"plain\"]",
            "2[\"user joined\",\"ann\",[1]]",
            "2[\"inherited\",7]",
            "2[\"plain\"]",
            "2[\"user joined\",\"bob\",null]");
  }

  @Test
  void methods_withVariableArguments_spreadThem() {
    Clients clients = socket.as(Clients.class);

    clients.more("a", "b", null);
    clients.more("a");
    clients.more("a", (Object[]) null);
    clients.numbers(1, 2);

    assertThat(session.sent())
        .containsExactly(
            "2[\"more\",\"a\",\"b\",null]",
            "2[\"more\",\"a\"]",
            "2[\"more\",\"a\"]",
            "2[\"numbers\",1,2]");
  }

  @Test
  void methods_ofABroadcaster_reachWhomItAddresses() {
    FakeEngineSession other = server.connect();

    socket.broadcast().as(Clients.class).plain();
    server.of("/").to(socket.id()).as(Clients.class).inherited(1);

    assertThat(other.sent()).containsExactly("2[\"plain\"]");
    assertThat(session.sent()).containsExactly("2[\"inherited\",1]");
  }

  @Test
  void methods_emitAsTheirEmitterDoes() {
    session.writable(false);

    socket.asVolatile().as(Clients.class).plain();

    assertThat(session.sent()).isEmpty();
  }

  @Test
  void methods_thatReturnAStage_answerWhatTheClientDoes() throws Exception {
    Asking asking = socket.as(Asking.class);
    CompletableFuture<String> name = asking.name(1).toCompletableFuture();
    CompletableFuture<Args> all = asking.all().toCompletableFuture();
    CompletableFuture<Void> done = asking.done().toCompletableFuture();
    assertThat(session.sent()).containsExactly("20[\"name\",1]", "21[\"all\"]", "22[\"done\"]");

    session.text("30[\"ann\",2]");
    session.text("31[1,2]");
    session.text("32[1]");

    // nothing has run on the executor: whoever waits needs none of its threads
    assertThat(name.join()).isEqualTo("ann");
    assertThat(all.get().size()).isEqualTo(2);
    assertThat(done.get(1, TimeUnit.MINUTES)).isNull();
  }

  @Test
  void methods_thatReturnAStage_completeWithoutAnybodyWaiting() {
    CompletableFuture<String> name = socket.as(Asking.class).name(1).toCompletableFuture();

    session.text("30[\"ann\"]");
    server.executor.run();

    assertThat(name).isCompletedWithValue("ann");
  }

  @Test
  void methods_thatReturnAStage_failAsTheAcknowledgementDoes() {
    CompletableFuture<String> late =
        socket.timeout(Duration.ofSeconds(1)).as(Asking.class).name(1).toCompletableFuture();
    CompletableFuture<String> wrong = socket.as(Asking.class).name(2).toCompletableFuture();
    server.timer.advance(Duration.ofSeconds(1));
    session.text("31[5]");

    assertThatThrownBy(late::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(AckTimeoutException.class);
    assertThatThrownBy(late::get)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(AckTimeoutException.class);
    assertThatThrownBy(wrong::get)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(ConversionException.class);
  }

  @Test
  void emitter_isAnObject() {
    Clients clients = socket.as(Clients.class);

    assertThat(List.of(clients)).contains(clients).doesNotContain(socket.as(Clients.class));
    assertThat(clients).hasToString("TypedEmitter[" + socket + "]");
    assertThat(Set.of(clients)).contains(clients);
  }

  @Test
  void emitter_failsAsEmitDoes() {
    assertThatThrownBy(() -> socket.as(Clients.class).more("a", TestCodec.POISON))
        .isInstanceOf(IllegalArgumentException.class);
  }

  abstract static class NoInterface {}

  interface Reserved {
    void disconnect();
  }

  interface ReservedName {
    @EventName("connect_error")
    void error();
  }

  interface Result {
    int count();
  }

  interface RawStage {
    @SuppressWarnings("rawtypes")
    CompletionStage ask();
  }

  interface Future {
    CompletableFuture<String> ask();
  }

  interface Unknown {
    <T> CompletionStage<T> ask();
  }

  interface Wildcard {
    CompletionStage<List<?>> ask();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NoInterface  | $NoInterface is not an interface. Make it one.
          Reserved     | .disconnect is for the event "disconnect", but that name is reserved
          ReservedName | .error is for the event "connect_error", but that name is reserved
          Result       | .count returns int. Return void, or a CompletionStage of what
          RawStage     | .ask returns java.util.concurrent.CompletionStage. Return void
          Future       | .ask returns java.util.concurrent.CompletableFuture<java.lang.String>.
          Unknown      | .ask returns java.util.concurrent.CompletionStage<T>, which says no type.
          Wildcard     | .ask returns java.util.concurrent.CompletionStage<java.util.List<?>>, which
          """)
  void interface_thatCannotEmit_isRefusedWithItsMember(String name, String message)
      throws ClassNotFoundException {
    Class<?> wrong = Class.forName(TypedEmitterTest.class.getName() + "$" + name);

    assertThatThrownBy(() -> socket.as(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Not a typed emitter: ")
        .hasMessageContaining(message);
  }

  @Test
  void interface_thatAsks_isNotForBroadcasts() {
    Broadcaster everybody = server.of("/");

    assertThatThrownBy(() -> everybody.as(Asking.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("asks for an acknowledgement, but many clients give many");
  }
}
