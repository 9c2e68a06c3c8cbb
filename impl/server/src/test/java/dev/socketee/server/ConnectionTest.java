package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Connection;
import dev.socketee.Socket;
import dev.socketee.engine.CloseReason;
import dev.socketee.protocol.engine.EngineFrame;
import dev.socketee.protocol.engine.EnginePacket;
import dev.socketee.test.ExpectedLogs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reference 2.3, Socket: conn. */
class ConnectionTest {

  private final TestServer server = new TestServer();
  private final List<String> told = new ArrayList<>();

  @Test
  void connection_ofSeveralSockets_isTheSame() {
    FakeEngineSession session = server.open();
    Socket first = server.join(session, "/");
    Socket second = server.join(session, "/b");

    assertThat(first.conn()).isSameAs(second.conn());
    assertThat(server.join(server.open(), "/").conn()).isNotSameAs(first.conn());
  }

  @Test
  void connection_isTheEnginesSession() {
    FakeEngineSession session = server.open();
    Connection conn = server.join(session, "/").conn();

    assertThat(conn.transport()).isEqualTo("websocket");
    assertThat(conn.protocol()).isEqualTo(4);
    assertThat(conn.upgraded()).isFalse();
    assertThat(conn.remoteAddress()).isEqualTo("127.0.0.1");
    assertThat(conn.writable()).isTrue();
    session.writable(false);
    assertThat(conn.writable()).isFalse();
    assertThat(conn.closed()).isFalse();
    session.end(CloseReason.TRANSPORT_CLOSE, null);
    assertThat(conn.closed()).isTrue();
  }

  @Test
  void upgraded_pollingHandshakeOnWebSocket_isTrue() {
    FakeEngineSession session =
        new FakeEngineSession(FakeRequest.of("GET", "EIO=4&transport=polling"));
    session.open(server.io);

    assertThat(server.join(session, "/").conn().upgraded()).isTrue();
  }

  @Test
  void session_withoutListeners_isNotWatched() {
    FakeEngineSession session = server.open();
    Connection conn = server.join(session, "/").conn();

    assertThat(conn.transport()).isNotEmpty();
    assertThat(session.observer()).isNull();
    conn.onDrain(() -> {});
    assertThat(session.observer()).isSameAs(conn);
  }

  @Test
  void listeners_areToldOfWhatTheyListenTo() {
    FakeEngineSession session = server.open();
    Connection conn = server.join(session, "/").conn();
    conn.onPacket(packet -> told.add("in " + packet.type() + " " + packet.data()))
        .onPacketCreate(packet -> told.add("out " + packet.type() + " " + packet.data()))
        .onHeartbeat(() -> told.add("heartbeat"))
        .onDrain(() -> told.add("drain"))
        .onUpgrade(transport -> told.add("upgrade " + transport));

    session.observer().onReceived(new EnginePacket.TextMessage("2[\"x\"]"));
    session.observer().onReceived(new EnginePacket.Pong(null));
    session.observer().onHeartbeat();
    session.observer().onQueued(EngineFrame.message("2[\"y\"]"));
    session.observer().onQueued(EngineFrame.message(""));
    session.observer().onQueued(EngineFrame.PING);
    session.observer().onQueued(EngineFrame.PONG_PROBE);
    session.observer().onQueued(EngineFrame.NOOP);
    session.observer().onQueued(EngineFrame.CLOSE);
    session.observer().onQueued(EngineFrame.open("{}"));
    session.observer().onDrained();
    session.observer().onUpgraded();

    assertThat(told)
        .containsExactly(
            "in message 2[\"x\"]",
            "in pong null",
            "heartbeat",
            "out message 2[\"y\"]",
            "out message ",
            "out ping null",
            "out pong probe",
            "out noop null",
            "out close null",
            "out open {}",
            "drain",
            "upgrade websocket");
  }

  @Test
  void listeners_areToldOfBytes() {
    FakeEngineSession session = server.open();
    List<Object> data = new ArrayList<>();
    server
        .join(session, "/")
        .conn()
        .onPacket(packet -> data.add(packet.data()))
        .onPacketCreate(packet -> data.add(packet.data()));
    byte[] in = {1};
    byte[] out = {2};

    session.observer().onReceived(new EnginePacket.BinaryMessage(in));
    session.observer().onQueued(EngineFrame.binary(out));

    assertThat(data).containsExactly(in, out);
  }

  @Test
  void end_isToldOnce_alsoToWhoComesLate() {
    FakeEngineSession session = server.open();
    Connection conn = server.join(session, "/").conn();
    conn.onClose((reason, description) -> told.add("early " + reason + " " + description));

    session.end(CloseReason.PING_TIMEOUT, "no pong");
    conn.onClose((reason, description) -> told.add("late " + reason + " " + description));

    assertThat(told).containsExactly("early PING_TIMEOUT no pong", "late PING_TIMEOUT no pong");
  }

  @Test
  void close_endsTheConnectionAndItsSockets() {
    FakeEngineSession session = server.open();
    Socket first = server.join(session, "/");
    Socket second = server.join(session, "/b");
    second.onDisconnect((reason, description) -> told.add("socket " + reason));
    first.conn().onClose((reason, description) -> told.add("connection " + reason));

    first.conn().close();
    server.executor.run();

    assertThat(told).containsExactly("connection FORCED_CLOSE", "socket FORCED_CLOSE");
    assertThat(first.connected()).isFalse();
  }

  @Test
  void listener_thatFails_isLoggedAndHarmsNobody(ExpectedLogs logs) {
    logs.expect("A listener of a connection failed.*first");
    logs.expect("A listener of a connection failed.*second");
    FakeEngineSession session = server.open();
    Connection conn = server.join(session, "/").conn();
    conn.onHeartbeat(
            () -> {
              throw new IllegalStateException("first");
            })
        .onHeartbeat(() -> told.add("heartbeat"))
        .onClose(
            (reason, description) -> {
              throw new Exception("second");
            });

    session.observer().onHeartbeat();
    session.end(CloseReason.TRANSPORT_CLOSE, null);

    assertThat(told).containsExactly("heartbeat");
  }
}
