package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.socketee.ConversionException;
import dev.socketee.RemoteSocket;
import dev.socketee.ServerAcks;
import dev.socketee.SocketNamespace;
import dev.socketee.spi.Adapter;
import dev.socketee.spi.Emission;
import dev.socketee.spi.LocalSockets;
import dev.socketee.spi.MissedEvent;
import dev.socketee.test.ExpectedLogs;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an adapter must not answer, and what becomes of it. */
class AdapterMistakesTest {

  private static final MissedEvent NO_EVENT = null;

  static Stream<Arguments> missedEvents() {
    MissedEvent noArray = new MissedEvent(new Emission("", List.of()), "offset");
    return Stream.of(
        arguments("no stage", null),
        arguments("null", CompletableFuture.completedFuture(null)),
        arguments(
            "a null event",
            CompletableFuture.completedFuture(Optional.of(Arrays.asList(NO_EVENT)))),
        arguments("no array", CompletableFuture.completedFuture(Optional.of(List.of(noArray)))));
  }

  /** An adapter that answers what a test has it answer. */
  private static Adapter wrong(
      LocalSockets local,
      CompletionStage<Optional<List<MissedEvent>>> missed,
      CompletionStage<List<RemoteSocket>> sockets,
      CompletionStage<ServerAcks> acks) {
    Adapter right = new InMemoryAdapter(local);
    return (Adapter)
        Proxy.newProxyInstance(
            Adapter.class.getClassLoader(),
            new Class<?>[] {Adapter.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "restoreSession" -> missed;
                  case "fetchSockets" -> sockets;
                  case "serverSideEmitWithAck" -> acks;
                  case "close" -> null;
                  default -> method.invoke(right, arguments);
                });
  }

  private static TestServer server(
      CompletionStage<Optional<List<MissedEvent>>> missed,
      CompletionStage<List<RemoteSocket>> sockets,
      CompletionStage<ServerAcks> acks) {
    return new TestServer(
        ServerOptions.builder()
            .recovery(RecoveryOptions.OFF.on())
            .adapter(local -> wrong(local, missed, sockets, acks))
            .build());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("missedEvents")
  void missedEvents_thatCannotBe_haveTheClientBeginAnew(
      String what, CompletionStage<Optional<List<MissedEvent>>> missed, ExpectedLogs logs) {
    logs.expect("A session of / could not be restored");
    TestServer server = server(missed, null, null);
    FakeEngineSession session = server.open();

    session.text("0{\"pid\":\"a\",\"offset\":\"b\"}");
    server.executor.run();

    assertThat(session.sent()).singleElement().asString().startsWith("0{\"sid\"");
    assertThat(server.of("/").connectedSockets()).hasSize(1);
  }

  @Test
  void answers_thatAreNone_failClearly() {
    SocketNamespace all = server(null, null, null).of("/");

    fails(all.fetchSockets());
    fails(all.serverSideEmitWithAck("x"));
  }

  @Test
  void answers_thatAreNull_failClearly() {
    SocketNamespace all =
        server(
                null,
                CompletableFuture.completedFuture(null),
                CompletableFuture.completedFuture(null))
            .of("/");

    fails(all.fetchSockets());
    fails(all.serverSideEmitWithAck("x"));
  }

  @Test
  void answers_thatAreNullLater_failClearly() {
    CompletableFuture<List<RemoteSocket>> sockets = new CompletableFuture<>();
    CompletableFuture<ServerAcks> acks = new CompletableFuture<>();
    TestServer server = server(null, sockets, acks);
    CompletionStage<List<RemoteSocket>> fetched = server.of("/").fetchSockets();
    CompletionStage<ServerAcks> answered = server.of("/").serverSideEmitWithAck("x");

    sockets.complete(null);
    acks.complete(null);
    server.executor.run();

    fails(fetched);
    fails(answered);
  }

  @Test
  void close_thatAnswersNothing_endsTheServerAllTheSame(ExpectedLogs logs) {
    logs.expect("The adapter of / was not closed.*a mistake");

    assertThat(server(null, null, null).io.close().toCompletableFuture()).isCompleted();
  }

  @ParameterizedTest
  @ValueSource(classes = {IllegalStateException.class, NoClassDefFoundError.class})
  void close_thatThrows_endsTheServerAllTheSame(
      Class<? extends Throwable> failure, ExpectedLogs logs) {
    logs.expect("The adapter of / was not closed.*" + failure.getSimpleName());
    logs.expect("The adapter of /chat was not closed.*" + failure.getSimpleName());
    TestServer server =
        new TestServer(ServerOptions.builder().adapter(local -> throwing(local, failure)).build());
    server.of("/chat");

    assertThat(server.io.close().toCompletableFuture()).isCompleted();
  }

  private static Adapter throwing(LocalSockets local, Class<? extends Throwable> failure) {
    Adapter right = new InMemoryAdapter(local);
    return (Adapter)
        Proxy.newProxyInstance(
            Adapter.class.getClassLoader(),
            new Class<?>[] {Adapter.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                throw failure.getConstructor().newInstance();
              }
              return method.invoke(right, arguments);
            });
  }

  private static void fails(CompletionStage<?> stage) {
    CompletableFuture<?> future = stage.toCompletableFuture();
    assertThat(future).isDone();
    assertThatThrownBy(future::join)
        .hasRootCauseInstanceOf(IllegalStateException.class)
        .rootCause()
        .hasMessageContaining("a mistake");
  }

  /** Their names may be those of the client. */
  @Test
  void complaints_areNewsUpToALimit(ExpectedLogs logs) {
    LocalNamespace namespace = (LocalNamespace) new TestServer().of("/");
    logs.expect("\"e998\" of / was not delivered");
    logs.expect("\"k\" in the data of a socket of / is not told");
    logs.allow("\"e\\d{1,3}\" of / was not delivered");

    namespace.untold("k", new IllegalArgumentException("no"));
    for (int i = 0; i < 1100; i++) {
      namespace.complain("e" + i, new ConversionException("no", new IllegalArgumentException()));
    }
    namespace.complain("e1", new ConversionException("no", new IllegalArgumentException()));
  }
}
