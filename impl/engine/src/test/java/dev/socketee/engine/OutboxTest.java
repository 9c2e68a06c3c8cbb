package dev.socketee.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.protocol.engine.EngineFrame;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The queue of one client and its two limits. Source: design, rule 2 (one writer per connection).
 */
class OutboxTest {

  private static final EngineFrame A = EngineFrame.message("a");
  private static final EngineFrame B = EngineFrame.binary(new byte[] {1, 2, 3});

  @Test
  void new_isEmpty() {
    Outbox outbox = new Outbox(2, 100);

    assertThat(outbox.isEmpty()).isTrue();
    assertThat(outbox.poll()).isNull();
    assertThat(outbox.drain()).isEmpty();
    assertThat(outbox).hasToString("0 packets, 0 bytes");
  }

  @Test
  void add_upToTheNumberOfPackets_fits() {
    Outbox outbox = new Outbox(2, 100);

    assertThat(outbox.add(A)).isTrue();
    assertThat(outbox.add(A)).isTrue();
    assertThat(outbox.add(A)).isFalse();
  }

  @Test
  void add_upToTheNumberOfBytes_fits() {
    Outbox outbox = new Outbox(100, 5);

    assertThat(outbox.add(A)).as("2 bytes with its digit").isTrue();
    assertThat(outbox.add(B)).as("3 bytes more").isTrue();
    assertThat(outbox.add(A)).isFalse();
  }

  @Test
  void add_textBeyondAscii_countsItsUtf8() {
    Outbox outbox = new Outbox(100, 1000);

    outbox.add(EngineFrame.message("€"));

    assertThat(outbox).hasToString("1 packets, 4 bytes");
  }

  @Test
  void poll_returnsInOrderAndMakesRoom() {
    Outbox outbox = new Outbox(2, 5);
    outbox.add(A);
    outbox.add(B);

    assertThat(outbox.poll()).isSameAs(A);
    assertThat(outbox.add(A)).isTrue();
    assertThat(outbox.poll()).isSameAs(B);
    assertThat(outbox.poll()).isSameAs(A);
    assertThat(outbox.isEmpty()).isTrue();
    assertThat(outbox).hasToString("0 packets, 0 bytes");
  }

  @Test
  void drain_returnsAllInOrderAndMakesRoom() {
    Outbox outbox = new Outbox(2, 5);
    outbox.add(A);
    outbox.add(B);

    assertThat(outbox.drain()).containsExactly(A, B);
    assertThat(outbox.isEmpty()).isTrue();
    assertThat(outbox.add(B)).isTrue();
    assertThat(outbox).hasToString("1 packets, 3 bytes");
  }

  @Test
  void clear_forgetsAllAndMakesRoom() {
    Outbox outbox = new Outbox(1, 5);
    outbox.add(A);

    outbox.clear();

    assertThat(outbox.isEmpty()).isTrue();
    assertThat(outbox.add(B)).isTrue();
  }

  @Test
  void poll_afterABurst_leavesAnOrdinaryQueue() {
    Outbox outbox = new Outbox(10_000, 100_000);
    IntStream.range(0, 5_000).forEach(i -> outbox.add(A));
    IntStream.range(0, 5_000).forEach(i -> outbox.poll());

    assertThat(outbox.isEmpty()).isTrue();
    assertThat(outbox.poll()).isNull();
    assertThat(outbox.add(B)).isTrue();
    assertThat(outbox.poll()).isSameAs(B);
  }

  @Test
  void addAll_thatFits_addsAll() {
    Outbox outbox = new Outbox(3, 7);
    outbox.add(A);

    assertThat(outbox.addAll(List.of(B, A))).isTrue();
    assertThat(outbox.drain()).containsExactly(A, B, A);
  }

  @Test
  void addAll_tooManyPackets_addsNone() {
    Outbox outbox = new Outbox(2, 100);
    outbox.add(A);

    assertThat(outbox.addAll(List.of(B, A))).isFalse();
    assertThat(outbox.drain()).containsExactly(A);
  }

  @Test
  void addAll_tooManyBytes_addsNone() {
    Outbox outbox = new Outbox(100, 6);
    outbox.add(A);

    assertThat(outbox.addAll(List.of(B, A))).isFalse();
    assertThat(outbox.drain()).containsExactly(A);
  }
}
