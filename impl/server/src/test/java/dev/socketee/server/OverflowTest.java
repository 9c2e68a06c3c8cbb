package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Limit;
import dev.socketee.Socket;
import dev.socketee.test.ExpectedLogs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What happens to events for which a mailbox has no room; that it disconnects: LimitsTest. */
class OverflowTest {

  private static final String DROPPING = "Dropping an event from 127.0.0.1: more events of socket";

  private final List<Object> seen = new ArrayList<>();

  private TestServer server(MailboxOverflow overflow, int events, long bytes) {
    return new TestServer(
        ServerOptions.builder()
            .mailboxOverflow(overflow)
            .mailboxEvents(events)
            .mailboxBytes(bytes)
            .build());
  }

  /** A connection whose events are noted and acknowledged. */
  private FakeEngineSession connect(TestServer server) {
    FakeEngineSession session = server.open();
    Socket unused =
        server
            .join(session, "/")
            .on(
                "x",
                (args, ack) -> {
                  seen.add(args.get(0, Object.class));
                  ack.send("done");
                })
            .onDisconnect((reason, description) -> seen.add(reason.text()));
    return session;
  }

  private static void send(FakeEngineSession session, int... numbers) {
    for (int number : numbers) {
      session.text("2" + number + "[\"x\"," + number + "]");
    }
  }

  private static long dropped(TestServer server) {
    return server.io.statistics().reached(Limit.MAILBOX);
  }

  @ParameterizedTest
  @EnumSource(value = MailboxOverflow.class, names = "DISCONNECT", mode = Mode.EXCLUDE)
  void events_upToTheLimit_areDelivered(MailboxOverflow overflow) {
    TestServer server = server(overflow, 3, 1000);
    FakeEngineSession session = connect(server);

    send(session, 1, 2, 3);
    server.executor.run();

    assertThat(seen).hasToString("[1, 2, 3]");
    assertThat(dropped(server)).isZero();
  }

  @Test
  void dropNewest_pastTheLimit_dropsWhatComes_andTellsWhoWaits(ExpectedLogs logs) {
    logs.expect(DROPPING);
    TestServer server = server(MailboxOverflow.DROP_NEWEST, 2, 1000);
    FakeEngineSession session = connect(server);

    send(session, 1, 2, 3, 4);

    assertThat(session.sent())
        .containsExactly(
            "33[{\"message\":\"Too many events\"}]", "34[{\"message\":\"Too many events\"}]");
    assertThat(dropped(server)).isEqualTo(2);
    server.executor.run();
    send(session, 5);
    server.executor.run();
    assertThat(seen).hasToString("[1, 2, 5]");
    assertThat(session.sent()).containsExactly("31[\"done\"]", "32[\"done\"]", "35[\"done\"]");
    assertThat(session.closing()).isFalse();
  }

  @Test
  void dropOldest_pastTheLimit_dropsWhatHasWaitedLongest_andTellsWhoWaits(ExpectedLogs logs) {
    logs.expect(DROPPING);
    TestServer server = server(MailboxOverflow.DROP_OLDEST, 2, 1000);
    FakeEngineSession session = connect(server);

    send(session, 1, 2, 3, 4);

    assertThat(session.sent())
        .containsExactly(
            "31[{\"message\":\"Too many events\"}]", "32[{\"message\":\"Too many events\"}]");
    assertThat(dropped(server)).isEqualTo(2);
    server.executor.run();
    assertThat(seen).hasToString("[3, 4]");
    assertThat(session.sent()).containsExactly("33[\"done\"]", "34[\"done\"]");
    assertThat(session.closing()).isFalse();
  }

  @Test
  void droppedEvent_thatNobodyWaitsFor_isNotAnswered(ExpectedLogs logs) {
    logs.expect(DROPPING);
    TestServer server = server(MailboxOverflow.DROP_NEWEST, 1, 1000);
    FakeEngineSession session = connect(server);

    session.text("2[\"x\",1]");
    session.text("2[\"x\",2]");

    assertThat(session.sent()).isEmpty();
    assertThat(dropped(server)).isOne();
  }

  @Test
  void dropOldest_pastTheBytes_dropsAsManyAsItTakes(ExpectedLogs logs) {
    logs.expect(DROPPING);
    TestServer server = server(MailboxOverflow.DROP_OLDEST, 100, 27);
    FakeEngineSession session = connect(server);

    send(session, 1, 2, 3); // 9 characters each
    session.text("2[\"x\",\"12345678\"]"); // 17

    assertThat(dropped(server)).isEqualTo(2);
    server.executor.run();
    assertThat(seen).hasToString("[3, 12345678]");
  }

  @ParameterizedTest
  @EnumSource(value = MailboxOverflow.class, names = "DISCONNECT", mode = Mode.EXCLUDE)
  void eventThatNeverHasRoom_isDroppedAlone(MailboxOverflow overflow, ExpectedLogs logs) {
    logs.expect(DROPPING);
    TestServer server = server(overflow, 100, 18);
    FakeEngineSession session = connect(server);

    send(session, 1, 2);
    session.text("2[\"x\",\"1234567890\"]"); // 19 characters
    server.executor.run();

    assertThat(seen).hasToString("[1, 2]");
    assertThat(dropped(server)).isOne();
  }

  @Test
  void dropOldest_whileAHandlerRuns_dropsOfThoseThatWait(ExpectedLogs logs) {
    logs.expect(DROPPING);
    TestServer server = server(MailboxOverflow.DROP_OLDEST, 1, 1000);
    FakeEngineSession session = server.open();
    Socket unused =
        server
            .join(session, "/")
            .on(
                "x",
                (args, ack) -> {
                  seen.add(args.get(0, Object.class));
                  if (seen.size() == 1) {
                    send(session, 2, 3);
                  }
                });

    send(session, 1);
    server.executor.run();

    assertThat(seen).hasToString("[1, 3]");
  }

  @ParameterizedTest
  @EnumSource(MailboxOverflow.class)
  void fullMailbox_dropsNothingElse(MailboxOverflow overflow) {
    TestServer server = server(overflow, 1, 1000);
    FakeEngineSession session = server.open();
    Socket socket =
        server
            .join(session, "/")
            .on("x", (args, ack) -> seen.add("x"))
            .onDisconnect((reason, description) -> seen.add(reason.text()));
    socket.emitWithAck("a").thenAccept(answer -> seen.add("answer"));
    session.text("2[\"x\"]");

    session.text("30[]");
    session.text("1");
    server.executor.run();

    assertThat(seen).containsExactlyInAnyOrder("answer", "client namespace disconnect");
  }

  @Test
  void dropping_isToldOnce_alsoIfOtherClientsDoIt(ExpectedLogs logs) {
    logs.expect(DROPPING);
    TestServer server = server(MailboxOverflow.DROP_NEWEST, 1, 1000);

    send(connect(server), 1, 2, 3);
    send(connect(server), 1, 2, 3);

    assertThat(dropped(server)).isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource(value = MailboxOverflow.class, names = "DISCONNECT", mode = Mode.EXCLUDE)
  void droppingForOne_leavesOthersAlone(MailboxOverflow overflow, ExpectedLogs logs) {
    logs.expect(DROPPING);
    TestServer server = server(overflow, 2, 1000);
    FakeEngineSession other = connect(server);
    send(other, 10, 20);

    send(connect(server), 1, 2, 3);
    server.executor.run();

    assertThat(other.sent()).containsExactly("310[\"done\"]", "320[\"done\"]");
  }
}
