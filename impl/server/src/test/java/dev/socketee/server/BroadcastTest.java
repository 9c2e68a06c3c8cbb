package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.Broadcaster;
import dev.socketee.Room;
import dev.socketee.Socket;
import dev.socketee.SocketNamespace;
import dev.socketee.protocol.engine.EngineFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Reference 2.2, BroadcastOperator, and 2.5, Flags. */
class BroadcastTest {

  private final TestServer server = new TestServer();
  private final SocketNamespace all = server.of("/");
  private final List<FakeEngineSession> sessions = new ArrayList<>();
  private final List<Socket> sockets = new ArrayList<>();

  /** 0 is in a, 1 in a and b, 2 in b, 3 in none. */
  @BeforeEach
  void connect() {
    for (int i = 0; i < 4; i++) {
      FakeEngineSession session = server.open();
      sessions.add(session);
      sockets.add(server.join(session, "/"));
    }
    sockets.get(0).join("a");
    sockets.get(1).join("a", "b");
    sockets.get(2).join("b");
    server.join(server.open(), "/elsewhere").join("a");
  }

  private List<Integer> reached() {
    List<Integer> reached = new ArrayList<>();
    for (int i = 0; i < sessions.size(); i++) {
      List<String> sent = sessions.get(i).sent();
      if (!sent.isEmpty()) {
        assertThat(sent).containsExactly("2[\"x\",1]");
        reached.add(i);
      }
    }
    return reached;
  }

  static Stream<Arguments> addresses() {
    return Stream.of(
        to("everyone", test -> test.all, 0, 1, 2, 3),
        to("a room", test -> test.all.to("a"), 0, 1),
        to("a union", test -> test.all.to("a").in("b"), 0, 1, 2),
        to("a union at once", test -> test.all.to("a", "b"), 0, 1, 2),
        to("a socket", test -> test.all.to(test.id(3)), 3),
        to("a room and a socket in it", test -> test.all.to("a", test.id(0)), 0, 1),
        to("an empty room", test -> test.all.to("nobody")),
        to("an empty list of rooms", test -> test.all.to()),
        to("an empty list and a room", test -> test.all.to().to("a"), 0, 1),
        to("all but a room", test -> test.all.except("a"), 2, 3),
        to("all but two rooms", test -> test.all.except("a").except("b"), 3),
        to("all but a socket", test -> test.all.except(test.sockets.get(1)), 0, 2, 3),
        to("all but nothing", test -> test.all.except(), 0, 1, 2, 3),
        to("a room but another", test -> test.all.to("a").except("b"), 0),
        to("a room but a socket", test -> test.all.to("a").except(test.id(0)), 1),
        to("a union but a room", test -> test.all.to("a", "b").except("a"), 2),
        to("room object", test -> test.all.room("a"), 0, 1),
        to("room object and another", test -> test.all.room("a").to(test.all.room("b")), 0, 1, 2),
        to("room object but another", test -> test.all.room("a").except(test.all.room("b")), 0),
        to("to a room object", test -> test.all.to(test.all.room("b")), 1, 2),
        to("except a room object", test -> test.all.except(test.all.room("b")), 0, 3),
        to("room object but a socket", test -> test.all.room("a").except(test.sockets.get(0)), 1),
        to("room object in and except", test -> test.all.room("a").in("b").except("zzz"), 0, 1, 2),
        to("volatile", test -> test.all.asVolatile(), 0, 1, 2, 3),
        to("volatile room", test -> test.all.room("a").asVolatile(), 0, 1),
        to("volatile later", test -> test.all.to("a").asVolatile().except("b"), 0),
        to("socket.broadcast", test -> test.sockets.get(0).broadcast(), 1, 2, 3),
        to("the others of this server", test -> test.sockets.get(0).local(), 1, 2, 3),
        to("socket.to", test -> test.sockets.get(0).to("a"), 1),
        to("socket.to a room object", test -> test.sockets.get(0).to(test.all.room("a")), 1),
        to("socket.in", test -> test.sockets.get(1).in("a", "b"), 0, 2),
        to("socket.to itself", test -> test.sockets.get(1).to(test.id(1))),
        to("socket.except", test -> test.sockets.get(2).except("a"), 3),
        to("socket.except a room", test -> test.sockets.get(2).except(test.all.room("a")), 3),
        to("socket.except one", test -> test.sockets.get(2).except(test.sockets.get(1)), 0, 3));
  }

  private static Arguments to(
      String name, Function<BroadcastTest, Broadcaster> whom, Integer... reached) {
    return Arguments.of(name, whom, List.of(reached));
  }

  private String id(int index) {
    return sockets.get(index).id();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("addresses")
  void emit_reachesEachAddressedSocketOnce(
      String name, Function<BroadcastTest, Broadcaster> whom, List<Integer> expected) {
    whom.apply(this).emit("x", 1);

    assertThat(reached()).isEqualTo(expected);
  }

  @Test
  void operators_areImmutable() {
    Broadcaster a = all.to("a");
    assertThat(a.to("b")).isNotSameAs(a);
    assertThat(a.except("b")).isNotSameAs(a);
    assertThat(a.asVolatile()).isNotSameAs(a);
    sessions.get(0).writable(false);

    a.emit("x", 1);

    assertThat(reached()).containsExactly(0, 1);
  }

  @Test
  void emit_encodesAndFramesOnceForAll() {
    int before = server.codec.encoded.get();

    all.emit("x", new byte[] {1});

    assertThat(server.codec.encoded.get()).isEqualTo(before + 1);
    assertThat(sessions.get(0).packets().get(0)).hasSize(2);
    for (FakeEngineSession session : sessions) {
      assertThat(session.packets().get(0)).isSameAs(sessions.get(0).packets().get(0));
    }
  }

  @Test
  void emit_toNobody_encodesNothing() {
    int before = server.codec.encoded.get();

    all.to("nobody").emit("x", TestCodec.POISON);

    assertThat(server.codec.encoded.get()).isEqualTo(before);
  }

  @Test
  void emit_ofWhatCannotBeEncoded_reachesNobody() {
    assertThatThrownBy(() -> all.emit("x", 1, TestCodec.POISON))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(reached()).isEmpty();
  }

  @Test
  void asVolatile_passesOverThoseThatAreBusy() {
    sessions.get(1).writable(false);

    all.to("a", "b").asVolatile().emit("x", 1);

    assertThat(reached()).containsExactly(0, 2);
  }

  @Test
  void emit_afterLeaving_doesNotReach() {
    sockets.get(0).leave("a");
    sockets.get(2).disconnect();
    sessions.get(2).sent();

    all.to("a", "b").emit("x", 1);

    assertThat(reached()).containsExactly(1);
  }

  /** As another thread could, between two deliveries. */
  @Test
  void emit_toASocketThatIsDisconnectedMeanwhile_sendsNothingBehindTheDisconnect() {
    sessions.get(0).onNextSend(() -> sockets.get(1).disconnect());

    all.to("a").emit("x", 1);

    assertThat(sessions.get(0).sent()).containsExactly("2[\"x\",1]");
    assertThat(sessions.get(1).sent()).containsExactly("1");
  }

  // ---- rooms as objects

  @Test
  void room_joinAndLeave_areThoseOfTheSocket() {
    Room room = all.room("r");
    assertThat(room.size()).isZero();

    room.join(sockets.get(0));
    sockets.get(1).join(room);
    assertThat(room.size()).isEqualTo(2);
    assertThat(sockets.get(0).rooms()).containsExactlyInAnyOrder(id(0), "a", "r");
    room.leave(sockets.get(0));
    sockets.get(1).leave(room);

    assertThat(room.size()).isZero();
    assertThat(sockets.get(1).rooms()).containsExactlyInAnyOrder(id(1), "a", "b");
  }

  @Test
  void room_ofAnotherNamespace_isRefused() {
    Room other = server.of("/elsewhere").room("r");

    assertThatThrownBy(() -> sockets.get(0).join(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A socket of namespace / cannot be in a room of /elsewhere");
    assertThatThrownBy(() -> other.leave(sockets.get(0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void room_ofAnotherServersNamespaceOfThatName_isRefused() {
    Room other = new SocketIOServer().of("/").room("r");

    assertThatThrownBy(() -> sockets.get(0).join(other))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void room_ofTheSameName_isInterchangeable() {
    Room room = all.room("a");

    assertThat(room).isEqualTo(all.room("a")).hasSameHashCodeAs(all.room("a"));
    assertThat(room).isNotEqualTo(all.room("b")).isNotEqualTo(server.of("/b").room("a"));
    assertThat(room.name()).isEqualTo("a");
    assertThat(room).hasToString("Room[/, a]");
  }

  @Test
  void join_twice_isOneMembership() {
    sockets.get(0).join("a", "a");
    sockets.get(0).join("a");
    assertThat(all.room("a").size()).isEqualTo(2);

    sockets.get(0).leave("a");
    sockets.get(0).leave("a");

    assertThat(all.room("a").size()).isEqualTo(1);
  }

  @Test
  void connectedSockets_areThoseOfTheNamespace() {
    assertThat(all.connectedSockets()).containsExactlyInAnyOrderElementsOf(sockets);
    assertThat(all.socket(id(2))).contains(sockets.get(2));
    assertThat(all.socket("a")).isEmpty();
    assertThat(server.of("/elsewhere").socket(id(2))).isEmpty();
  }

  @Test
  void compress_false_marksTheFrames() {
    all.compress(false).emit("x", 1);
    sockets.get(0).compress(false).emit("x", 1);
    sockets.get(0).compress(false).compress(true).emit("x", 1);

    assertThat(sessions.get(0).packets().stream().flatMap(List::stream))
        .extracting(EngineFrame::isCompressible)
        .containsExactly(false, false, true);
  }
}
