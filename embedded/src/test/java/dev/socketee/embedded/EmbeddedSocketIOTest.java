package dev.socketee.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.socketee.Broadcaster;
import dev.socketee.DisconnectReason;
import dev.socketee.Room;
import dev.socketee.Socket;
import dev.socketee.SocketIO;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnDisconnect;
import dev.socketee.annotation.OnEvent;
import dev.socketee.annotation.RoomName;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server in this process, with clients that come over the network. */
class EmbeddedSocketIOTest {

  private static final BlockingQueue<String> TOLD = new LinkedBlockingQueue<>();

  /** A value that JSON-B binds. */
  public record Message(String from, String text) {}

  /** Greets, with what is injected. */
  @ApplicationScoped
  static class Greeter {

    @Inject Instance<EmbeddedSocketIO> server;

    String greet(Message message) {
      return "hello " + message.from() + ", at " + server.get().uri().getPath();
    }

    @PreDestroy
    void end() {
      TOLD.add("end of the greeter");
    }
  }

  /** A handler with everything that a handler has. */
  @Namespace("/chat")
  static class Chat {

    @Inject Greeter greeter;
    @Inject Broadcaster everybody;
    @Inject SocketIO io;
    @Inject Instance<EmbeddedSocketIO> server;

    @Inject
    @RoomName("lobby")
    Room lobby;

    @OnConnect
    void arrive(Socket socket) {
      socket.join(lobby);
    }

    @OnEvent("greet")
    String greet(Message message) {
      return greeter.greet(message);
    }

    @OnEvent("say")
    void say(Socket from, String text) {
      lobby.except(from).emit("said", text);
      everybody.emit("all", io.of("/chat").connectedSockets().size());
    }

    @OnEvent("current")
    boolean current() {
      return CDI.current().select(EmbeddedSocketIO.class).get() == server.get();
    }

    @OnDisconnect
    void leave(DisconnectReason why) {
      TOLD.add(why.text());
    }
  }

  static EmbeddedSocketIOBuilder chat() {
    return EmbeddedSocketIO.builder().port(0).beans(Chat.class, Greeter.class);
  }

  @Test
  void handlers_ofBeans_getEventsAndWhatIsInjected() throws Exception {
    try (EmbeddedSocketIO server = chat().start()) {
      TestClient ann = TestClient.connect(server, "/chat");
      TestClient bob = TestClient.connect(server, "/chat");
      ann.send("42/chat,1[\"greet\",{\"from\":\"ann\",\"text\":\"hi\"}]");
      assertThat(ann.next()).isEqualTo("43/chat,1[\"hello ann, at /\"]");
      ann.send("42/chat,[\"say\",\"hi\"]");
      assertThat(bob.next()).isEqualTo("42/chat,[\"said\",\"hi\"]");
      assertThat(bob.next()).isEqualTo("42/chat,[\"all\",2]");
    }
  }

  @Test
  void addresses_ofServer_areWhereItIs() throws Exception {
    try (EmbeddedSocketIO server = chat().contextPath("/app").start()) {
      assertThat(server.uri()).isEqualTo(URI.create("http://127.0.0.1:" + server.port() + "/app/"));
      assertThat(server.port()).isPositive();
      assertThat(server).hasToString("EmbeddedSocketIO at " + server.uri());
      TestClient.connect(server, "/chat");
      await() // its state changes while the client reads the answer
          .untilAsserted(
              () -> assertThat(server.server().of("/chat").connectedSockets()).hasSize(1));
      assertThat(TestClient.get(server.uri().resolve("/socket.io/")).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void uri_ofServerOnAllInterfaces_isReachable() throws Exception {
    try (EmbeddedSocketIO server = chat().host("0.0.0.0").start()) {
      assertThat(server.uri().getHost()).isEqualTo("127.0.0.1");
      TestClient.connect(server, "/chat");
    }
  }

  @Test
  void close_whileClientsAreConnected_tellsThemWhatAStoppedApplicationDoes() throws Exception {
    EmbeddedSocketIO server = chat().start();
    TOLD.clear();
    TestClient client = TestClient.connect(server, "/chat");
    client.send("42/chat,1[\"greet\",{\"from\":\"ann\"}]"); // makes the greeter
    client.next();
    URI session = TestClient.poll(server);
    CompletableFuture<HttpResponse<String>> poll = TestClient.getLater(session);
    await().pollDelay(Duration.ofMillis(300)).until(() -> !poll.isDone());

    server.close();

    assertThat(client.closeCode()).isEqualTo(1001);
    assertThat(poll.get(10, TimeUnit.SECONDS).body()).isEqualTo("1");
    assertThat(TOLD).containsExactly("server shutting down", "end of the greeter");
    assertThat(server.isClosed()).isTrue();
    assertThat(server).hasToString("EmbeddedSocketIO at " + server.uri() + " (closed)");
    server.await();
    server.close();
  }

  @Test
  void close_ends_allThreads() throws Exception {
    TestClient.connect(warmUp(), "/chat").closeCode(); // the client has threads of its own
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (EmbeddedSocketIO server = chat().start()) {
      TestClient client = TestClient.connect(server, "/chat");
      client.send("42/chat,1[\"current\"]");
      assertThat(client.next()).isEqualTo("43/chat,1[true]");
      URI session = TestClient.poll(server);
      TestClient.post(session, "40/chat,");
      assertThat(TestClient.get(session).body()).startsWith("40/chat,");
      assertThat(started(before)).isNotEmpty();
    }
    await() // a thread may be told to end a little before it has
        .pollInSameThread()
        .untilAsserted(() -> assertThat(started(before)).as("threads that go on").isEmpty());
  }

  private static EmbeddedSocketIO warmUp() {
    EmbeddedSocketIO server = chat().start();
    new Thread(
            () -> {
              while (server.server().of("/chat").connectedSockets().isEmpty()) {
                Thread.onSpinWait();
              }
              server.close();
            })
        .start();
    return server;
  }

  private static List<String> started(Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread) && thread.isAlive())
        .map(Thread::getName)
        .filter(name -> !name.startsWith("HttpClient-") && !name.startsWith("ForkJoinPool."))
        .toList();
  }

  @Test
  void servers_inOneProcess_haveBeansOfTheirOwn() throws Exception {
    try (EmbeddedSocketIO one = chat().start();
        EmbeddedSocketIO two = chat().contextPath("/two").start()) {
      assertThat(one.select(Chat.class)).isNotSameAs(two.select(Chat.class));
      assertThat(one.select(EmbeddedSocketIO.class)).isSameAs(one);
      for (EmbeddedSocketIO server : List.of(one, two)) {
        TestClient client = TestClient.connect(server, "/chat");
        client.send("42/chat,1[\"current\"]");
        assertThat(client.next()).isEqualTo("43/chat,1[true]");
        await() // its state changes while the client reads the answer
            .untilAsserted(
                () -> assertThat(server.server().of("/chat").connectedSockets()).hasSize(1));
      }
    }
  }

  @Test
  void server_startedAgainOnItsPort_serves() throws Exception {
    int port;
    try (EmbeddedSocketIO server = chat().start()) {
      port = server.port();
      TestClient.connect(server, "/chat");
    }
    try (EmbeddedSocketIO again = chat().port(port).start()) {
      TestClient.connect(again, "/chat");
    }
  }

  @Test
  void select_ofNoBean_saysWhichIsMissing() {
    try (EmbeddedSocketIO server = chat().start()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> server.select(Runnable.class))
          .withMessage("no bean is a java.lang.Runnable: name its class in beans(...)");
    }
  }

  @Test
  void server_withoutBeans_isProgrammed() throws Exception {
    try (EmbeddedSocketIO server = EmbeddedSocketIO.builder().port(0).beans().start()) {
      server.server().of("/plain").onConnection(socket -> socket.emit("welcome"));
      assertThat(TestClient.connect(server, "/plain").next()).isEqualTo("42/plain,[\"welcome\"]");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1_500_000, 3_000_000})
  void payload_aboveUndertowsOwnLimit_isBoundedByTheOptionOnly(int size) throws Exception {
    try (EmbeddedSocketIO server = chat().option("max-payload", "4MB").start()) {
      URI session = TestClient.poll(server);
      TestClient.post(session, "40/chat,");
      HttpResponse<String> response =
          TestClient.post(session, "42/chat,[\"say\",\"" + "x".repeat(size) + "\"]");
      assertThat(response.body()).isEqualTo("ok");
    }
  }

  @Test
  void files_ofMetaInfResources_areServed() throws Exception {
    try (EmbeddedSocketIO server = chat().contextPath("/app").start()) {
      assertThat(TestClient.get(server.uri()).body()).contains("<title>a page of the test</title>");
      assertThat(TestClient.get(server.uri().resolve("socket.io/socket.io.min.js")).statusCode())
          .isEqualTo(200);
      assertThat(TestClient.get(server.uri().resolve("unknown.html")).statusCode()).isEqualTo(404);
      assertThat(TestClient.get(server.uri().resolve("..%2Fservices%2Fsecret.txt")).statusCode())
          .isEqualTo(404);
    }
  }
}
