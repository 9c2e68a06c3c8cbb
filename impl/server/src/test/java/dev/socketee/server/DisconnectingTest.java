package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.DisconnectReason;
import dev.socketee.Socket;
import dev.socketee.engine.CloseReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Reference 2.6: disconnecting; and the reason that a client is given. */
class DisconnectingTest {

  private final TestServer server = new TestServer();
  private final List<Object> seen = new ArrayList<>();

  @Test
  void disconnecting_knowsTheRoomsThatTheSocketWasIn() {
    FakeEngineSession session = server.open();
    Socket socket = server.join(session, "/");
    socket.join("a", "b");
    socket.onDisconnect((reason, description) -> seen.add(socket.rooms()));
    socket.onDisconnecting(
        (reason, description) -> {
          seen.add(reason);
          seen.add(socket.rooms());
          seen.add(socket.connected());
          seen.add(socket.disconnected());
        });

    session.end(CloseReason.TRANSPORT_CLOSE, null);
    server.executor.run();

    assertThat(seen)
        .containsExactly(
            DisconnectReason.TRANSPORT_CLOSE, Set.of("a", "b", socket.id()), false, true, Set.of());
    assertThat(socket.rooms()).isEmpty();
  }

  @Test
  void disconnecting_reachesTheOthersInItsRooms() {
    Socket socket = server.join(server.open(), "/");
    FakeEngineSession other = server.open();
    server.join(other, "/").join("a");
    socket.join("a");
    socket.onDisconnecting(
        (reason, description) ->
            socket.to(socket.rooms().toArray(String[]::new)).emit("left", "me"));

    socket.disconnect();
    server.executor.run();

    assertThat(other.sent()).containsExactly("2[\"left\",\"me\"]");
  }

  @Test
  void disconnecting_thatFails_doesNotKeepTheOthersFromBeingTold() {
    RuntimeException failure = new IllegalStateException("going");
    Socket socket = server.join(server.open(), "/");
    socket.onError(seen::add);
    socket.onDisconnecting(
        (reason, description) -> {
          throw failure;
        });
    socket.onDisconnect((reason, description) -> seen.add("gone"));

    socket.disconnect();
    server.executor.run();

    assertThat(seen).containsExactly(failure, "gone");
    assertThat(socket.rooms()).isEmpty();
  }

  @Test
  void rooms_withoutAnybodyToTell_areForgottenAtOnce() {
    Socket socket = server.join(server.open(), "/");
    socket.join("a");

    socket.disconnect();

    assertThat(socket.rooms()).isEmpty();
  }

  @Test
  void disconnect_withAReason_tellsTheClientFirst() {
    FakeEngineSession session = server.open();
    Socket socket = server.join(session, "/chat");

    socket.disconnect(false, "banned");

    assertThat(session.sent())
        .containsExactly("2/chat,[\"disconnect_reason\",\"banned\"]", "1/chat,");
    assertThat(session.closing()).isFalse();
  }

  @Test
  void disconnect_withAReason_ofAllNamespaces_tellsItInEach() {
    FakeEngineSession session = server.open();
    Socket socket = server.join(session, "/");
    server.join(session, "/chat");

    socket.disconnect(true, List.of(1));

    assertThat(session.sent())
        .containsExactly(
            "2[\"disconnect_reason\",[1]]", "1", "2/chat,[\"disconnect_reason\",[1]]", "1/chat,");
    assertThat(session.closing()).isTrue();
  }

  @Test
  void disconnect_withAReasonThatCannotBeEncoded_changesNothing() {
    FakeEngineSession session = server.open();
    Socket socket = server.join(session, "/");

    assertThatThrownBy(() -> socket.disconnect(true, TestCodec.POISON))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(socket.connected()).isTrue();
    assertThat(session.sent()).isEmpty();
  }

  @Test
  void disconnect_ofOneThatIsGone_doesNotEvenLookAtTheReason() {
    Socket socket = server.join(server.open(), "/");
    socket.disconnect();

    socket.disconnect(true, TestCodec.POISON);

    assertThat(socket.connected()).isFalse();
  }
}
