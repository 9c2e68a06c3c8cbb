package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Socket;
import dev.socketee.SocketNamespace;
import dev.socketee.engine.CloseReason;
import dev.socketee.test.ExpectedLogs;
import java.security.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A session is given back to the caller that it was lost by, and to nobody else. */
class RecoveredCallerTest {

  private static final Pattern CONNECT =
      Pattern.compile("0\\{\"sid\":\"(#|[\\w-]{20})\",\"pid\":\"([\\w-]{20})\"}");
  private static final int ROUNDS = 300;
  private static final Principal ANN = () -> "ann";
  private static final Principal BOB = () -> "bob";

  private final List<Socket> failed = new ArrayList<>();
  private TestServer server;
  private SocketNamespace all;

  @BeforeEach
  void start() {
    start(RecoveryOptions.OFF.on());
  }

  private void start(RecoveryOptions options) {
    server = new TestServer(ServerOptions.builder().recovery(options).build());
    all = server.of("/");
    all.onRecoveryFailed(failed::add);
  }

  private static FakeRequest by(String name) {
    return name == null ? FakeRequest.PLAIN : FakeRequest.PLAIN.by(() -> name);
  }

  /** A client in the room {@code room}, with data and an offset. */
  private final class Client {
    private FakeEngineSession session;
    private Socket socket;
    private String pid = "";
    private String offset = "";

    Client(FakeRequest handshake) {
      connect(handshake, "0");
      socket.join("room");
      socket.data().put("key", "value");
      socket.emit("hello");
      hear();
    }

    private List<String> connect(FakeRequest handshake, String packet) {
      List<Socket> before = List.copyOf(all.connectedSockets());
      session = server.open(handshake);
      session.text(packet);
      server.executor.run();
      List<Socket> after = new ArrayList<>(all.connectedSockets());
      after.removeAll(before);
      socket = after.get(0);
      return hear();
    }

    List<String> hear() {
      List<String> heard = new ArrayList<>();
      for (String text : session.sent()) {
        Matcher connect = CONNECT.matcher(text);
        Matcher event = Pattern.compile("2\\[\"(\\w+)\",\"([\\w.-]{7,11})\"]").matcher(text);
        if (connect.matches()) {
          pid = connect.group(2);
          heard.add("CONNECT");
        } else if (event.matches()) {
          offset = event.group(2);
          heard.add(event.group(1));
        } else {
          heard.add(text);
        }
      }
      return heard;
    }

    Client lose() {
      session.end(CloseReason.TRANSPORT_ERROR, null);
      server.executor.run();
      return this;
    }

    /** Comes back by another handshake, with what it remembers. */
    List<String> comeBack(FakeRequest handshake) {
      return connect(handshake, claim());
    }

    private String claim() {
      return "0{\"pid\":\"" + pid + "\",\"offset\":\"" + offset + "\"}";
    }

    void isRecovered() {
      assertThat(socket.recovered()).isTrue();
      assertThat(socket.rooms()).contains("room");
      assertThat(socket.data()).containsEntry("key", "value");
      assertThat(failed).isEmpty();
    }

    void isNew() {
      assertThat(socket.recovered()).isFalse();
      assertThat(socket.rooms()).containsExactly(socket.id());
      assertThat(socket.data()).isEmpty();
      assertThat(failed).containsExactly(socket);
      failed.clear();
    }
  }

  @Test
  void sameCaller_goesOn_withWhatTheUserHasMissed() {
    Client phone = new Client(by("ann"));
    phone.lose();
    all.toUser("ann").emit("one");
    all.toUser("bob").emit("not");
    all.exceptUser("ann").emit("not");
    all.exceptUser("bob").emit("two");

    assertThat(phone.comeBack(by("ann"))).containsExactly("one", "two", "CONNECT");
    phone.isRecovered();
    all.toUser("ann").emit("three");
    assertThat(phone.hear()).containsExactly("three");
    assertThat(all.users()).containsExactly("ann");
  }

  @ParameterizedTest
  @CsvSource({"ann,bob", "ann,", ",bob"})
  void otherCaller_begins_anew_andTheSessionStays(String before, String claimant) {
    Client phone = new Client(by(before));
    phone.lose();
    all.to("room").emit("missed");
    String pid = phone.pid;
    String offset = phone.offset;

    assertThat(phone.comeBack(by(claimant))).containsExactly("CONNECT");
    phone.isNew();
    assertThat(phone.pid).isNotEqualTo(pid);
    all.to("room").emit("later");
    assertThat(phone.hear()).isEmpty();

    phone.pid = pid;
    phone.offset = offset;
    assertThat(phone.comeBack(by(before))).containsExactly("missed", "later", "CONNECT");
    phone.isRecovered();
  }

  @Test
  void otherCaller_doesNotProlongTheSession() {
    Client phone = new Client(by("ann"));
    phone.lose();
    String pid = phone.pid;
    String offset = phone.offset;
    server.timer.advance(Duration.ofSeconds(100));
    phone.comeBack(by("bob"));
    phone.isNew();
    server.timer.advance(Duration.ofSeconds(30));
    all.emit("later");

    phone.pid = pid;
    phone.offset = offset;
    phone.comeBack(by("ann"));

    phone.isNew();
  }

  @Test
  void otherCaller_doesNotMakeTheSessionOneOfTheYoungest(ExpectedLogs logs) {
    logs.expect("More sessions of / are to be kept for recovery than allowed");
    start(new RecoveryOptions(true, Duration.ofMinutes(1), true, 100, 10_000, 2));
    Client first = new Client(by("ann"));
    Client second = new Client(by("ann"));
    Client third = new Client(by("ann"));
    first.lose();
    second.lose();
    String pid = first.pid;
    String offset = first.offset;
    first.comeBack(by("bob"));
    first.isNew();
    third.lose();

    second.comeBack(by("ann"));
    second.isRecovered();
    first.pid = pid;
    first.offset = offset;
    first.comeBack(by("ann"));
    first.isNew();
  }

  /** Before the end of the old connection has been noticed, it is not ended by anybody else. */
  @Test
  void otherCaller_doesNotEndTheConnection() {
    Client phone = new Client(by("ann"));
    FakeEngineSession first = phone.session;
    Socket socket = phone.socket;

    phone.comeBack(by("bob"));

    phone.isNew();
    assertThat(first.closing()).isFalse();
    assertThat(socket.connected()).isTrue();
    assertThat(socket.principal()).map(Principal::getName).hasValue("ann");
  }

  @Test
  void sameCaller_endsTheConnection() {
    Client phone = new Client(by("ann"));
    FakeEngineSession first = phone.session;

    phone.comeBack(by("ann"));

    phone.isRecovered();
    assertThat(first.closing()).isTrue();
  }

  // ---- callers that the application has identified

  @Test
  void identified_comesBackAsWhoItWas() {
    start(new RecoveryOptions(true, Duration.ofMinutes(1), true, 100, 10_000, 10));
    all.use(socket -> socket.identify(ANN, Set.of("editor")));
    Client phone = new Client(by("gateway"));
    phone.lose();
    all.toUser("ann").emit("one");
    all.toUser("gateway").emit("not");

    assertThat(phone.comeBack(by("gateway"))).containsExactly("one", "CONNECT");

    phone.isRecovered();
    assertThat(phone.socket.principal()).containsSame(ANN);
    assertThat(phone.socket.isUserInRole("editor")).isTrue();
    assertThat(all.users()).containsExactly("ann");
  }

  @Test
  void identified_asTheSameAgain_goesOn_withTheRolesThatItHasNow() {
    List<String> roles = new ArrayList<>(List.of("editor"));
    all.use(socket -> socket.identify(() -> "ann", roles));
    Client phone = new Client(by(null));
    phone.lose();
    roles.set(0, "reader");

    phone.comeBack(by(null));

    phone.isRecovered();
    assertThat(phone.socket.isUserInRole("reader")).isTrue();
    assertThat(phone.socket.isUserInRole("editor")).isFalse();
  }

  @Test
  void identified_asSomebodyElse_beginsAnew() {
    Principal[] next = {ANN};
    all.use(socket -> socket.identify(next[0], Set.of()));
    all.use(socket -> socket.emit("seen"));
    Client phone = new Client(by(null));
    Socket before = phone.socket;
    phone.lose();
    all.to("room").emit("secret");
    all.toUser("ann").emit("secret");
    next[0] = BOB;

    assertThat(phone.comeBack(by(null))).containsExactly("CONNECT", "2[\"seen\"]");

    phone.isNew();
    assertThat(phone.socket.id()).isNotEqualTo(before.id());
    assertThat(all.users()).containsExactly("bob");
    all.to("room").toUser("ann").emit("secret");
    all.to(before.id()).emit("secret");
    assertThat(phone.hear()).isEmpty();
    all.toUser("bob").emit("news");
    assertThat(phone.hear()).containsExactly("news");
  }

  @Test
  void identified_whoWasNobody_beginsAnew() {
    boolean[] known = {false};
    all.use(
        socket -> {
          if (known[0]) {
            socket.identify(BOB, Set.of());
          }
        });
    Client phone = new Client(by(null));
    phone.lose();
    known[0] = true;

    phone.comeBack(by(null));

    phone.isNew();
  }

  /** What is held for a returning client is not for another one. */
  @Test
  void identified_asSomebodyElse_hearsNothingThatWasHeld() {
    Principal[] next = {ANN};
    all.use(
        socket -> {
          all.to("room").emit("secret");
          all.toUser("ann").emit("secret");
          socket.identify(next[0], Set.of());
        });
    Client phone = new Client(by(null));
    phone.lose();
    next[0] = BOB;

    assertThat(phone.comeBack(by(null))).containsExactly("CONNECT");
    phone.isNew();
  }

  /** The session of the one is never that of the other, whatever comes first. */
  @Test
  void identified_asSomebodyElse_whileTheConnectionEnds_leavesNothingToThatOne() throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    Principal[] next = {null};
    all.use(
        socket -> {
          if (next[0] == BOB) {
            start.await();
          }
          if (next[0] != null) {
            socket.identify(next[0], Set.of());
          }
        });
    for (int i = 0; i < ROUNDS; i++) {
      next[0] = ANN;
      Client phone = new Client(by(null)).lose();
      next[0] = BOB;
      FakeEngineSession again = server.open(by(null));
      again.text(phone.claim());
      Thread ending = racing(start, () -> again.end(CloseReason.TRANSPORT_ERROR, null));
      server.executor.run();
      ending.join();
      server.executor.run();
      next[0] = null;

      phone.comeBack(by(null));

      assertThat(phone.socket.principal()).isNotEqualTo(Optional.of(BOB));
      phone.lose();
    }
  }

  /** Either it is too late for that, or the socket is a new one, whom everything reaches. */
  @Test
  void identified_asSomebodyElse_whileTheConnectIsAccepted_isOneOrTheOther() throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    boolean[] racing = {false};
    boolean[] identified = {false};
    Thread[] other = {null};
    all.use(
        socket -> {
          if (racing[0]) {
            other[0] =
                racing(
                    start,
                    () -> {
                      try {
                        socket.identify(BOB, Set.of());
                        identified[0] = true;
                      } catch (IllegalStateException e) {
                        identified[0] = false;
                      }
                    });
            start.await();
          } else {
            socket.identify(ANN, Set.of());
          }
        });
    for (int i = 0; i < ROUNDS; i++) {
      racing[0] = false;
      Client phone = new Client(by(null)).lose();
      all.to("room").emit("secret");
      racing[0] = true;

      List<String> heard = phone.comeBack(by(null));
      other[0].join();

      if (identified[0]) {
        assertThat(heard).containsExactly("CONNECT");
        phone.isNew();
        assertThat(all.users()).containsExactly("bob");
      } else {
        assertThat(heard).containsExactly("secret", "CONNECT");
        phone.isRecovered();
        assertThat(all.users()).containsExactly("ann");
      }
      all.to(phone.socket.id()).emit("news");
      assertThat(phone.hear()).containsExactly("news");
      phone.lose();
    }
  }

  private static Thread racing(CyclicBarrier start, Runnable action) {
    Thread thread =
        new Thread(
            () -> {
              try {
                start.await();
              } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
              }
              action.run();
            });
    thread.start();
    return thread;
  }

  @Test
  void principal_isAskedForItsNameOnce() {
    start(new RecoveryOptions(true, Duration.ofMinutes(1), true, 100, 10_000, 10));
    int[] asked = {0};
    all.use(
        socket ->
            socket.identify(
                () -> {
                  if (asked[0]++ > 0) {
                    throw new IllegalStateException("no request context");
                  }
                  return "ann";
                },
                Set.of()));
    Client phone = new Client(by("gateway"));
    phone.lose();
    all.toUser("ann").emit("one");

    assertThat(phone.comeBack(by("gateway"))).containsExactly("one", "CONNECT");
    phone.isRecovered();
    assertThat(all.users()).containsExactly("ann");
    assertThat(asked[0]).isOne();
  }
}
