package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.BroadcastAcks;
import dev.socketee.ParentNamespace;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What is made of several answers, where no thread of the pool is free. */
class DerivedTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final StepExecutor busy = new StepExecutor();

  private Promise<String> promise() {
    Promise<String> promise = new Promise<>(busy);
    promise.whenOver(() -> {});
    return promise;
  }

  @Test
  void wait_needsNoThreadOfThePool() {
    Promise<String> one = promise();
    Promise<String> other = promise();
    Derived<String, String> both = Derived.of(List.of(one, other), all -> String.join(" ", all));

    one.settle("a");
    other.settle("b");

    assertThat(both).isNotDone();
    assertThat(both).succeedsWithin(PATIENCE).isEqualTo("a b");
    assertThat(both.join()).isEqualTo("a b");
  }

  @Test
  void failure_ofOne_isThatOfAll_withoutWrapping() {
    Promise<String> one = promise();
    Promise<String> other = promise();
    Derived<String, String> both = Derived.of(List.of(one, other), all -> "");

    one.fail(new IllegalStateException("a"));
    other.settle("b");

    assertThat(both)
        .failsWithin(PATIENCE)
        .withThrowableOfType(java.util.concurrent.ExecutionException.class)
        .withCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void time_thatIsOver_isOverOnce() {
    Derived<String, String> never = Derived.of(List.of(promise(), promise()), all -> "");

    Assertions.assertThatThrownBy(() -> never.get(1, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
  }

  @Test
  void acknowledgements_ofAllChildren_areThereWithoutAThread() {
    TestServer server = new TestServer();
    ParentNamespace parent = server.io.of(Pattern.compile("/dyn-\\d"));
    FakeEngineSession session = server.open();
    server.of("/dyn-1");
    server.of("/dyn-2");
    server.join(session, "/dyn-1");
    server.join(session, "/dyn-2");

    CompletableFuture<BroadcastAcks> acks =
        parent.timeout(Duration.ofSeconds(1)).emitWithAck("ask").toCompletableFuture();
    session.text("3/dyn-1,0[1]");
    session.text("3/dyn-2,0[2]");

    assertThat(acks).succeedsWithin(PATIENCE).matches(BroadcastAcks::complete);
  }
}
