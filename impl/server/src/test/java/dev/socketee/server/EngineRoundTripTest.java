package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Socket;
import dev.socketee.engine.EngineHooks;
import dev.socketee.engine.EngineOptions;
import dev.socketee.engine.EngineServer;
import dev.socketee.engine.UpgradeVerdict;
import dev.socketee.engine.WebSocketChannel;
import dev.socketee.engine.WebSocketReceiver;
import dev.socketee.engine.http.EngineRequest;
import dev.socketee.engine.http.HttpExchange;
import dev.socketee.engine.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server over the real engine: both layers' wire together. */
class EngineRoundTripTest {

  private final TestServer server = new TestServer();
  private final EngineServer engine =
      new EngineServer(
          EngineOptions.builder().outboxPackets(5).build(),
          EngineHooks.NONE,
          server.timer,
          server.io);
  private final List<String> seen = new ArrayList<>();

  @BeforeEach
  void serve() {
    server.of("/").onConnection(this::serve);
    server.of("/b").onConnection(this::serve);
  }

  private void serve(Socket socket) {
    String where = socket.namespace().name();
    socket
        .on("echo", (args, ack) -> socket.emit("echo", args.get(0, Object.class)))
        .on("ask", (args, ack) -> ack.send(args.get(0, Object.class)))
        .onDisconnect((reason, description) -> seen.add(where + " " + reason.text()));
  }

  /** A client with a WebSocket; what it hears is hidden where it is random. */
  private final class Browser implements WebSocketChannel {
    private final List<String> heard = new ArrayList<>();
    private final WebSocketReceiver receiver;
    private boolean stuck;
    private @Nullable SendCallback unfinished;
    private boolean closed;

    Browser() {
      FakeRequest request =
          FakeRequest.of("GET", "EIO=4&transport=websocket")
              .with("connection", "Upgrade")
              .with("upgrade", "websocket")
              .with("sec-websocket-version", "13")
              .with("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ==");
      receiver = ((UpgradeVerdict.Granted) engine.upgrade(request)).ticket().open(this);
    }

    Browser says(String... frames) {
      for (String frame : frames) {
        receiver.onText(frame);
        server.executor.run();
      }
      return this;
    }

    List<String> hears() {
      List<String> all =
          heard.stream()
              .map(frame -> frame.startsWith("0{") ? "0{}" : frame)
              .map(frame -> frame.replaceAll("\"sid\":\"[\\w-]{20}\"", "\"sid\":\"#\""))
              .toList();
      heard.clear();
      return all;
    }

    @Override
    public void sendText(String text, SendCallback callback) {
      heard.add(text);
      complete(callback);
    }

    @Override
    public void sendBinary(byte[] bytes, SendCallback callback) {
      heard.add(HexFormat.of().formatHex(bytes));
      complete(callback);
    }

    private void complete(SendCallback callback) {
      if (stuck) {
        unfinished = callback;
      } else {
        callback.onSent(null);
      }
    }

    @Override
    public void close(int code, String reason) {
      closed = true;
    }
  }

  /** A request, and the text of the answer once there is one. */
  private static final class Exchange implements HttpExchange {
    private final FakeRequest request;
    private final String body;
    private @Nullable String answer;

    Exchange(String method, String query, String body) {
      request = FakeRequest.of(method, query);
      this.body = body;
    }

    @Override
    public EngineRequest request() {
      return request;
    }

    @Override
    public void respond(HttpResponse response) {
      answer = new String(response.body(), StandardCharsets.UTF_8);
    }

    @Override
    public void readBody(int limit, BodyReceiver receiver) {
      receiver.onBody(body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void onAbort(Runnable action) {}
  }

  private @Nullable String request(String method, String query, String body) {
    Exchange exchange = new Exchange(method, query, body);
    engine.handle(exchange);
    server.executor.run();
    return exchange.answer;
  }

  @Test
  void webSocket_eventsAcksAndBinary_goBothWays() {
    Browser browser = new Browser();

    browser.says("40", "42[\"echo\",\"hi\"]", "420[\"ask\",1]", "40/b,", "42/b,7[\"ask\",2]");
    browser.says("451-[\"echo\",{\"_placeholder\":true,\"num\":0}]");
    browser.receiver.onBinary(new byte[] {1, 2});
    server.executor.run();

    assertThat(browser.hears())
        .containsExactly(
            "0{}",
            "40{\"sid\":\"#\"}",
            "42[\"echo\",\"hi\"]",
            "430[1]",
            "40/b,{\"sid\":\"#\"}",
            "43/b,7[2]",
            "451-[\"echo\",{\"_placeholder\":true,\"num\":0}]",
            "0102");
  }

  @Test
  void webSocket_closedByTheClient_endsTheSockets() {
    Browser browser = new Browser().says("40", "40/b,");

    browser.receiver.onClose();
    server.executor.run();

    assertThat(seen).containsExactlyInAnyOrder("/ transport close", "/b transport close");
    assertThat(engine.sessionCount()).isZero();
    assertThat(server.io.toString()).contains("clients=0");
  }

  @Test
  void violation_closesTheWebSocketAtOnce() {
    Browser browser = new Browser().says("40", "42{}");

    assertThat(browser.closed).isTrue();
    assertThat(seen).containsExactly("/ forced close");
    assertThat(engine.sessionCount()).isZero();
  }

  @Test
  void violation_overPolling_withoutAPollToSaySo_isAForcedServerClose() {
    String open = request("GET", "EIO=4&transport=polling", "");
    String sid = open.replaceAll(".*\"sid\":\"([\\w-]{20})\".*", "$1");
    String query = "EIO=4&transport=polling&sid=" + sid;
    assertThat(request("POST", query, "40")).isEqualTo("ok");
    assertThat(request("GET", query, "")).startsWith("40{\"sid\":");

    assertThat(request("POST", query, "42{}")).isEqualTo("ok");

    assertThat(seen).containsExactly("/ forced server close");
    assertThat(server.io.toString()).contains("clients=0");
    assertThat(request("GET", query, "")).isEqualTo("6\u001e1");
    assertThat(engine.sessionCount()).isZero();
    assertThat(seen).hasSize(1);
  }

  @Test
  void heartbeat_notAnswered_isAPingTimeout() {
    Browser browser = new Browser().says("40");

    server.timer.advance(Duration.ofSeconds(25));
    assertThat(browser.hears()).endsWith("2");
    server.timer.advance(Duration.ofSeconds(20));
    server.executor.run();

    assertThat(seen).containsExactly("/ ping timeout");
  }

  @Test
  void malformedPacket_isAParseError() {
    new Browser().says("40", "x");

    assertThat(seen).containsExactly("/ parse error");
  }

  @Test
  void disconnectAndClose_saysSoAndCloses() {
    Browser browser = new Browser().says("40", "40/b,");
    browser.hears();

    server.of("/b").connectedSockets().iterator().next().disconnect(true);
    server.executor.run();

    assertThat(browser.hears()).containsExactly("41/b,", "41");
    assertThat(browser.closed).isTrue();
    assertThat(seen)
        .containsExactlyInAnyOrder(
            "/ server namespace disconnect", "/b server namespace disconnect");
  }

  @Test
  void clientThatConnectsToNothing_isClosed() {
    Browser browser = new Browser();

    server.timer.advance(Duration.ofSeconds(25));
    browser.says("3");
    server.timer.advance(Duration.ofSeconds(20));

    assertThat(browser.closed).isTrue();
    assertThat(engine.sessionCount()).isZero();
  }

  @Test
  void clientTooSlowForABroadcast_isClosed_andTheOthersGetIt() {
    Browser slow = new Browser().says("40");
    Browser quick = new Browser().says("40");
    quick.hears();
    slow.stuck = true;

    for (int i = 0; i < 8; i++) {
      server.of("/").emit("news", i);
    }
    server.executor.run();

    assertThat(slow.closed).isTrue();
    assertThat(slow.unfinished).isNotNull();
    assertThat(seen).containsExactly("/ transport error");
    assertThat(quick.hears()).hasSize(8).last().isEqualTo("42[\"news\",7]");
    assertThat(server.of("/").connectedSockets()).hasSize(1);
  }

  @Test
  void volatileEvents_areDroppedWhileASendIsInFlight() {
    Browser browser = new Browser().says("40");
    browser.hears();
    browser.stuck = true;
    server.of("/").emit("first");

    server.of("/").asVolatile().emit("lost");
    browser.stuck = false;
    browser.unfinished.onSent(null);
    server.of("/").asVolatile().emit("sent");

    assertThat(browser.hears()).containsExactly("42[\"first\"]", "42[\"sent\"]");
  }

  @Test
  void close_ofTheServerAndThenTheEngine_endsEverything() {
    Browser browser = new Browser().says("40");
    browser.hears();

    server.io.close();
    engine.close();
    server.executor.run();

    assertThat(seen).containsExactly("/ server shutting down");
    assertThat(browser.hears()).isEmpty();
    assertThat(browser.closed).isTrue();
    assertThat(engine.sessionCount()).isZero();
    assertThat(server.timer.pending()).isZero();
  }

  @Test
  void drain_lastClient_fetchesByPollingThatItIsDisconnected() {
    server.io.carriedBy(
        new Carrier() {
          @Override
          public String path() {
            return "/";
          }

          @Override
          public void drain() {
            engine.drain();
          }

          @Override
          public void close() {
            engine.close();
          }
        });
    String open = request("GET", "EIO=4&transport=polling", "");
    String query =
        "EIO=4&transport=polling" + open.replaceAll(".*\"sid\":\"(.{20})\".*", "&sid=$1");
    assertThat(request("POST", query, "40")).isEqualTo("ok");
    assertThat(request("GET", query, "")).startsWith("40{\"sid\":");
    server.io.drain(Duration.ofMinutes(1));

    server.of("/").disconnectSockets(true);

    assertThat(request("GET", query, "")).isEqualTo("42[\"server_draining\",60000]\u001e41");
    assertThat(server.io.isClosed()).isFalse();
    assertThat(request("GET", query, "")).isEqualTo("6\u001e1");
    assertThat(server.io.isClosed()).isTrue();
    assertThat(server.timer.pending()).isZero();
  }

  @Test
  void session_afterTheServersClose_isClosed() {
    server.io.close();

    Browser browser = new Browser();

    assertThat(browser.closed).isTrue();
    assertThat(engine.sessionCount()).isZero();
  }
}
