package dev.socketee.jakarta.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.engine.Timer.Timeout;
import dev.socketee.jakarta.session.FakeContainer.Habit;
import dev.socketee.jakarta.session.FakeContainer.Session;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** An HTTP session does not time out while it has connections, whatever containers count from. */
class KeepAliveTest {

  private static final int INTERVAL = 60;

  private static FakeConnection connect(FakeContainer container, Session session) {
    return FakeConnection.of(container, HttpSessionPolicy.KEEP_ALIVE, session);
  }

  private static void nothingIsLeft(FakeContainer container) {
    assertThat(container.sessions()).asString().startsWith("HttpSessions[tied=0,");
    assertThat(container.pending()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void connection_keepsTheSession_forAsLongAsItLasts(Habit habit) {
    FakeContainer container = new FakeContainer(habit);
    Session session = container.begin(INTERVAL);
    container.advance(INTERVAL - 1);
    FakeConnection connection = connect(container, session);

    container.advance(100 * INTERVAL);
    assertThat(session.isOpen()).isTrue();

    connection.closes();
    container.advance(INTERVAL - 1);
    assertThat(session.isOpen()).as("as after a request").isTrue();
    container.advance(INTERVAL + 1);
    assertThat(session.isOpen()).isFalse();
    nothingIsLeft(container);
  }

  @ParameterizedTest
  @EnumSource
  void connections_several_keepItUntilTheLastIsGone(Habit habit) {
    FakeContainer container = new FakeContainer(habit);
    Session session = container.begin(INTERVAL);
    FakeConnection first = connect(container, session);
    container.advance(INTERVAL);
    FakeConnection second = connect(container, session);
    first.closes();
    container.advance(10 * INTERVAL);
    assertThat(session.isOpen()).isTrue();

    second.closes();
    container.advance(INTERVAL / 2);
    FakeConnection third = connect(container, session);
    container.advance(10 * INTERVAL);
    assertThat(session.isOpen()).as("again, before the time was over").isTrue();

    third.closes();
    container.advance(2 * INTERVAL + 1);
    assertThat(session.isOpen()).isFalse();
    nothingIsLeft(container);
  }

  @ParameterizedTest
  @EnumSource
  void interval_isGivenBack(Habit habit) {
    FakeContainer container = new FakeContainer(habit);
    Session session = container.begin(INTERVAL);
    FakeConnection connection = connect(container, session);
    container.advance(10 * INTERVAL);
    connection.closes();
    container.advance(INTERVAL - 1);
    session.request();

    container.advance(2);

    assertThat(session.interval()).isEqualTo(INTERVAL);
    assertThat(session.isOpen()).isTrue();
    nothingIsLeft(container);
    container.advance(INTERVAL + 1);
    assertThat(session.isOpen()).isFalse();
  }

  /** The containers tell of a new id when requests can have it already. */
  @ParameterizedTest
  @EnumSource
  void id_changeHeardLate_leavesOneToKeepTheSession(Habit habit) {
    FakeContainer container = new FakeContainer(habit);
    Session session = container.begin(INTERVAL);
    FakeConnection before = connect(container, session);
    container.advance(INTERVAL / 2);
    String old = session.http().getId();
    session.changeIdUnheard("another");
    FakeConnection after = connect(container, session);
    container.settle();
    session.tellOfId(old);

    container.advance(10 * INTERVAL);
    assertThat(session.interval()).isBetween(10 * INTERVAL, 12 * INTERVAL);

    before.closes();
    container.advance(10 * INTERVAL);
    assertThat(session.isOpen()).isTrue();
    after.closes();
    container.settle();
    session.request();
    container.advance(INTERVAL - 1);
    assertThat(session.interval()).isLessThan(22 * INTERVAL);
    container.advance(2);
    assertThat(session.interval()).isEqualTo(INTERVAL);
    nothingIsLeft(container);
  }

  /** Else each of the two would take for the application's time what the other one has set. */
  @ParameterizedTest
  @EnumSource
  void id_changeHeardLate_leavesTheIntervalToTheFirst(Habit habit) {
    FakeContainer container = new FakeContainer(habit);
    Session session = container.begin(INTERVAL);
    FakeConnection before = connect(container, session);
    List<FakeConnection> after = new ArrayList<>();
    String old = session.http().getId();
    int turn = INTERVAL * 1_000 / 3;
    Timeout unused =
        container.schedule(
            Duration.ofMillis(turn - 1),
            () -> {
              session.changeIdUnheard("another");
              after.add(connect(container, session));
            });
    Timeout unusedToo =
        container.schedule(Duration.ofMillis(turn + 1), () -> session.tellOfId(old));
    container.advance(INTERVAL / 2);
    assertThat(after).hasSize(1);

    before.closes();
    after.get(0).closes();
    container.settle();
    session.request();
    container.advance(INTERVAL + 1);

    assertThat(session.interval()).isEqualTo(INTERVAL);
  }

  @Test
  void interval_thatTheApplicationSetsMeanwhile_isRespected() {
    FakeContainer container = new FakeContainer(Habit.LAST_REQUEST);
    Session session = container.begin(INTERVAL);
    FakeConnection connection = connect(container, session);
    container.advance(10 * INTERVAL);
    session.http().setMaxInactiveInterval(20 * INTERVAL);

    container.advance(100 * INTERVAL);
    assertThat(session.isOpen()).isTrue();
    connection.closes();
    container.advance(20 * INTERVAL - 2);
    assertThat(session.isOpen()).isTrue();
    container.advance(20 * INTERVAL);
    assertThat(session.isOpen()).isFalse();
    nothingIsLeft(container);
  }

  @Test
  void interval_thatTheApplicationSetsAtTheEnd_isLeft() {
    FakeContainer container = new FakeContainer(Habit.LAST_SETTING);
    Session session = container.begin(INTERVAL);
    FakeConnection connection = connect(container, session);
    container.advance(1);
    connection.closes();
    container.advance(1);
    session.http().setMaxInactiveInterval(17 * INTERVAL);

    container.advance(INTERVAL);

    assertThat(session.interval()).isEqualTo(17 * INTERVAL);
    nothingIsLeft(container);
  }

  @ParameterizedTest
  @CsvSource({"0", "-1"})
  void session_withoutTimeOut_isLeftAlone(int interval) {
    FakeContainer container = new FakeContainer(Habit.LAST_REQUEST);
    Session session = container.begin(interval);
    FakeConnection connection = connect(container, session);
    container.advance(10 * INTERVAL);
    assertThat(session.interval()).isEqualTo(interval);

    session.http().setMaxInactiveInterval(2 * INTERVAL);
    session.request();
    container.advance(10 * INTERVAL);
    assertThat(session.isOpen()).isTrue();

    session.http().setMaxInactiveInterval(interval);
    container.advance(INTERVAL);
    connection.closes();
    container.advance(0);
    assertThat(session.interval()).isEqualTo(interval);
    nothingIsLeft(container);
  }

  /** Who logs out is out. */
  @Test
  void session_ended_isForgotten() {
    FakeContainer container = new FakeContainer(Habit.LAST_REQUEST);
    Session session = container.begin(INTERVAL);
    FakeConnection connection = connect(container, session);
    container.advance(INTERVAL);

    session.end();
    connection.closes();
    container.advance(INTERVAL);

    assertThat(connection.told()).hasSize(2);
    nothingIsLeft(container);
  }

  @Test
  void session_vanished_isForgotten() {
    FakeContainer container = new FakeContainer(Habit.LAST_REQUEST);
    Session session = container.begin(INTERVAL);
    FakeConnection connection = connect(container, session);
    container.advance(INTERVAL);

    session.vanish();
    container.advance(INTERVAL);
    assertThat(container.pending()).isZero();
    connection.closes();
    container.advance(INTERVAL);
    container.sessions().close();

    nothingIsLeft(container);
  }

  @Test
  void anonymous_keepsTheSession_too() {
    FakeContainer container = new FakeContainer(Habit.LAST_REQUEST);
    Session session = container.begin(INTERVAL);
    HttpSession http = session.http();
    FakeConnection connection =
        FakeConnection.of(container, HttpSessionPolicy.KEEP_ALIVE, http, false);

    container.advance(10 * INTERVAL);

    assertThat(session.isOpen()).isTrue();
    session.end();
    assertThat(connection.told()).isEmpty();
    connection.closes();
    container.settle();
    nothingIsLeft(container);
  }

  @Test
  void application_ends_givesTheIntervalBack() {
    FakeContainer container = new FakeContainer(Habit.LAST_SETTING);
    Session session = container.begin(INTERVAL);
    FakeConnection connection = connect(container, session);
    container.advance(10 * INTERVAL);
    assertThat(session.interval()).isGreaterThan(INTERVAL);

    container.sessions().close();

    assertThat(session.interval()).isEqualTo(INTERVAL);
    connection.closes();
  }
}
