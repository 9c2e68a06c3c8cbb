package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.socketee.Args;
import dev.socketee.BroadcastAcks;
import dev.socketee.Broadcaster;
import dev.socketee.RemoteSocket;
import dev.socketee.RoomListener;
import dev.socketee.ServerAcks;
import dev.socketee.Socket;
import dev.socketee.SocketNamespace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every adapter has to do (reference 2.8, and 4.2 for several servers). A test of an adapter
 * extends this class and says what the options of each server are; of an adapter for one server
 * only, there is one.
 *
 * <p>Nothing moves by itself but what the adapter does on threads of its own: time passes when the
 * test says so, listeners run when it does, and {@link #deliver} has what is under way delivered.
 */
public abstract class AdapterContractTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final List<TestServer> servers = new ArrayList<>();
  private final List<Peer> peers = new ArrayList<>();

  /** How many servers there are, 1 or 2. */
  protected abstract int nodes();

  /** The options of one of the servers, with the adapter in it. */
  protected abstract ServerOptions options(int node);

  /** Has delivered what servers have sent to each other, or some of it. */
  protected void deliver() {}

  /**
   * Breaks the connection from the first server to the others; answers whether it can be broken.
   */
  protected boolean disconnect() {
    return false;
  }

  /** A client: 0 is in a, 1 in a and b, 2 in b, 3 in none; 1 and 3 are on the second server. */
  private static final class Peer {
    private final TestServer server;
    private final FakeEngineSession session;
    private final Socket socket;

    Peer(TestServer server) {
      this(server, FakeRequest.PLAIN);
    }

    Peer(TestServer server, FakeRequest handshake) {
      this.server = server;
      this.session = server.open(handshake);
      this.socket = server.join(session, "/");
    }

    /** What it was sent, without the offset of an event that is stored. */
    List<String> hears() {
      return session.sent().stream()
          .map(text -> text.replaceFirst(",\"[\\w-]{7}(\\.[\\w-]+)?\"]$", "]"))
          .toList();
    }

    void says(String text) {
      session.text(text);
      server.executor.run();
    }
  }

  @BeforeEach
  final void connect() {
    for (int node = 0; node < nodes(); node++) {
      servers.add(new TestServer(options(node)));
    }
    settle();
    for (int i = 0; i < 4; i++) {
      peers.add(new Peer(servers.get(i % nodes())));
    }
    peers.get(0).socket.join("a");
    peers.get(1).socket.join("a", "b");
    peers.get(2).socket.join("b");
    settle();
  }

  @AfterEach
  final void close() {
    servers.forEach(server -> assertThat(server.io.close()).isNotNull());
    settle();
  }

  private SocketNamespace all() {
    return servers.get(0).of("/");
  }

  private SocketNamespace elsewhere() {
    assumeTrue(nodes() > 1, "for several servers");
    return servers.get(1).of("/");
  }

  private void settle() {
    boolean[] moved = {true};
    while (moved[0]) {
      moved[0] = false;
      deliver();
      for (TestServer server : servers) {
        moved[0] |= server.executor.waiting() > 0;
        server.executor.run();
      }
    }
  }

  private void pass(Duration time) {
    servers.forEach(server -> server.timer.advance(time));
  }

  /** Waits for what an adapter does on threads of its own. */
  private void until(BooleanSupplier done) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!done.getAsBoolean() && System.nanoTime() < deadline) {
      settle();
      Thread.onSpinWait();
    }
  }

  private <T> T result(CompletionStage<T> stage) {
    CompletableFuture<T> future = stage.toCompletableFuture();
    until(future::isDone);
    assertThat(future).isDone();
    return future.join();
  }

  /** Who has heard the event {@code x} with 1, each once. */
  private List<Integer> reached(int expected) {
    List<List<String>> heard = new ArrayList<>();
    peers.forEach(peer -> heard.add(new ArrayList<>()));
    until(
        () -> {
          for (int i = 0; i < peers.size(); i++) {
            heard.get(i).addAll(peers.get(i).hears());
          }
          return heard.stream().filter(texts -> !texts.isEmpty()).count() >= expected;
        });
    List<Integer> reached = new ArrayList<>();
    for (int i = 0; i < peers.size(); i++) {
      if (!heard.get(i).isEmpty()) {
        assertThat(heard.get(i)).containsExactly("2[\"x\",1]");
        reached.add(i);
      }
    }
    return reached;
  }

  private String id(int peer) {
    return peers.get(peer).socket.id();
  }

  private void emits(Broadcaster whom, Integer... reached) {
    whom.emit("x", 1);
    assertThat(reached(reached.length)).containsExactly(reached);
  }

  // ---- events

  /** Users are rooms to an adapter, whatever they are to the application. */
  @Test
  void toUser_andExceptUser_reachTheSocketsOfAllServers() {
    FakeRequest ann = FakeRequest.PLAIN.by(() -> "ann");
    peers.add(new Peer(servers.get(0), ann));
    peers.add(new Peer(servers.get(nodes() - 1), ann));
    peers.add(new Peer(servers.get(nodes() - 1), FakeRequest.PLAIN.by(() -> "bob")));
    settle();

    all().toUser("ann").emit("x", 1);
    assertThat(reached(2)).containsExactly(4, 5);
    all().toUser("ann", "bob").to("b").emit("x", 1);
    assertThat(reached(5)).containsExactly(1, 2, 4, 5, 6);
    all().exceptUser("ann").emit("x", 1);
    assertThat(reached(5)).containsExactly(0, 1, 2, 3, 6);
    all().toUser("nobody").emit("x", 1);
    all().toUser().emit("x", 1);
    assertThat(reached(0)).isEmpty();
  }

  @Test
  void broadcast_reachesEachAddressedSocketOnce() {
    emits(all(), 0, 1, 2, 3);
    emits(all().to("a"), 0, 1);
    emits(all().to("a", "b"), 0, 1, 2);
    emits(all().to("a").except("b"), 0);
    emits(all().except("a"), 2, 3);
    emits(all().to(id(3)), 3);
    emits(all().to(id(0), "b").except(id(1)), 0, 2);
    emits(all().to("nobody"));
    emits(all().to());
    emits(all().asVolatile(), 0, 1, 2, 3);
    emits(all().compress(false), 0, 1, 2, 3);
    emits(peers.get(0).socket.broadcast(), 1, 2, 3);
    emits(peers.get(1).socket.to("a"), 0);
  }

  @Test
  void broadcast_local_staysOnThisServer() {
    Integer[] here = nodes() == 1 ? new Integer[] {0, 1, 2, 3} : new Integer[] {0, 2};
    emits(all().local(), here);
    emits(all().to("a").local(), nodes() == 1 ? new Integer[] {0, 1} : new Integer[] {0});
  }

  @Test
  void broadcast_inOneNamespace_isNotHeardInAnother() {
    servers.forEach(server -> server.of("/other"));
    servers.get(0).of("/other").emit("y");

    emits(all(), 0, 1, 2, 3);
  }

  @Test
  void broadcast_binary_arrivesWhole() {
    all().emit("bytes", new byte[] {1, 2}, Map.of("deep", new byte[] {3}));

    for (Peer peer : peers) {
      List<String> heard = new ArrayList<>();
      until(() -> heard.addAll(peer.hears()) && heard.size() >= 3);
      assertThat(heard).hasSize(3);
      assertThat(heard.get(0)).startsWith("52-[\"bytes\"");
      assertThat(heard.subList(1, 3)).containsExactly("0102", "03");
    }
  }

  @Test
  void broadcast_byOneThread_keepsItsOrder() {
    for (int i = 0; i < 100; i++) {
      all().emit("n", i);
    }

    for (Peer peer : peers) {
      List<String> heard = new ArrayList<>();
      until(() -> heard.addAll(peer.hears()) && heard.size() >= 100);
      assertThat(heard).hasSize(100);
      for (int i = 0; i < 100; i++) {
        assertThat(heard.get(i)).isEqualTo("2[\"n\"," + i + "]");
      }
    }
  }

  @Test
  void broadcast_volatile_isLostToWhoCannotTakeIt() {
    peers.get(1).session.writable(false);

    emits(all().asVolatile(), 0, 2, 3);
  }

  @Test
  void broadcast_othersOutOfReach_isHeardHere() {
    assumeTrue(nodes() > 1 && disconnect(), "for several servers");

    emits(all(), 0, 2);
    all().to("a").socketsJoin("c");
    assertThat(peers.get(0).socket.rooms()).contains("c");
    all().to("b").disconnectSockets(false);
    assertThat(peers.get(2).socket.connected()).isFalse();
  }

  // ---- acknowledgements

  private void answer(int peer, String json) {
    Peer answering = peers.get(peer);
    List<String> heard = new ArrayList<>();
    until(() -> heard.addAll(answering.session.sent()) && !heard.isEmpty());
    assertThat(heard).hasSize(1);
    assertThat(heard.get(0)).matches("2\\d+\\[\"question\",7]");
    answering.says("3" + heard.get(0).replaceAll("^2(\\d+).*", "$1") + json);
  }

  private static List<Object> answers(BroadcastAcks acks) {
    return acks.responses().stream().<Object>map(r -> r.args().get(0, Object.class)).toList();
  }

  @Test
  void broadcastWithAck_allAnswer_isComplete() {
    CompletionStage<BroadcastAcks> asked =
        all().to("a", "b").timeout(SECOND).emitWithAck("question", 7);
    answer(0, "[\"zero\",\"more\"]");
    answer(1, "[\"one\",\"more\"]");
    answer(2, "[\"two\"]");

    BroadcastAcks acks = result(asked);
    assertThat(answers(acks)).containsExactlyInAnyOrder("zero", "one", "two");
    assertThat(acks.expected()).isEqualTo(3);
    assertThat(acks.missing()).isEmpty();
    assertThat(acks.complete()).isTrue();
    Args zero =
        acks.responses().stream()
            .filter(response -> id(0).equals(response.socketId()))
            .findFirst()
            .orElseThrow()
            .args();
    assertThat(zero.get(1, String.class)).isEqualTo("more");
  }

  @Test
  void broadcastWithAck_someAnswer_isWhatThereIsAtTheTimeout() {
    CompletionStage<BroadcastAcks> asked = all().timeout(SECOND).emitWithAck("question", 7);
    answer(0, "[0]");
    answer(3, "[{\"three\":3}]");
    settle();
    pass(SECOND.minusNanos(1));
    settle();
    assertThat(asked.toCompletableFuture()).isNotDone();
    pass(Duration.ofNanos(1));

    BroadcastAcks acks = result(asked);
    assertThat(answers(acks)).containsExactlyInAnyOrder(0L, Map.of("three", 3L));
    assertThat(acks.expected()).isEqualTo(4);
    assertThat(acks.missing()).contains(id(2)).doesNotContain(id(0), id(3));
    assertThat(acks.complete()).isFalse();
  }

  @Test
  void broadcastWithAck_nobody_isCompleteAtOnce() {
    BroadcastAcks acks = result(all().to("nobody").timeout(SECOND).emitWithAck("question"));

    assertThat(acks).isEqualTo(new BroadcastAcks(List.of(), Set.of(), 0, true));
  }

  @Test
  void broadcastWithAck_binaryAnswer_arrives() {
    CompletionStage<BroadcastAcks> asked =
        all().to(id(1)).timeout(SECOND).emitWithAck("question", 7);
    Peer one = peers.get(1);
    List<String> heard = new ArrayList<>();
    until(() -> heard.addAll(one.session.sent()) && !heard.isEmpty());
    one.session.text(
        "61-"
            + heard.get(0).replaceAll("^2(\\d+).*", "$1")
            + "[{\"_placeholder\":true,\"num\":0}]");
    one.session.binary(1, 2, 3);

    assertThat((byte[]) answers(result(asked)).get(0)).containsExactly(1, 2, 3);
  }

  @Test
  void broadcastWithAck_local_asksThisServerOnly() {
    CompletionStage<BroadcastAcks> asked =
        all().to("a").local().timeout(SECOND).emitWithAck("question", 7);
    answer(0, "[]");
    if (nodes() == 1) {
      answer(1, "[]");
    }

    assertThat(result(asked).complete()).isTrue();
  }

  // ---- operations on many

  @Test
  void fetchSockets_describesAllOfThem() {
    peers.get(1).socket.data().put("name", "one");

    List<RemoteSocket> found = result(all().to("a").fetchSockets());

    assertThat(found).extracting(RemoteSocket::id).containsExactlyInAnyOrder(id(0), id(1));
    RemoteSocket one =
        found.stream().filter(socket -> socket.id().equals(id(1))).findFirst().orElseThrow();
    assertThat(one.namespaceName()).isEqualTo("/");
    assertThat(one.rooms()).containsExactlyInAnyOrder(id(1), "a", "b");
    assertThat(one.data()).containsEntry("name", "one");
    assertThat(one.handshake().url()).isEqualTo(peers.get(1).socket.handshake().url());
    assertThat(one.handshake().query()).isEqualTo(peers.get(1).socket.handshake().query());
    assertThat(one.handshake().headers()).isEqualTo(peers.get(1).socket.handshake().headers());
    assertThat(one.handshake().authJson()).isNull();
    assertThat(one.handshake().issued().toEpochMilli())
        .isEqualTo(peers.get(1).socket.handshake().issued().toEpochMilli());
    assertThat(one instanceof Socket).isEqualTo(nodes() == 1);
    assertThat(result(all().to("nobody").fetchSockets())).isEmpty();
    assertThat(result(all().local().fetchSockets())).hasSize(4 / nodes());
  }

  @Test
  void fetchSockets_ofAServerThatDoesNotAnswer_fails() {
    assumeTrue(nodes() > 1 && disconnect(), "for several servers");
    CompletableFuture<List<RemoteSocket>> fetched =
        all().timeout(SECOND).fetchSockets().toCompletableFuture();
    pass(SECOND);
    until(fetched::isDone);

    assertThat(fetched).isCompletedExceptionally();
  }

  @Test
  void remoteSocket_canBeUsedLikeALocalOne() {
    RemoteSocket one = result(all().to(id(1)).fetchSockets()).get(0);

    one.emit("x", 1);
    assertThat(reached(1)).containsExactly(1);
    one.join("c", "d");
    one.leave("a");
    settle();
    until(() -> !peers.get(1).socket.rooms().contains("a"));
    assertThat(peers.get(1).socket.rooms()).containsExactlyInAnyOrder(id(1), "b", "c", "d");
    CompletionStage<Args> answered = one.timeout(SECOND).emitWithAck("question", 7);
    answer(1, "[\"yes\"]");
    assertThat(result(answered).get(0, String.class)).isEqualTo("yes");
    one.disconnect();
    until(() -> !peers.get(1).socket.connected());
    assertThat(peers.get(1).socket.connected()).isFalse();
  }

  @Test
  void sockets_areMovedAndDisconnected() {
    all().to("a").socketsJoin("c", "d");
    until(() -> peers.get(1).socket.rooms().contains("d"));
    assertThat(peers.get(0).socket.rooms()).contains("c", "d");
    assertThat(peers.get(1).socket.rooms()).contains("c", "d");
    assertThat(peers.get(2).socket.rooms()).doesNotContain("c", "d");

    all().to("c").except(id(0)).socketsLeave("c", "d");
    until(() -> !peers.get(1).socket.rooms().contains("d"));
    assertThat(peers.get(0).socket.rooms()).contains("c", "d");
    assertThat(peers.get(1).socket.rooms()).doesNotContain("c", "d");

    all().to("b").disconnectSockets(true);
    until(() -> !peers.get(1).socket.connected());
    assertThat(peers)
        .extracting(peer -> peer.socket.connected())
        .containsExactly(true, false, false, true);
  }

  // ---- servers among themselves

  @Test
  void serverSideEmit_reachesTheOthersAndNotItself() {
    List<String> heard = new ArrayList<>();
    for (TestServer server : servers) {
      server
          .of("/")
          .onServerEvent(
              "news",
              (args, ack) -> heard.add(servers.indexOf(server) + args.get(0, String.class)));
    }

    all().serverSideEmit("news", "!");
    all().serverSideEmit("news", "?");
    until(() -> heard.size() >= 2 * (nodes() - 1));

    assertThat(heard).isEqualTo(nodes() == 1 ? List.of() : List.of("1!", "1?"));
  }

  @Test
  void serverSideEmitWithAck_collectsTheAnswersOfTheOthers() {
    for (TestServer server : servers) {
      server.of("/").onServerEvent("sum", (args, ack) -> ack.send(args.get(0, int.class)));
    }

    ServerAcks acks = result(all().serverSideEmitWithAck("sum", 5));

    assertThat(acks.expected()).isEqualTo(nodes() - 1);
    assertThat(acks.complete()).isTrue();
    assertThat(acks.responses()).hasSize(nodes() - 1);
    acks.responses().forEach(args -> assertThat(args.get(0, int.class)).isEqualTo(5));
  }

  @Test
  void serverSideEmitWithAck_unanswered_isIncompleteAtTheTimeout() {
    elsewhere().onServerEvent("sum", (args, ack) -> {});
    CompletionStage<ServerAcks> asked = all().serverSideEmitWithAck(SECOND, "sum");
    settle();
    assertThat(asked.toCompletableFuture()).isNotDone();
    pass(SECOND);

    ServerAcks acks = result(asked);
    assertThat(acks.responses()).isEmpty();
    assertThat(acks.expected()).isEqualTo(1);
    assertThat(acks.complete()).isFalse();
  }

  @Test
  void server_thatCloses_isNoLongerExpected() {
    elsewhere();
    assertThat(servers.get(1).io.close()).isNotNull();
    settle();

    BroadcastAcks acks = result(all().to("nobody").timeout(SECOND).emitWithAck("question"));
    assertThat(acks.complete()).isTrue();
    assertThat(result(all().fetchSockets())).hasSize(2);
  }

  // ---- rooms

  @Test
  void rooms_areToldOfInOrder() {
    List<String> told = new ArrayList<>();
    all()
        .onRoom(
            new RoomListener() {
              @Override
              public void created(String room) {
                told.add("created " + room);
              }

              @Override
              public void deleted(String room) {
                told.add("deleted " + room);
              }

              @Override
              public void joined(String room, String id) {
                told.add("joined " + room);
              }

              @Override
              public void left(String room, String id) {
                told.add("left " + room);
              }
            });

    peers.get(0).socket.join("c");
    peers.get(nodes() == 1 ? 1 : 2).socket.join("c");
    peers.get(0).socket.leave("c");
    assertThat(told).as("told later").isEmpty();
    peers.get(nodes() == 1 ? 1 : 2).socket.leave("c");
    settle();

    assertThat(told)
        .containsExactly("created c", "joined c", "joined c", "left c", "left c", "deleted c");
  }
}
