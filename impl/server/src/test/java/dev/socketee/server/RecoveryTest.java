package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.ConnectionRefusedException;
import dev.socketee.Limit;
import dev.socketee.Socket;
import dev.socketee.SocketNamespace;
import dev.socketee.engine.CloseReason;
import dev.socketee.protocol.engine.EngineFrame;
import dev.socketee.test.ExpectedLogs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reference 2.9, Connection state recovery. */
class RecoveryTest {

  private static final Pattern CONNECT =
      Pattern.compile("0\\{\"sid\":\"([\\w-]{20})\",\"pid\":\"([\\w-]{20})\"}");

  private final List<String> failed = new ArrayList<>();
  private final List<Socket> connected = new ArrayList<>();
  private TestServer server;
  private SocketNamespace all;

  @BeforeEach
  void start() {
    start(RecoveryOptions.OFF.on());
  }

  private void start(RecoveryOptions options) {
    server = new TestServer(ServerOptions.builder().recovery(options).build());
    all = server.of("/");
    connected.clear();
    failed.clear();
    all.onConnection(connected::add);
    all.onRecoveryFailed(socket -> failed.add(socket.id()));
  }

  /** A client, with what it remembers. */
  private final class Phone {
    private FakeEngineSession session = server.open();
    private String sid = "";
    private String pid = "";
    private String offset = "";

    Phone connect() {
      session.text("0");
      server.executor.run();
      hear();
      return this;
    }

    /** What was sent, without ids and offsets; remembers these. */
    List<String> hear() {
      List<String> heard = new ArrayList<>();
      for (List<EngineFrame> packet : session.packets()) {
        for (EngineFrame frame : packet) {
          heard.add(frame.isBinary() ? "binary" : text(frame.text().substring(1)));
        }
      }
      session.sent();
      return heard;
    }

    private String text(String text) {
      Matcher connect = CONNECT.matcher(text);
      if (connect.matches()) {
        sid = connect.group(1);
        pid = connect.group(2);
        return "CONNECT";
      }
      Matcher event = Pattern.compile("(.*),\"([\\w.-]{7,11})\"]").matcher(text);
      if (event.matches()) {
        offset = event.group(2);
        return event.group(1) + "]";
      }
      return text;
    }

    Phone lose() {
      return lose(CloseReason.TRANSPORT_ERROR);
    }

    Phone lose(CloseReason reason) {
      session.end(reason, null);
      server.executor.run();
      return this;
    }

    void comeBack() {
      ask();
      server.executor.run();
    }

    void ask() {
      session = server.open();
      session.text("0{\"pid\":\"" + pid + "\",\"offset\":\"" + offset + "\"}");
    }

    Socket socket() {
      return all.socket(sid).orElseThrow();
    }
  }

  private Phone phone() {
    return new Phone().connect();
  }

  /** One that has an offset. */
  private Phone hearing() {
    Phone phone = phone();
    phone.socket().emit("hello");
    assertThat(phone.hear()).containsExactly("2[\"hello\"]");
    return phone;
  }

  @Test
  void connect_withRecovery_sendsPid() {
    Phone phone = phone();

    assertThat(phone.pid).hasSize(20).isNotEqualTo(phone.sid);
    assertThat(phone.socket().recovered()).isFalse();
  }

  @Test
  void emit_toSocketAndRoomAndAll_appendsTheOffset() {
    Phone phone = phone();
    phone.socket().join("room");

    phone.socket().emit("a", 1);
    all.to("room").emit("b");
    all.emit("c", new byte[] {1});
    List<String> sent = phone.session.sent();

    assertThat(sent.get(0)).matches("2\\[\"a\",1,\"[\\w-]{7}\"]");
    assertThat(sent.get(1)).matches("2\\[\"b\",\"[\\w-]{7}\\.0\"]");
    assertThat(sent.get(2)).matches("51-\\[\"c\",\\{.*},\"[\\w-]{7}\\.1\"]");
    assertThat(sent.get(3)).isEqualTo("01");
  }

  @Test
  void emit_volatileOrWithAckId_hasNoOffset() {
    Phone phone = phone();

    phone.socket().asVolatile().emit("a");
    all.asVolatile().emit("b");
    phone.socket().emitWithAck("c");
    all.timeout(Duration.ofSeconds(1)).emitWithAck("d");

    assertThat(phone.session.sent())
        .containsExactly("2[\"a\"]", "2[\"b\"]", "20[\"c\"]", "21[\"d\"]");
  }

  @Test
  void comeBack_inTime_missedThenConnectThenTheRest() {
    Phone phone = hearing();
    Socket before = phone.socket();
    before.join("room");
    before.data().put("user", new Object[] {"live"});
    Object[] user = (Object[]) before.data().get("user");
    String sid = phone.sid;
    String pid = phone.pid;

    phone.lose();
    all.to("room").emit("one", 1);
    all.to("elsewhere").emit("not for us");
    all.except("room").emit("not for us either");
    all.to(sid).emit("two", new byte[] {1, 2});
    phone.comeBack();

    assertThat(phone.hear())
        .containsExactly(
            "2[\"one\",1]", "51-[\"two\",{\"_placeholder\":true,\"num\":0}]", "binary", "CONNECT");
    assertThat(phone.sid).isEqualTo(sid);
    assertThat(phone.pid).isEqualTo(pid);
    Socket after = phone.socket();
    assertThat(after).isNotSameAs(before);
    assertThat(after.recovered()).isTrue();
    assertThat(after.rooms()).isEqualTo(Set.of(sid, "room"));
    assertThat(after.data().get("user")).isSameAs(user);
    assertThat(connected).containsExactly(before, after);
    assertThat(failed).isEmpty();
    all.to("room").emit("three");
    after.emit("four");
    assertThat(phone.hear()).containsExactly("2[\"three\"]", "2[\"four\"]");
  }

  @Test
  void comeBack_asOftenAsItLikes_eachTimeOnce() {
    Phone phone = hearing();
    for (int i = 0; i < 3; i++) {
      phone.lose();
      all.emit("n", i);
      phone.comeBack();
      assertThat(phone.hear()).containsExactly("2[\"n\"," + i + "]", "CONNECT");
    }
  }

  @Test
  void comeBack_sameSessionTwice_secondIsNew() {
    Phone phone = hearing().lose();
    Phone thief = new Phone();
    thief.pid = phone.pid;
    thief.offset = phone.offset;
    phone.comeBack();
    String sid = phone.sid;
    phone.socket().disconnect();

    thief.comeBack();
    thief.hear();

    assertThat(thief.sid).isNotEqualTo(sid);
    assertThat(thief.socket().recovered()).isFalse();
    assertThat(failed).containsExactly(thief.sid);
  }

  @Test
  void comeBack_atTheLastMomentAndAfterIt_isInTimeAndTooLate() {
    Phone punctual = hearing();
    Phone late = hearing();
    punctual.socket().emit("again");
    punctual.hear();
    late.socket().emit("again");
    late.hear();
    punctual.lose();
    late.lose();

    server.timer.advance(Duration.ofMinutes(2).minusNanos(1));
    punctual.comeBack();
    assertThat(punctual.hear()).containsExactly("CONNECT");
    assertThat(punctual.socket().recovered()).isTrue();
    server.timer.advance(Duration.ofNanos(1));
    late.comeBack();
    String sid = late.sid;

    late.hear();
    assertThat(late.sid).isNotEqualTo(sid);
    assertThat(late.socket().recovered()).isFalse();
    assertThat(failed).containsExactly(late.sid);
  }

  @ParameterizedTest
  @EnumSource(CloseReason.class)
  void lose_forEachReason_onlyRecoverableOnesAreKept(CloseReason reason) {
    Phone phone = hearing().lose(reason);

    phone.comeBack();
    phone.hear();

    assertThat(phone.socket().recovered())
        .isEqualTo(reason != CloseReason.PARSE_ERROR && reason != CloseReason.REVOKED);
  }

  @Test
  void end_wanted_isNotKept() {
    Phone leaving = hearing();
    leaving.session.text("1");
    Phone sentAway = hearing();
    sentAway.socket().disconnect(true);
    server.executor.run();

    leaving.comeBack();
    sentAway.comeBack();
    leaving.hear();
    sentAway.hear();

    assertThat(leaving.socket().recovered()).isFalse();
    assertThat(sentAway.socket().recovered()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"pid\":1,\"offset\":\"x\"}",
        "{\"pid\":\"x\"}",
        "{\"pid\":\"x\",\"offset\":null}",
        "{\"offset\":\"x\"}",
        "{\"pid\":{},\"offset\":[]}"
      })
  void connect_claimThatIsNone_isNewWithoutComplaint(String auth) {
    FakeEngineSession session = server.open();
    session.text("0" + auth);
    server.executor.run();

    assertThat(connected).hasSize(1);
    assertThat(connected.get(0).recovered()).isFalse();
    assertThat(failed).isEmpty();
  }

  @Test
  void comeBack_unknownOffset_isNew() {
    Phone phone = hearing().lose();
    phone.offset = "garbage";

    phone.comeBack();
    phone.hear();

    assertThat(phone.socket().recovered()).isFalse();
    assertThat(failed).hasSize(1);
  }

  @Test
  void comeBack_beforeTheOldConnectionEnded_endsIt() {
    Phone phone = hearing();
    Socket before = phone.socket();
    List<String> reasons = new ArrayList<>();
    before.onDisconnect((reason, description) -> reasons.add(reason.text() + ": " + description));
    FakeEngineSession old = phone.session;
    all.emit("lost on the way");
    String sid = phone.sid;

    phone.comeBack();

    assertThat(phone.hear()).containsExactly("2[\"lost on the way\"]", "CONNECT");
    assertThat(phone.sid).isEqualTo(sid);
    assertThat(phone.socket().recovered()).isTrue();
    assertThat(old.closing()).isTrue();
    assertThat(reasons)
        .containsExactly("transport close: the client has come back on another connection");
    assertThat(all.connectedSockets()).hasSize(1);
  }

  /** A client can have the CONNECT, and be lost again, before the call that sends it returns. */
  @Test
  void comeBack_whileTheConnectIsBeingSent_isRecovered() {
    Phone phone = hearing();
    String sid = phone.sid;
    phone.lose().ask();
    FakeEngineSession second = phone.session;
    second.onNextSend(phone::ask);

    server.executor.run();

    assertThat(phone.hear()).containsExactly("CONNECT");
    assertThat(phone.sid).isEqualTo(sid);
    assertThat(second.closing()).isTrue();
    assertThat(all.connectedSockets()).hasSize(1);
  }

  @Test
  void comeBack_whileAnEarlierAttemptIsBeingDecided_takesOver() {
    Phone phone = hearing();
    phone.socket().join("room");
    String before = phone.sid;
    phone.lose();
    all.emit("1");

    phone.ask(); // the middleware takes its time, and the connection is lost unnoticed
    all.to("room").emit("2");
    FakeEngineSession earlier = phone.session;
    phone.comeBack();

    assertThat(phone.hear()).containsExactly("2[\"1\"]", "2[\"2\"]", "CONNECT");
    assertThat(phone.sid).isEqualTo(before);
    assertThat(phone.socket().recovered()).isTrue();
    assertThat(earlier.closed()).isTrue();
    assertThat(all.connectedSockets()).hasSize(1);
    assertThat(all.room("room").size()).isEqualTo(1);
  }

  @Test
  void broadcast_betweenRestoreAndConnect_isNeitherLostNorDoubled() {
    Phone phone = hearing();
    phone.socket().join("room");
    phone.lose();
    all.emit("missed");

    phone.ask();
    all.emit("held, to all");
    all.to("room").emit("held, to a room");
    all.to(phone.sid).emit("held, to it");
    assertThat(phone.hear()).isEmpty();
    server.executor.run();

    assertThat(phone.hear())
        .containsExactly(
            "2[\"missed\"]",
            "CONNECT",
            "2[\"held, to all\"]",
            "2[\"held, to a room\"]",
            "2[\"held, to it\"]");
  }

  @Test
  void connection_lostBeforeTheConnect_isKeptForTheNext() {
    Phone phone = hearing();
    phone.socket().join("room");
    String sid = phone.sid;
    phone.lose();
    all.to("room").emit("missed");

    phone.ask();
    phone.session.end(CloseReason.TRANSPORT_CLOSE, null);
    server.executor.run();
    all.to("room").emit("missed, too");
    phone.comeBack();

    assertThat(phone.hear()).containsExactly("2[\"missed\"]", "2[\"missed, too\"]", "CONNECT");
    assertThat(phone.sid).isEqualTo(sid);
    assertThat(phone.socket().rooms()).containsExactlyInAnyOrder(sid, "room");
  }

  @Test
  void middleware_isAskedAgain_unlessTheOptionSaysNot() {
    AtomicInteger asked = new AtomicInteger();
    all.use(socket -> asked.incrementAndGet());
    Phone phone = hearing().lose();
    phone.comeBack();
    assertThat(asked).hasValue(2);

    RecoveryOptions off = RecoveryOptions.OFF;
    start(
        new RecoveryOptions(
            true, off.maxDisconnection(), true, off.packets(), off.bytes(), off.sessions()));
    all.use(socket -> asked.incrementAndGet());
    Phone other = hearing().lose();
    other.comeBack();
    other.hear();
    assertThat(asked).hasValue(3);
    assertThat(other.socket().recovered()).isTrue();
  }

  @Test
  void middleware_refusesTheReturning_leavesNothingBehind() {
    Phone phone = hearing();
    phone.socket().join("room");
    phone.lose();
    all.use(
        socket -> {
          throw new ConnectionRefusedException("banned");
        });

    phone.comeBack();

    assertThat(phone.hear()).containsExactly("4{\"message\":\"banned\"}");
    assertThat(all.room("room").size()).isZero();
    assertThat(all.connectedSockets()).isEmpty();
  }

  @Test
  void log_beyondItsLimits_dropsTheOldestAndSaysSo(ExpectedLogs logs) {
    logs.expect("More events of / are to be kept for recovery than allowed.*");
    start(new RecoveryOptions(true, Duration.ofMinutes(1), false, 3, 1000, 10));
    Phone early = hearing();
    Phone late = hearing();
    early.lose();
    late.lose();

    all.emit("1");
    all.emit("2");
    early.comeBack();
    early.hear();
    assertThat(early.socket().recovered()).as("its offset was dropped").isFalse();
    late.comeBack();

    assertThat(late.hear()).containsExactly("2[\"1\"]", "2[\"2\"]", "CONNECT");
    assertThat(server.io.statistics().reached(Limit.RECOVERY)).isEqualTo(1);
  }

  @Test
  void log_beyondItsBytes_dropsTheOldest(ExpectedLogs logs) {
    logs.expect("More events of / are to be kept.*");
    start(new RecoveryOptions(true, Duration.ofMinutes(1), false, 100, 1000, 10));
    Phone phone = hearing().lose();

    all.emit("x", new byte[990]);
    phone.comeBack();
    phone.hear();

    assertThat(phone.socket().recovered()).isFalse();
  }

  @Test
  void sessions_beyondTheirLimit_forgetTheOldest(ExpectedLogs logs) {
    logs.expect("More sessions of / are to be kept.*");
    start(new RecoveryOptions(true, Duration.ofMinutes(1), false, 100, 1000, 1));
    Phone first = hearing();
    Phone second = hearing();
    first.lose();
    second.lose();

    second.comeBack();
    first.comeBack();
    first.hear();
    second.hear();

    assertThat(second.socket().recovered()).isTrue();
    assertThat(first.socket().recovered()).isFalse();
  }

  @Test
  void time_passing_leavesNothingBehind() {
    hearing().lose();
    String adapter = ((LocalNamespace) all).broadcasts().adapter().toString();
    assertThat(adapter).contains("events=1", "sessions=1");

    server.timer.advance(Duration.ofMinutes(3));

    assertThat(((LocalNamespace) all).broadcasts().adapter().toString())
        .contains("events=0", "bytes=0", "sessions=0");
    assertThat(server.timer.pending()).isZero();
  }

  @Test
  void close_ofTheServer_forgetsAll() {
    hearing().lose();

    assertThat(server.io.close()).isCompleted();

    assertThat(server.timer.pending()).isZero();
  }

  @Test
  void recovery_off_sendsNoPidAndNoOffset() {
    server = new TestServer();
    all = server.of("/");
    FakeEngineSession session = server.open();
    session.text("0{\"pid\":\"x\",\"offset\":\"y\"}");
    server.executor.run();
    all.emit("x");

    assertThat(session.sent()).containsExactly("0{\"sid\":\"#\"}", "2[\"x\"]");
  }
}
