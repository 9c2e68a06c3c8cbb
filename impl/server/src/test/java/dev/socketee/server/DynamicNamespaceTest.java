package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.BroadcastAcks;
import dev.socketee.ConnectionRefusedException;
import dev.socketee.Handshake;
import dev.socketee.Limit;
import dev.socketee.NamespaceMatcher;
import dev.socketee.ParentNamespace;
import dev.socketee.Socket;
import dev.socketee.SocketNamespace;
import dev.socketee.engine.CloseReason;
import dev.socketee.test.ExpectedLogs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Reference 2.2, ParentNamespace. */
class DynamicNamespaceTest {

  private static final Pattern DYNAMIC = Pattern.compile("/dyn-\\d+");
  private static final String INVALID = "{\"message\":\"Invalid namespace\"}";
  private static final String TOO_MANY = "{\"message\":\"Too many namespaces\"}";

  private final List<Object> seen = new ArrayList<>();
  private TestServer server = new TestServer();
  private FakeEngineSession session;

  private List<String> connect(String namespace) {
    session = server.open();
    return ask(namespace);
  }

  private List<String> ask(String namespace) {
    session.text("0" + namespace + ",");
    server.executor.run();
    return session.sent();
  }

  private static String accepted(String namespace) {
    return "0" + namespace + ",{\"sid\":\"#\"}";
  }

  private static String refused(String namespace, String payload) {
    return "4" + namespace + "," + payload;
  }

  private List<String> names() {
    return server.io.namespaces().stream().map(SocketNamespace::name).sorted().toList();
  }

  private void options(ServerOptions.Builder options) {
    server = new TestServer(options.build());
  }

  private static NamespaceMatcher answering(CompletableFuture<Boolean> answer) {
    return (name, handshake) -> answer;
  }

  // ---- patterns

  @Test
  void pattern_thatMatches_createsTheNamespace_andOthersAreInvalid() {
    ParentNamespace parent = server.io.of(DYNAMIC);

    assertThat(connect("/dyn-1")).containsExactly(accepted("/dyn-1"));
    assertThat(connect("/dyn-x")).containsExactly(refused("/dyn-x", INVALID));
    assertThat(connect("/dyn-1/more")).containsExactly(refused("/dyn-1/more", INVALID));

    assertThat(parent.children()).extracting(SocketNamespace::name).containsExactly("/dyn-1");
    assertThat(names()).containsExactly("/", "/dyn-1");
  }

  @Test
  void pattern_isNotAskedOnTheContainersThread() {
    server.io.of(DYNAMIC);
    session = server.open();

    session.text("0/dyn-1,");

    assertThat(session.sent()).isEmpty();
    assertThat(names()).containsExactly("/");
    assertThat(server.executor.waiting()).isEqualTo(1);
  }

  @Test
  void pattern_givenTwice_isOneParent_butNotWithOtherFlags() {
    assertThat(server.io.of(Pattern.compile("/dyn-\\d+"))).isSameAs(server.io.of(DYNAMIC));
    assertThat(server.io.of(Pattern.compile("/dyn-\\d+", Pattern.CASE_INSENSITIVE)))
        .isNotSameAs(server.io.of(DYNAMIC));
  }

  @Test
  void of_aNameThatMatches_createsAChild_unlessItExistsAlready() {
    SocketNamespace early = server.of("/dyn-1");
    ParentNamespace parent = server.io.of(DYNAMIC);
    SocketNamespace late = server.of("/dyn-2");

    assertThat(server.of("/dyn-1")).isSameAs(early);
    assertThat(parent.children()).containsExactly(late);
  }

  @Test
  void static_namespace_winsOverAPattern() {
    server.of("/dyn-1").onConnection(socket -> seen.add("static"));
    server.io.of(DYNAMIC).onConnection(socket -> seen.add("dynamic"));

    connect("/dyn-1");

    assertThat(seen).containsExactly("static");
  }

  // ---- parents

  @Test
  void child_hasTheMiddlewareAndListenersOfItsParent_asTheyWereAtItsCreation() {
    ParentNamespace parent = server.io.of(DYNAMIC);
    parent
        .use(socket -> seen.add("use"))
        .onConnection(socket -> seen.add(socket.namespace().name()));
    connect("/dyn-1");
    assertThat(seen).containsExactly("use", "/dyn-1");

    seen.clear();
    parent.use(
        socket -> {
          throw new ConnectionRefusedException("late");
        });
    assertThat(connect("/dyn-1")).containsExactly(accepted("/dyn-1"));
    assertThat(connect("/dyn-2")).containsExactly(refused("/dyn-2", "{\"message\":\"late\"}"));
  }

  @Test
  void child_hasListenersOfItsOwn_thatItsParentDoesNotGet() {
    server.io.of(DYNAMIC).onConnection(socket -> seen.add("parent"));
    connect("/dyn-1");
    server.of("/dyn-1").onConnection(socket -> seen.add("child"));

    seen.clear();
    connect("/dyn-1");
    connect("/dyn-2");

    assertThat(seen).containsExactly("parent", "child", "parent");
  }

  @Test
  void child_hasTheSharedListenersOfItsParent() {
    ParentNamespace parent = server.io.of(DYNAMIC);
    server.io.listen(parent, "x", (socket, args, ack) -> seen.add(socket.namespace().name()));
    connect("/dyn-1");

    session.text("2/dyn-1,[\"x\"]");
    server.executor.run();

    assertThat(seen).containsExactly("/dyn-1");
  }

  @Test
  void parent_emitsToTheSocketsOfAllChildren() {
    ParentNamespace parent = server.io.of(DYNAMIC);
    connect("/dyn-1");
    FakeEngineSession one = session;
    connect("/dyn-2");
    FakeEngineSession two = session;
    FakeEngineSession other = server.connect();

    parent.emit("news", 1);
    parent.to("nobody").emit("room");
    parent
        .except(parent.children().iterator().next().connectedSockets().iterator().next())
        .asVolatile()
        .emit("most");

    List<String> all = new ArrayList<>(one.sent());
    all.addAll(two.sent());
    assertThat(all)
        .contains("2/dyn-1,[\"news\",1]", "2/dyn-2,[\"news\",1]")
        .hasSize(3)
        .anyMatch(packet -> packet.endsWith("[\"most\"]"));
    assertThat(other.sent()).isEmpty();
  }

  @Test
  void parent_withoutChildren_refusesReservedEventsAllTheSame() {
    ParentNamespace parent = server.io.of(DYNAMIC);

    assertThatThrownBy(() -> parent.emit("connect")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void parent_collectsTheAcknowledgementsOfAllChildren() {
    ParentNamespace parent = server.io.of(DYNAMIC);
    connect("/dyn-1");
    FakeEngineSession one = session;
    connect("/dyn-2");
    connect("/dyn-3");

    CompletableFuture<BroadcastAcks> acks =
        parent.timeout(Duration.ofSeconds(1)).emitWithAck("ask").toCompletableFuture();
    one.text("3/dyn-1,0[1]");
    session.text("3/dyn-3,0[3]");
    server.executor.run();
    assertThat(acks).isNotDone();
    server.timer.advance(Duration.ofSeconds(1));
    server.executor.run();

    BroadcastAcks all = acks.join();
    assertThat(all.expected()).isEqualTo(3);
    assertThat(all.responses()).extracting(each -> each.args().json(0)).containsOnly("1", "3");
    assertThat(all.missing())
        .containsExactly(server.of("/dyn-2").connectedSockets().iterator().next().id());
    assertThat(all.complete()).isFalse();
  }

  @Test
  void parent_needsATimeoutForAcknowledgements_alsoWithoutChildren() {
    ParentNamespace parent = server.io.of(DYNAMIC);

    assertThatThrownBy(() -> parent.emitWithAck("ask")).isInstanceOf(IllegalStateException.class);
    assertThat(parent.timeout(Duration.ofSeconds(1)).to("a").emitWithAck("ask"))
        .isCompletedWithValueMatching(acks -> acks.complete() && acks.expected() == 0);
  }

  @Test
  void parent_managesTheSocketsOfAllChildren_butCannotFetchThem() {
    ParentNamespace parent = server.io.of(DYNAMIC);
    connect("/dyn-1");
    connect("/dyn-2");
    Socket socket = server.of("/dyn-2").connectedSockets().iterator().next();

    parent.socketsJoin("a", "b");
    parent.local().compress(false).to("a").socketsLeave("b");
    assertThat(socket.rooms()).containsExactlyInAnyOrder(socket.id(), "a");

    parent.disconnectSockets(false);
    assertThat(socket.connected()).isFalse();
    assertThat(session.sent()).containsExactly("1/dyn-2,");
    assertThatThrownBy(parent::fetchSockets)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("fetchSockets() is not supported on parent namespaces");
  }

  // ---- matchers

  @Test
  void matcher_getsTheNameAndTheHandshakeOfTheConnect() {
    server.io.of(
        (name, handshake) -> {
          seen.add(List.of(name, String.valueOf(handshake.authJson())));
          return CompletableFuture.completedFuture(true);
        });
    session = server.open();

    session.text("0/any,{\"token\":1}");
    server.executor.run();

    assertThat(seen).containsExactly(List.of("/any", "{\"token\":1}"));
    assertThat(session.sent()).containsExactly(accepted("/any"));
  }

  @Test
  void matchers_areAskedInTheOrderOfTheirRegistration_untilOneSaysYes() {
    server.io.of(saying("first", false));
    server.io.of(Pattern.compile("/never"));
    server.io.of(saying("second", true)).onConnection(socket -> seen.add("connected"));
    server.io.of(saying("third", true));

    connect("/any");

    assertThat(seen).containsExactly("first", "second", "connected");
  }

  private NamespaceMatcher saying(String word, boolean answer) {
    return (name, handshake) -> {
      seen.add(word);
      return CompletableFuture.completedFuture(answer);
    };
  }

  @Test
  void matcher_isNotAskedForANamespaceThatExists() {
    server.io.of(saying("asked", true));
    connect("/any");
    connect("/any");
    server.connect();

    assertThat(seen).containsExactly("asked");
  }

  @Test
  void matcher_mayTakeItsTime_andHoldsUpNobody() {
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    server.io.of(answering(answer));

    assertThat(connect("/slow")).isEmpty();
    session.text("0");
    server.executor.run();
    assertThat(session.sent()).containsExactly("0{\"sid\":\"#\"}");

    answer.complete(true);
    assertThat(session.sent()).isEmpty();
    server.executor.run();
    assertThat(session.sent()).containsExactly(accepted("/slow"));
  }

  @Test
  void matcher_thatIsAskedByTwoClientsAtOnce_createsOneNamespace() {
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    server.io.of(answering(answer)).onConnection(socket -> seen.add(socket.namespace()));
    server.io.onNewNamespace(namespace -> seen.add("new " + namespace.name()));
    connect("/slow");
    FakeEngineSession one = session;
    connect("/slow");
    FakeEngineSession two = session;

    answer.complete(true);
    server.executor.run();

    assertThat(one.sent()).containsExactly(accepted("/slow"));
    assertThat(two.sent()).containsExactly(accepted("/slow"));
    assertThat(seen).hasSize(3).startsWith("new /slow");
    assertThat(seen.get(1)).isSameAs(seen.get(2));
  }

  @Test
  void static_namespaceThatIsCreatedMeanwhile_wins() {
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    ParentNamespace parent = server.io.of(answering(answer));
    connect("/slow");
    SocketNamespace made = server.of("/slow");

    answer.complete(true);
    server.executor.run();

    assertThat(session.sent()).containsExactly(accepted("/slow"));
    assertThat(made.connectedSockets()).hasSize(1);
    assertThat(parent.children()).isEmpty();
  }

  @Test
  void connect_toANamespaceThatIsStillLookedFor_breaksTheProtocol() {
    server.io.of(answering(new CompletableFuture<>()));
    connect("/slow");

    assertThat(ask("/slow")).isEmpty();

    assertThat(session.closing()).isTrue();
  }

  @Test
  void event_toANamespaceThatIsStillLookedFor_breaksTheProtocol() {
    server.io.of(answering(new CompletableFuture<>()));
    connect("/slow");

    session.text("2/slow,[\"x\"]");

    assertThat(session.closing()).isTrue();
  }

  @Test
  void namespacesThatAreLookedFor_countAsThoseOfTheConnection(ExpectedLogs logs) {
    logs.expect("Closing a connection from .*: more than 2 namespaces");
    options(ServerOptions.builder().namespacesPerConnection(2));
    server.io.of(answering(new CompletableFuture<>()));
    connect("/a");
    ask("/b");
    assertThat(session.closing()).isFalse();

    ask("/c");

    assertThat(session.closing()).isTrue();
  }

  @Test
  void client_thatGoesWhileItsNamespaceIsLookedFor_leavesNothingBehind() {
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    server.io.of(answering(answer));
    connect("/slow");

    session.end(CloseReason.TRANSPORT_CLOSE, null);
    answer.complete(true);
    server.executor.run();

    assertThat(names()).containsExactly("/");
    assertThat(server.timer.pending()).isZero();
  }

  @Test
  void matcher_thatDoesNotAnswerInTime_meansNo_andItsAnswerIsLateForEver(ExpectedLogs logs) {
    logs.expect("A NamespaceMatcher failed for /slow, .*");
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    server.io.of(answering(answer));
    session = server.open();
    server.join(session, "/");
    ask("/slow");

    server.timer.advance(Duration.ofSeconds(45));
    assertThat(session.sent()).containsExactly(refused("/slow", INVALID));

    answer.complete(true);
    server.executor.run();
    assertThat(session.sent()).isEmpty();
    assertThat(names()).containsExactly("/");
    assertThat(session.closing()).isFalse();
  }

  @Test
  void matcher_thatFails_meansNo_andIsLoggedOnce(ExpectedLogs logs) {
    logs.expect("A NamespaceMatcher failed for /a, .*thrown");
    server.io.of(
        (name, handshake) -> {
          throw new Exception("thrown");
        });

    assertThat(connect("/a")).containsExactly(refused("/a", INVALID));
    assertThat(connect("/b")).containsExactly(refused("/b", INVALID));
  }

  @Test
  void matcher_whoseStageFails_meansNo_andTheNextIsAsked(ExpectedLogs logs) {
    logs.expect("A NamespaceMatcher failed for /a, .*later");
    server.io.of(answering(CompletableFuture.failedFuture(new Exception("later"))));
    server.io.of(DYNAMIC);

    assertThat(connect("/a")).containsExactly(refused("/a", INVALID));
    assertThat(connect("/dyn-1")).containsExactly(accepted("/dyn-1"));
  }

  @Test
  @SuppressWarnings("NullAway") // that is the mistake
  void matcher_thatAnswersNothing_meansNo(ExpectedLogs logs) {
    logs.expect("A NamespaceMatcher failed for /a, .*");
    server.io.of((String name, Handshake handshake) -> null);
    server.io.of(answering(CompletableFuture.completedFuture(null)));

    assertThat(connect("/a")).containsExactly(refused("/a", INVALID));
  }

  @Test
  void search_withoutAThread_closesTheConnection(ExpectedLogs logs) {
    logs.expect("Closing a connection from .*: no thread to look for a namespace");
    server.io.of(DYNAMIC);
    session = server.open();
    server.executor.refuse(true);

    session.text("0/dyn-1,");

    assertThat(session.closing()).isTrue();
  }

  @Test
  void search_forWhichTheExecutorFails_closesTheConnection(ExpectedLogs logs) {
    logs.expect("No thread to look for a namespace.*NoClassDefFoundError");
    logs.expect("Closing a connection from .*: no thread to look for a namespace");
    server.io.of(DYNAMIC);
    session = server.open();
    server.executor.fail(true);

    session.text("0/dyn-1,");

    assertThat(session.closing()).isTrue();
  }

  // ---- new_namespace

  @Test
  void onNewNamespace_isToldOfStaticAndDynamicOnes_beforeAnybodyGetsIn() {
    server.io.onNewNamespace(
        namespace -> {
          seen.add("new " + namespace.name());
          namespace.use(socket -> seen.add("use " + socket.namespace().name()));
        });
    server.io.of(DYNAMIC);

    server.of("/static");
    connect("/dyn-1");

    assertThat(seen).containsExactly("new /static", "new /dyn-1", "use /dyn-1");
  }

  @Test
  void onNewNamespace_thatFails_harmsNobody(ExpectedLogs logs) {
    logs.expect("A listener for new namespaces failed for /dyn-1.*");
    server.io.onNewNamespace(
        namespace -> {
          throw new IllegalStateException("watcher");
        });
    server.io.onNewNamespace(namespace -> seen.add(namespace.name()));
    server.io.of(DYNAMIC);

    assertThat(connect("/dyn-1")).containsExactly(accepted("/dyn-1"));
    assertThat(seen).containsExactly("/dyn-1");
  }

  @Test
  void client_thatComesWhileANamespaceIsAnnounced_waitsForThat() {
    server.io.onNewNamespace(
        namespace -> {
          assertThat(connect("/new")).isEmpty();
          namespace.use(socket -> seen.add("use"));
        });

    server.of("/new");
    server.executor.run();

    assertThat(seen).containsExactly("use");
    assertThat(session.sent()).containsExactly(accepted("/new"));
  }

  // ---- bounds and cleaning up

  @Test
  void children_ofAllClients_areBounded(ExpectedLogs logs) {
    logs.expect(".*because of child-namespaces \\(.*");
    options(ServerOptions.builder().childNamespaces(2));
    server.io.of(DYNAMIC);

    assertThat(connect("/dyn-1")).containsExactly(accepted("/dyn-1"));
    assertThat(connect("/dyn-2")).containsExactly(accepted("/dyn-2"));
    assertThat(connect("/dyn-3")).containsExactly(refused("/dyn-3", TOO_MANY));
    assertThat(connect("/dyn-4")).containsExactly(refused("/dyn-4", TOO_MANY));
    assertThat(server.io.statistics().reached(Limit.CHILD_NAMESPACES)).isEqualTo(2);
    assertThat(connect("/dyn-1")).containsExactly(accepted("/dyn-1"));
    assertThat(server.of("/dyn-5").name()).isEqualTo("/dyn-5");
  }

  @Test
  void children_ofOneClient_areBounded(ExpectedLogs logs) {
    logs.expect(".*because of child-namespaces-per-connection \\(.*");
    options(ServerOptions.builder().childNamespacesPerConnection(2));
    server.io.of(DYNAMIC);
    server.of("/dyn-7");

    assertThat(connect("/dyn-1")).containsExactly(accepted("/dyn-1"));
    assertThat(ask("/dyn-7")).containsExactly(accepted("/dyn-7"));
    assertThat(ask("/dyn-2")).containsExactly(accepted("/dyn-2"));
    assertThat(ask("/dyn-3")).containsExactly(refused("/dyn-3", TOO_MANY));
    assertThat(server.io.statistics().reached(Limit.CHILD_NAMESPACES_PER_CONNECTION)).isEqualTo(1);
    assertThat(connect("/dyn-3")).containsExactly(accepted("/dyn-3"));
  }

  @Test
  void children_stay_byDefault() {
    server.io.of(DYNAMIC);
    connect("/dyn-1");

    session.text("1/dyn-1,");

    assertThat(names()).containsExactly("/", "/dyn-1");
  }

  @Test
  void child_goesWithItsLastSocket_ifCleanedUp() {
    options(ServerOptions.builder().cleanupEmptyChildNamespaces(true));
    ParentNamespace parent = server.io.of(DYNAMIC);
    server.of("/static");
    connect("/static");
    ask("/dyn-1");
    FakeEngineSession one = session;
    connect("/dyn-1");

    one.text("1/dyn-1,");
    assertThat(names()).containsExactly("/", "/dyn-1", "/static");

    session.end(CloseReason.TRANSPORT_CLOSE, null);
    one.end(CloseReason.TRANSPORT_CLOSE, null);
    assertThat(names()).containsExactly("/", "/static");
    assertThat(parent.children()).isEmpty();

    assertThat(connect("/dyn-1")).containsExactly(accepted("/dyn-1"));
  }

  @Test
  void child_whoseOnlyClientWasRefused_goesToo() {
    options(ServerOptions.builder().cleanupEmptyChildNamespaces(true));
    server
        .io
        .of(DYNAMIC)
        .use(
            socket -> {
              throw new ConnectionRefusedException("no");
            });

    assertThat(connect("/dyn-1")).containsExactly(refused("/dyn-1", "{\"message\":\"no\"}"));

    assertThat(names()).containsExactly("/");
  }

  @Test
  void children_thatAreGone_countNoMore() {
    options(
        ServerOptions.builder()
            .cleanupEmptyChildNamespaces(true)
            .childNamespaces(1)
            .childNamespacesPerConnection(1));
    server.io.of(DYNAMIC);
    connect("/dyn-1");
    session.text("1/dyn-1,");

    assertThat(ask("/dyn-2")).containsExactly(accepted("/dyn-2"));
  }

  @Test
  void disconnectListener_ofTheLastSocket_stillKnowsItsNamespace() {
    options(ServerOptions.builder().cleanupEmptyChildNamespaces(true));
    server
        .io
        .of(DYNAMIC)
        .onConnection(
            socket ->
                socket.onDisconnect((reason, description) -> seen.add(socket.namespace().name())));
    connect("/dyn-1");

    session.end(CloseReason.TRANSPORT_CLOSE, null);
    server.executor.run();

    assertThat(seen).containsExactly("/dyn-1");
  }
}
