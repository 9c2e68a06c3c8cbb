package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.socketee.Broadcaster;
import dev.socketee.ConnectionRefusedException;
import dev.socketee.ParentNamespace;
import dev.socketee.RoomListener;
import dev.socketee.Socket;
import dev.socketee.SocketNamespace;
import dev.socketee.spi.LocalSockets;
import dev.socketee.spi.UserRooms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Users are addressed by name, wherever they are connected. */
class UserTargetingTest {

  private static final FakeRequest ANN = FakeRequest.PLAIN.by(() -> "ann");
  private static final FakeRequest BOB = FakeRequest.PLAIN.by(() -> "bob");
  private static final String X = "2[\"x\"]";

  private final ManualTransactions transactions = new ManualTransactions();
  private final TestServer server =
      new TestServer(ServerOptions.builder().roomsPerSocket(2).build(), transactions);
  private final SocketNamespace all = server.of("/");

  private final FakeEngineSession phone = server.open(ANN);
  private final FakeEngineSession laptop = server.open(ANN);
  private final FakeEngineSession bobs = server.open(BOB);
  private final FakeEngineSession nobodys = server.open();
  private final Socket onPhone = server.join(phone, "/");
  private final Socket onLaptop = server.join(laptop, "/");
  private final Socket ofBob = server.join(bobs, "/");
  private final Socket ofNobody = server.join(nobodys, "/");

  private List<FakeEngineSession> reached() {
    server.executor.run();
    List<FakeEngineSession> reached = new ArrayList<>();
    for (FakeEngineSession session : List.of(phone, laptop, bobs, nobodys)) {
      List<String> sent = session.sent();
      if (!sent.isEmpty()) {
        assertThat(sent).containsExactly(X);
        reached.add(session);
      }
    }
    return reached;
  }

  /** Ways from the server to a broadcaster for ann's two sockets. */
  static Stream<Function<SocketIOServer, Broadcaster>> toAnn() {
    return Stream.of(
        io -> io.of("/").toUser("ann"),
        io -> io.of("/").to().toUser("ann"),
        io -> io.of("/").toUser("ann", "ann", "nobody"),
        io -> io.of("/").local().toUser("ann"),
        io -> io.of("/").toUser("ann").exceptUser("bob"),
        io -> io.of("/").except("room").exceptUser("bob").toUser("ann", "bob"),
        io -> io.of("/").room("empty").toUser("ann"),
        io -> io.of("/").afterCommit().toUser("ann"),
        io -> io.of("/").toUser("ann").afterCommit());
  }

  @ParameterizedTest
  @MethodSource("toAnn")
  void toUser_reachesAllHerSockets_andNobodyElse(Function<SocketIOServer, Broadcaster> how) {
    how.apply(server.io).emit("x");

    assertThat(reached()).containsExactly(phone, laptop);
  }

  @Test
  void toUser_several_isTheUnion_eachOnce() {
    onPhone.join("room");
    ofNobody.join("room");

    all.toUser("ann", "bob").to("room").emit("x");

    assertThat(reached()).containsExactly(phone, laptop, bobs, nobodys);
  }

  @Test
  void toUser_none_orUnknown_isNobody() {
    all.toUser().emit("x");
    all.toUser("carl").emit("x");
    all.toUser("").emit("x");

    assertThat(reached()).isEmpty();
  }

  @Test
  void exceptUser_leavesOutAllHerSockets() {
    all.exceptUser("ann").emit("x");
    assertThat(reached()).containsExactly(bobs, nobodys);

    all.exceptUser().emit("x");
    assertThat(reached()).hasSize(4);
  }

  @Test
  void socket_toUser_leavesItselfOut() {
    onPhone.toUser("ann").emit("x");
    assertThat(reached()).containsExactly(laptop);

    onPhone.exceptUser("bob").emit("x");
    assertThat(reached()).containsExactly(laptop, nobodys);
  }

  @Test
  void parent_toUser_reachesHerInEachChild() {
    ParentNamespace parent = server.io.of(Pattern.compile("/dynamic-\\d"));
    server.join(phone, "/dynamic-1");
    server.join(laptop, "/dynamic-2");
    server.join(bobs, "/dynamic-2");

    parent.toUser("ann").emit("x");
    parent.exceptUser("ann").emit("y");

    assertThat(phone.sent()).containsExactly("2/dynamic-1,[\"x\"]");
    assertThat(laptop.sent()).containsExactly("2/dynamic-2,[\"x\"]");
    assertThat(bobs.sent()).containsExactly("2/dynamic-2,[\"y\"]");
  }

  @Test
  void identified_isTheUserThatCounts() {
    all.use(socket -> socket.identify(() -> "carl", Set.of()));
    FakeEngineSession session = server.open(ANN);
    server.join(session, "/");

    all.toUser("ann").emit("x");
    assertThat(session.sent()).isEmpty();
    all.toUser("carl").emit("x");
    assertThat(session.sent()).containsExactly(X);
  }

  @Test
  void namespaces_areApart() {
    server.join(phone, "/other");

    server.of("/other").toUser("ann", "bob").emit("x");

    assertThat(phone.sent()).containsExactly("2/other,[\"x\"]");
    assertThat(reached()).isEmpty();
  }

  @Test
  void operations_onAUser_work() {
    assertThat(all.toUser("ann").fetchSockets().toCompletableFuture().join())
        .extracting(socket -> socket.id())
        .containsExactlyInAnyOrder(onPhone.id(), onLaptop.id());

    all.toUser("ann").socketsJoin("hers");
    assertThat(onLaptop.rooms()).containsExactlyInAnyOrder(onLaptop.id(), "hers");
    assertThat(ofBob.rooms()).containsExactly(ofBob.id());

    all.toUser("ann").timeout(Duration.ofSeconds(1)).emitWithAck("x");
    assertThat(phone.sent()).hasSize(1);
    assertThat(bobs.sent()).isEmpty();

    all.toUser("ann").disconnectSockets(true);
    assertThat(phone.closing()).isTrue();
    assertThat(laptop.closing()).isTrue();
    assertThat(bobs.closing()).isFalse();
  }

  // ---- who is there

  @Test
  void users_areThoseWithASocket() {
    assertThat(all.users()).containsExactlyInAnyOrder("ann", "bob");
    assertThat(all.userConnected("ann")).isTrue();
    assertThat(all.userConnected("carl")).isFalse();

    onPhone.disconnect();
    assertThat(all.userConnected("ann")).isTrue();
    onLaptop.disconnect();
    assertThat(all.userConnected("ann")).isFalse();
    assertThat(all.users()).containsExactly("bob");

    all.toUser("ann").emit("x");
    ofBob.disconnect();
    assertThat(all.users()).isEmpty();
  }

  @Test
  void refused_isNobodysSocket() {
    all.use(
        socket -> {
          throw new ConnectionRefusedException("no");
        });
    FakeEngineSession session = server.open(FakeRequest.PLAIN.by(() -> "carl"));
    session.text("0");
    server.executor.run();

    assertThat(all.userConnected("carl")).isFalse();
  }

  @Test
  void considered_isNotReachedYet() {
    List<Set<String>> seen = new ArrayList<>();
    all.use(socket -> seen.add(all.users()));
    server.join(server.open(FakeRequest.PLAIN.by(() -> "carl")), "/");

    assertThat(seen).containsExactly(Set.of("ann", "bob"));
    assertThat(all.userConnected("carl")).isTrue();
  }

  // ---- the rooms behind it are not the application's

  @Test
  void room_ofAUser_isNoRoomOfItsSockets() {
    assertThat(onPhone.rooms()).containsExactly(onPhone.id());
    onPhone.join("another"); // the limit is 2
    assertThat(onPhone.rooms()).containsExactlyInAnyOrder(onPhone.id(), "another");
  }

  @Test
  void room_ofAUser_cannotBeJoinedOrLeft() {
    String room = UserRooms.of("ann");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ofBob.join("a", room))
        .withMessageContaining("The room of a user cannot be joined");
    assertThatIllegalArgumentException().isThrownBy(() -> all.room(room).join(ofBob));
    assertThatIllegalArgumentException().isThrownBy(() -> all.toUser("carl").socketsJoin(room));
    assertThatIllegalArgumentException().isThrownBy(() -> all.afterCommit().socketsJoin(room));
    onPhone.leave(room);
    all.toUser("ann").socketsLeave(room);
    all.toUser("ann").emit("x");

    assertThat(reached()).containsExactly(phone, laptop);
    assertThat(ofBob.rooms()).containsExactly(ofBob.id());
  }

  @Test
  void room_ofAUser_isToldToTheAdapterOnly() {
    List<String> application = new ArrayList<>();
    List<String> adapter = new ArrayList<>();
    List<LocalSockets> locals = new ArrayList<>();
    TestServer other =
        new TestServer(
            ServerOptions.builder()
                .adapter(
                    local -> {
                      locals.add(local);
                      return new ListeningAdapter((NodeSockets) local, new Log(adapter));
                    })
                .build());
    other.executor.run();
    other.of("/").onRoom(new Log(application));
    Socket socket = other.join(other.open(ANN), "/");
    socket.join("room");
    other.executor.run();
    String user = UserRooms.of("ann");
    assertThat(locals.get(0).hasRoom(user)).isTrue();
    assertThat(locals.get(0).rooms()).contains(user);

    socket.disconnect();
    other.executor.run();

    String id = socket.id();
    assertThat(application)
        .containsExactly(
            "+" + id,
            id + " in " + id,
            "+room",
            id + " in room",
            id + " out",
            "-",
            id + " out",
            "-");
    assertThat(adapter).contains("+" + user, id + " in " + user);
    assertThat(adapter).hasSize(12);
    assertThat(locals.get(0).rooms()).isEmpty();
  }

  /** Writes down what it is told; of rooms that are left no name, as the order is nobody's. */
  private record Log(List<String> told) implements RoomListener {

    @Override
    public void created(String room) {
      told.add("+" + room);
    }

    @Override
    public void joined(String room, String socketId) {
      told.add(socketId + " in " + room);
    }

    @Override
    public void left(String room, String socketId) {
      told.add(socketId + " out");
    }

    @Override
    public void deleted(String room) {
      told.add("-");
    }
  }

  /** Wants to know of the rooms. */
  private static final class ListeningAdapter extends InMemoryAdapter {

    private final RoomListener listener;

    ListeningAdapter(NodeSockets sockets, RoomListener listener) {
      super(sockets);
      this.listener = listener;
    }

    @Override
    public Optional<RoomListener> roomListener() {
      return Optional.of(listener);
    }
  }
}
