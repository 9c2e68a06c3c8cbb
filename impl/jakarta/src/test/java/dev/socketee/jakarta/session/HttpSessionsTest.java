package dev.socketee.jakarta.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.jakarta.session.FakeContainer.Habit;
import dev.socketee.jakarta.session.FakeContainer.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections end with the HTTP session of their caller. */
class HttpSessionsTest {

  private static final String REVOKED = "revoked: the HTTP session has ended";

  private final FakeContainer container = new FakeContainer(Habit.LAST_REQUEST);
  private final Session session = container.begin(1_800);

  @AfterEach
  void nothingIsLeft() {
    container.advance(2 * 1_800 + 1);
    assertThat(container.sessions()).asString().startsWith("HttpSessions[tied=0,");
    assertThat(container.pending()).isZero();
  }

  private FakeConnection connect(HttpSessionPolicy policy) {
    return FakeConnection.of(container, policy, session);
  }

  @ParameterizedTest
  @EnumSource(
      value = HttpSessionPolicy.class,
      names = {"CLOSE", "KEEP_ALIVE"})
  void end_ofTheSession_endsAllConnectionsOfItsCaller(HttpSessionPolicy policy) {
    FakeConnection one = connect(policy);
    FakeConnection two = connect(policy);
    FakeConnection other = FakeConnection.of(container, policy, container.begin(3_600));

    session.end();

    assertThat(one.told()).containsExactly(REVOKED);
    assertThat(two.told()).containsExactly(REVOKED);
    assertThat(other.told()).isEmpty();
    one.closes();
    two.closes();
    other.closes();
  }

  @Test
  void end_ofTheSession_isNothingToThoseThatAreKept() {
    FakeConnection kept = connect(HttpSessionPolicy.KEEP);

    session.end();

    assertThat(kept.told()).isEmpty();
    assertThat(container.sessions()).asString().startsWith("HttpSessions[tied=0,");
  }

  @ParameterizedTest
  @EnumSource
  void end_ofTheSession_isNothingToAnonymousOnes(HttpSessionPolicy policy) {
    FakeConnection anonymous = FakeConnection.of(container, policy, session.http(), false);

    session.end();

    assertThat(anonymous.told()).isEmpty();
    anonymous.closes();
  }

  @ParameterizedTest
  @EnumSource
  void withoutASession_nothingIsTied(HttpSessionPolicy policy) {
    FakeConnection alone = FakeConnection.alone(container, policy);

    session.end();

    assertThat(alone.told()).isEmpty();
  }

  @Test
  void timeOut_endsConnections() {
    FakeConnection connection = connect(HttpSessionPolicy.CLOSE);

    container.advance(1_799);
    assertThat(connection.told()).isEmpty();
    container.advance(1);
    assertThat(connection.told()).containsExactly(REVOKED);
    connection.closes();
  }

  @Test
  void id_changed_theSessionIsTheSame() {
    FakeConnection before = connect(HttpSessionPolicy.CLOSE);
    session.changeId("another");
    FakeConnection after = connect(HttpSessionPolicy.CLOSE);
    session.changeId("yet another");

    session.end();

    assertThat(before.told()).containsExactly(REVOKED);
    assertThat(after.told()).containsExactly(REVOKED);
    before.closes();
    after.closes();
  }

  @Test
  void id_changedDuringTheHandshake_isNotice() {
    session.onNextId(() -> session.changeId("another"));
    FakeConnection connection = connect(HttpSessionPolicy.CLOSE);

    session.end();

    assertThat(connection.told()).containsExactly(REVOKED);
    connection.closes();
  }

  @Test
  void id_changeHeardLate_joinsThoseOfBothIds() {
    FakeConnection before = connect(HttpSessionPolicy.KEEP_ALIVE);
    Session sameWithNewId = container.begin(1_800);
    FakeConnection after =
        FakeConnection.of(container, HttpSessionPolicy.KEEP_ALIVE, sameWithNewId);
    container.settle();
    session.changeId(sameWithNewId.http().getId());

    session.end();

    assertThat(before.told()).containsExactly(REVOKED);
    assertThat(after.told()).containsExactly(REVOKED);
    before.closes();
    after.closes();
  }

  @Test
  void session_thatFails_isNotTied_andTheServerIsToldOfTheEnd() {
    List<String> told = new ArrayList<>();
    Runnable failure =
        () -> {
          throw new IllegalArgumentException("no store");
        };
    session.onNextId(() -> session.onNextId(failure)); // when it is entered

    assertThatThrownBy(() -> FakeConnection.telling(container, session, told))
        .hasMessage("no store");

    assertThat(told)
        .containsExactly(
            "TRANSPORT_ERROR: not tied to its HTTP session:"
                + " java.lang.IllegalArgumentException: no store");
    assertThat(container.sessions()).asString().startsWith("HttpSessions[tied=0,");
  }

  /** Containers tell of the end before they let anybody see it. */
  @Test
  void end_duringTheHandshake_isNoticed() {
    session.onNextId(session::end);
    FakeConnection told = connect(HttpSessionPolicy.CLOSE);
    assertThat(told.told()).containsExactly(REVOKED);
    told.closes();

    FakeConnection known = connect(HttpSessionPolicy.CLOSE);
    assertThat(known.told()).containsExactly(REVOKED);
    known.closes();
  }

  @Test
  void end_thatNobodyTold_isNoticedAtTheHandshake() {
    session.vanish();

    FakeConnection connection = connect(HttpSessionPolicy.CLOSE);

    assertThat(connection.told()).containsExactly(REVOKED);
    connection.closes();
  }

  @Test
  void ends_many_areNotRememberedForEver() {
    IntStream.range(0, 1_000).forEach(i -> container.begin(1).end());
    assertThat(container.sessions()).hasToString("HttpSessions[tied=0, ended=1000]");

    session.end();

    assertThat(container.sessions()).hasToString("HttpSessions[tied=0, ended=1000]");
  }

  /** Undertow does so while another application has a session of that id. */
  @Test
  void id_ofASessionThatHasEnded_canBeGivenAgain() {
    session.end();
    Session again = container.begin(1_800, session.http().getId());
    FakeConnection connection = FakeConnection.of(container, HttpSessionPolicy.CLOSE, again);
    assertThat(connection.told()).isEmpty();

    again.end();

    assertThat(connection.told()).containsExactly(REVOKED);
    connection.closes();
  }

  /** Whoever is disconnected then is to know why. */
  @Test
  void end_withTheApplication_isNoLogOut() {
    FakeConnection connection = connect(HttpSessionPolicy.KEEP_ALIVE);
    container.settle();
    container.sessions().applicationEnds();

    session.end();

    assertThat(connection.told()).isEmpty();
    connection.closes();
  }

  @Test
  void connection_over_isNotTied() {
    FakeConnection connection = connect(HttpSessionPolicy.CLOSE);
    connection.says("hello");

    connection.closes();
    session.end();

    assertThat(connection.told())
        .containsExactly("hello by polling", "binary by websocket", "TRANSPORT_CLOSE: gone");
    assertThat(container.sessions()).asString().startsWith("HttpSessions[tied=0,");
  }

  /** What keeps a handshake, as an application may, does not keep the session. */
  @Test
  void capture_isTakenOnce() {
    CapturedSession captured = new CapturedSession(session.http(), true);

    assertThat(captured.take()).isPresent();
    assertThat(captured.take()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void policy_hasAWord(HttpSessionPolicy policy) {
    assertThat(HttpSessionPolicy.of(policy.text())).hasValue(policy);
    assertThat(policy.text()).matches("close|keep|keep-alive");
    assertThat(HttpSessionPolicy.of("kept")).isEmpty();
  }
}
