package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.Broadcaster;
import dev.socketee.Socket;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Times that no timer can count, which takes nanoseconds. */
class WaitsTest {

  private static final Duration FOR_EVER = Duration.ofSeconds(Long.MAX_VALUE);

  private final TestServer server = new TestServer();
  private final FakeEngineSession session = server.open();
  private final Socket socket = server.join(session, "/");

  @Test
  void bounded_isTheSame_upToTheLongest() {
    assertThat(Waits.bounded(Waits.LONGEST)).isEqualTo(Waits.LONGEST);
    assertThat(Waits.bounded(Waits.LONGEST.plusNanos(1))).isEqualTo(Waits.LONGEST);
    assertThat(Waits.bounded(Duration.ofDays(36_499))).isEqualTo(Duration.ofDays(36_499));
    assertThat(Waits.LONGEST.toNanos()).isLessThan(Long.MAX_VALUE / 2);
  }

  @Test
  void timeout_ofASocket_mayBeForEver() {
    var answer = socket.timeout(FOR_EVER).emitWithAck("x").toCompletableFuture();

    server.timer.advance(Waits.LONGEST.minusNanos(1));
    assertThat(answer).isNotDone();
    assertThat(session.sent()).containsExactly("20[\"x\"]");
  }

  @Test
  void timeout_ofABroadcast_mayBeForEver() {
    Broadcaster parent = server.io.of(Pattern.compile("/dyn")).timeout(FOR_EVER);
    var children = parent.emitWithAck("x").toCompletableFuture();
    var all = server.of("/").timeout(FOR_EVER).emitWithAck("x").toCompletableFuture();

    assertThat(children).isDone();
    assertThat(all).isNotDone();
    session.text("30[]");
    server.executor.run();
    assertThat(all).isDone();
  }

  @Test
  void timeout_ofOtherServers_mayBeForEver() {
    assertThat(server.of("/").serverSideEmitWithAck(FOR_EVER, "x").toCompletableFuture())
        .isCompleted();
  }

  @Test
  void schedule_ofAnAdapter_mayBeForEver() {
    int before = server.timer.pending();
    Runnable cancel = ((LocalNamespace) server.of("/")).sockets().schedule(FOR_EVER, () -> {});

    assertThat(server.timer.pending()).isEqualTo(before + 1);
    cancel.run();
    assertThat(server.timer.pending()).isEqualTo(before);
  }

  @Test
  void drain_mayTakeForEver() {
    server.io.carriedBy(
        new Carrier() {
          @Override
          public String path() {
            return "/socket.io";
          }

          @Override
          public void drain() {}

          @Override
          public void close() {}
        });

    assertThat(server.io.drain(FOR_EVER).toCompletableFuture()).isNotDone();
    assertThat(session.sent())
        .containsExactly("2[\"server_draining\"," + Waits.LONGEST.toMillis() + "]");
    socket.disconnect(true);
  }

  @Test
  void timeout_thatIsNotPositive_isRefused() {
    for (Duration time : new Duration[] {Duration.ZERO, Duration.ofNanos(-1)}) {
      assertThatThrownBy(() -> Waits.timeout(time))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("must be positive");
    }
  }
}
