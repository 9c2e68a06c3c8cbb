package dev.socketee.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.socketee.protocol.engine.EngineFrame;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two requests of a kind at once, and requests that break off. Source: reference 1.2. */
class PollingOverlapTest {

  private static final String UNKNOWN_SID = "{\"code\":1,\"message\":\"Session ID unknown\"}";

  private final EngineFixture engine = new EngineFixture();
  private PollingClient client;

  @BeforeEach
  void connect() {
    client = engine.connectPolling();
  }

  @Test
  void get_whileOneWaits_isRefusedAndEndsTheSession() {
    FakeExchange first = client.get();

    FakeExchange second = client.get();

    second.answers(400, "");
    assertThat(second.response().headers()).isEmpty();
    first.carries("1");
    client.listener().closedBy(CloseReason.TRANSPORT_ERROR, "overlap from client");
    engine.isEmpty();
  }

  @Test
  void get_fromAClientThatAlreadyHasItsAnswer_isNoOverlap() {
    FakeExchange[] next = new FakeExchange[1];
    // The answer is with the client before the engine is back from giving it.
    FakeExchange get = client.request("GET").onRespond(() -> next[0] = client.get());
    engine.handle(get);

    client.session().send(EngineFrame.message("a"));

    get.carries("4a");
    next[0].isWaiting();
    client.listener().isOpen();
    client.session().send(EngineFrame.message("b"));
    next[0].carries("4b");
  }

  @Test
  void post_whileOneArrives_isRefusedAndEndsTheSessionAndTheFirst() {
    FakeExchange get = client.get();
    FakeExchange first = client.beginPost();

    FakeExchange second = client.post("4b");

    second.answers(400, "");
    first.answers(400, "");
    get.carries("1");
    client.listener().received();
    client.listener().closedBy(CloseReason.TRANSPORT_ERROR, "data request overlap from client");
    engine.isEmpty();
  }

  @Test
  void post_fromAClientThatAlreadyHasItsAnswer_isNoOverlap() {
    FakeExchange post =
        client
            .request("POST")
            .withPackets("4a")
            .onRespond(() -> client.post("4b").answers(200, "ok"));

    engine.handle(post);

    post.answers(200, "ok");
    client.listener().received("a", "b");
    client.listener().isOpen();
  }

  @Test
  void get_abortedWhileItWaits_endsTheSession() {
    FakeExchange get = client.get();

    get.abort();

    client.listener().closedBy(CloseReason.TRANSPORT_ERROR, "poll connection closed prematurely");
    client.get().answers(400, UNKNOWN_SID);
    engine.isEmpty();
  }

  @Test
  void get_abortedAfterItsAnswer_meansNothing() {
    FakeExchange get = client.get();
    client.session().send(EngineFrame.message("a"));
    FakeExchange next = client.get();

    get.abort();

    client.listener().isOpen();
    next.isWaiting();
  }

  @Test
  void post_aborted_endsTheSession() {
    FakeExchange get = client.get();
    FakeExchange post = client.beginPost();

    post.abort();

    client
        .listener()
        .closedBy(CloseReason.TRANSPORT_ERROR, "data request connection closed prematurely");
    get.carries("1");
    engine.isEmpty();
  }

  @Test
  void post_bodyArrivesAfterTheSessionEnded_isIgnored() {
    FakeExchange post = client.beginPost();
    client.get();
    client.get();

    post.bodyArrives("4late");

    post.answers(400, "");
    client.listener().received();
    client.listener().closedBy(CloseReason.TRANSPORT_ERROR, "overlap from client");
  }

  @Test
  void post_malformedBodyAfterTheSessionEnded_tellsNobodyTwice() {
    FakeExchange post = client.beginPost();
    client.get().abort();

    post.bodyArrives("x");

    client.listener().closedBy(CloseReason.TRANSPORT_ERROR, "poll connection closed prematurely");
  }

  @Test
  void post_abortedAfterTheSessionEnded_tellsNobodyTwice() {
    FakeExchange post = client.beginPost();
    client.get().abort();

    post.abort();

    client.listener().closedBy(CloseReason.TRANSPORT_ERROR, "poll connection closed prematurely");
  }

  @Test
  void post_sessionEndedByItsListener_isStillAcknowledged() {
    client.listener().onText(text -> client.session().close());
    FakeExchange get = client.get();

    client.post("4bye", "4late").answers(200, "ok");

    client.listener().received("bye");
    client.listener().closedBy(CloseReason.FORCED_CLOSE);
    get.carries("1");
  }

  @Test
  void post_listenerFails_isAnsweredAndEndsTheSession() {
    client
        .listener()
        .onText(
            text -> {
              throw new IllegalStateException("a bug above the engine");
            });
    FakeExchange post = client.beginPost();

    assertThatIllegalStateException().isThrownBy(() -> post.bodyArrives("4a"));

    post.answers(500, "");
    client.listener().closedBy(CloseReason.TRANSPORT_ERROR);
    engine.isEmpty();
  }

  @Test
  void post_listenerFailsWithAnError_isAnsweredAndEndsTheSession() {
    client
        .listener()
        .onText(
            text -> {
              throw new NoClassDefFoundError("dev/example/Missing");
            });
    FakeExchange post = client.beginPost();

    assertThatExceptionOfType(NoClassDefFoundError.class).isThrownBy(() -> post.bodyArrives("4a"));

    post.answers(500, "");
    client.listener().closedBy(CloseReason.TRANSPORT_ERROR);
    engine.isEmpty();
  }
}
