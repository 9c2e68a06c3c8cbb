package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.SocketNamespace;
import dev.socketee.spi.Adapter;
import dev.socketee.spi.SessionCaller;
import dev.socketee.spi.SocketSession;
import dev.socketee.test.ExpectedLogs;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What an adapter keeps of sockets that are away, also if there are more than it may keep. */
class KeptSessionsTest {

  private static final RecoveryOptions OF_TWO =
      new RecoveryOptions(true, Duration.ofMinutes(1), false, 100, 1000, 2);

  private final TestServer server =
      new TestServer(ServerOptions.builder().recovery(OF_TWO).build());
  private final SocketNamespace all = server.of("/");
  private final Adapter adapter = ((LocalNamespace) all).broadcasts().adapter();
  private final String offset = offset();

  /** That of an event. */
  private String offset() {
    FakeEngineSession witness = server.connect();
    all.emit("hello");
    String event = witness.packets().get(0).get(0).text();
    return event.substring(event.lastIndexOf(",\"") + 2, event.length() - 2);
  }

  private static SocketSession session(String pid) {
    return new SocketSession("of " + pid, pid, Set.of(), Map.of());
  }

  private boolean restored(String pid, Consumer<SocketSession> resume) {
    return adapter
        .restoreSession(pid, offset, resume)
        .toCompletableFuture()
        .getNow(Optional.empty())
        .isPresent();
  }

  /** The claimant's connection is lost, too, before it has had an answer. */
  @Test
  void session_lostAgainWhileItIsClaimed_isNotTheOldestAnyMore(ExpectedLogs logs) {
    logs.expect("More sessions of / are to be kept.*");
    adapter.persistSession(session("a"));
    adapter.persistSession(session("b"));
    assertThat(restored("a", claimed -> adapter.persistSession(session("a")))).isTrue();

    adapter.persistSession(session("c"));

    assertThat(restored("b", claimed -> {})).isFalse();
    assertThat(restored("a", claimed -> {})).isTrue();
    assertThat(restored("c", claimed -> {})).isTrue();
  }

  /** It was never the claimant's. */
  @Test
  void session_thatComesBackFromTheWrongClaimant_isAsOldAsBefore(ExpectedLogs logs) {
    logs.expect("More sessions of / are to be kept.*");
    adapter.persistSession(session("a"));
    adapter.persistSession(session("b"));
    assertThat(restored("a", adapter::persistSession)).isTrue();

    adapter.persistSession(session("c"));

    assertThat(restored("a", claimed -> {})).isFalse();
    assertThat(restored("b", claimed -> {})).isTrue();
    assertThat(restored("c", claimed -> {})).isTrue();
  }

  @Test
  void session_ofAnAdapterThatKeepsNoCaller_isOfNobody() {
    SocketSession session = new SocketSession("sid", "pid", Set.of("room"), Map.of());

    assertThat(session.caller()).isEqualTo(SessionCaller.ANONYMOUS);
    assertThat(session.addresses()).containsExactly("room");
    assertThat(session).asString().doesNotContain("sid", "pid");
  }
}
