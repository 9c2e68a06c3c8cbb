package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.protocol.engine.EngineFrame;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutletTest {

  private final FakeEngineSession session = new FakeEngineSession(FakeRequest.PLAIN);
  private final Outlet outlet = new Outlet(session, 10, 100);

  private static List<EngineFrame> packet(String text) {
    return List.of(EngineFrame.message(text));
  }

  @Test
  void holding_sendsNothingUntilItOpens() {
    assertThat(outlet.send(packet("1"))).isTrue();
    assertThat(outlet.send(packet("2"))).isTrue();
    assertThat(session.sent()).isEmpty();

    outlet.open();
    outlet.send(packet("3"));

    assertThat(session.sent()).containsExactly("1", "2", "3");
  }

  /** As another thread could, between two of those that were held. */
  @Test
  void sending_whileItOpens_overtakesNothing() {
    outlet.send(packet("1"));
    outlet.send(packet("2"));
    session.onNextSend(
        () -> {
          outlet.send(packet("3"));
          session.onNextSend(() -> outlet.send(packet("4")));
        });

    outlet.open();
    outlet.send(packet("5"));

    assertThat(session.sent()).containsExactly("1", "2", "3", "4", "5");
  }

  @Test
  void closing_dropsWhatIsHeld_andWhatComes() {
    outlet.send(packet("1"));
    outlet.close();
    outlet.open();

    assertThat(outlet.send(packet("2"))).isTrue();
    outlet.sendVolatile(packet("3"));
    assertThat(session.sent()).isEmpty();
  }

  @Test
  void closing_whileItOpens_sendsTheRestOfWhatWasTakenOnly() {
    outlet.send(packet("1"));
    session.onNextSend(
        () -> {
          outlet.send(packet("2"));
          outlet.close();
        });

    outlet.open();

    assertThat(session.sent()).containsExactly("1");
  }

  @Test
  void holding_pastTheLimit_isRefused() {
    for (int i = 0; i < 10; i++) {
      assertThat(outlet.send(packet("x"))).isTrue();
    }
    assertThat(outlet.send(packet("x"))).isFalse();
    assertThat(new Outlet(session, 10, 100).send(packet("x".repeat(99)))).isTrue();
    assertThat(new Outlet(session, 10, 100).send(packet("x".repeat(100)))).isFalse();
  }

  @Test
  void opened_hasNoLimitOfItsOwn() {
    outlet.open();
    for (int i = 0; i < 20; i++) {
      assertThat(outlet.send(packet("x".repeat(100)))).isTrue();
    }

    assertThat(session.sent()).hasSize(20);
  }

  @Test
  void volatilePackets_areSentWhenOpen() {
    outlet.sendVolatile(packet("1"));
    outlet.open();
    outlet.sendVolatile(packet("2"));

    assertThat(session.sent()).containsExactly("2");
  }

  @Test
  void offsets_thatAreReplayed_areNeitherHeldNorSentLater() {
    outlet.enqueue(packet("a"), "1");
    outlet.enqueue(packet("b"), "2");
    outlet.send(packet("unstored"));
    outlet.leaveOut(Set.of("0", "1", "3"));
    outlet.enqueue(packet("late, and replayed"), "3");
    outlet.enqueue(packet("c"), "4");
    outlet.open();
    outlet.enqueue(packet("another"), "0");

    assertThat(session.sent()).containsExactly("b", "unstored", "c", "another");
  }

  @Test
  void offsets_thatAreReplayed_areLeftOutOfWhatComesLaterToo() {
    outlet.leaveOut(Set.of("1"));
    outlet.open();

    outlet.enqueue(packet("a"), "1");
    outlet.enqueue(packet("b"), "2");

    assertThat(session.sent()).containsExactly("b");
  }

  @Test
  void enqueued_pastTheLimit_isNoticedWhenItIsToBeWritten() {
    for (int i = 0; i < 10; i++) {
      outlet.enqueue(packet("x"), "" + i);
    }
    assertThat(outlet.writeQueued(packet("x"), false)).isTrue();

    outlet.enqueue(packet("one more"), "10");

    assertThat(outlet.writeQueued(packet("one more"), false)).isFalse();
  }

  @Test
  void packet_isWrittenOnlyIfItWasQueued() {
    List<EngineFrame> held = packet("held");
    boolean heldQueued = outlet.enqueue(held, "1");
    outlet.leaveOut(Set.of("2"));
    outlet.open();
    assertThat(outlet.writeQueued(held, heldQueued)).isTrue();
    assertThat(outlet.writeQueued(packet("b"), outlet.enqueue(packet("b"), "2"))).isTrue();
    assertThat(session.written()).isEmpty();

    List<EngineFrame> queued = packet("c");
    assertThat(outlet.writeQueued(queued, outlet.enqueue(queued, "3"))).isTrue();
    assertThat(session.written()).containsExactly(queued);

    outlet.close();
    assertThat(outlet.enqueue(packet("d"), "4")).isFalse();
  }
}
