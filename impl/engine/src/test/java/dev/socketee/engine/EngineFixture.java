package dev.socketee.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.protocol.engine.EngineFrame;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * An engine among fakes: time that a test moves, clients that it plays, and above it listeners that
 * write down what they are told.
 */
final class EngineFixture {

  static final String POLLING = "EIO=4&transport=polling";
  static final String WEBSOCKET = "EIO=4&transport=websocket";
  static final Duration PING_INTERVAL = EngineOptions.DEFAULT.pingInterval();
  static final Duration PING_TIMEOUT = EngineOptions.DEFAULT.pingTimeout();

  private final ManualTimer timer = new ManualTimer();
  private final List<RecordingListener> listeners = new CopyOnWriteArrayList<>();
  private final List<EngineLimit> limits = new CopyOnWriteArrayList<>();
  private final EngineServer server;
  private volatile Consumer<RecordingListener> onAccept = listener -> {};

  EngineFixture() {
    this(options -> options);
  }

  EngineFixture(UnaryOperator<EngineOptions.Builder> options) {
    this(options, EngineHooks.NONE);
  }

  EngineFixture(UnaryOperator<EngineOptions.Builder> options, EngineHooks hooks) {
    server =
        new EngineServer(
            options.apply(EngineOptions.builder()).build(),
            hooks,
            timer,
            new SessionAcceptor() {
              @Override
              public SessionListener accept(EngineSession session) {
                return EngineFixture.this.accept(session);
              }

              @Override
              public void limitReached(EngineLimit limit) {
                limits.add(limit);
              }
            });
  }

  /** The limits that were reached, each time. */
  List<EngineLimit> limits() {
    return limits;
  }

  private SessionListener accept(EngineSession session) {
    RecordingListener listener = new RecordingListener(session);
    listeners.add(listener);
    onAccept.accept(listener);
    return listener;
  }

  /** Does something with each new session, before the engine goes on with it. */
  EngineFixture onAccept(Consumer<RecordingListener> action) {
    onAccept = action;
    return this;
  }

  EngineServer server() {
    return server;
  }

  ManualTimer timer() {
    return timer;
  }

  /** The listener of the session that was opened last. */
  RecordingListener latest() {
    return listeners.get(listeners.size() - 1);
  }

  int accepted() {
    return listeners.size();
  }

  /** Hands a request to the engine. */
  FakeExchange handle(FakeExchange exchange) {
    server.handle(exchange);
    return exchange;
  }

  FakeExchange handle(String method, String query) {
    return handle(new FakeExchange(FakeRequest.of(method, query)));
  }

  /** Opens a session by polling. */
  PollingClient connectPolling() {
    return connectPolling(POLLING);
  }

  /** Opens a session by polling, with these parameters in all requests. */
  PollingClient connectPolling(String query) {
    FakeExchange handshake = handle("GET", query);
    assertThat(handshake.response().status()).isEqualTo(200);
    return new PollingClient(this, latest(), handshake, query);
  }

  /** Opens a session by WebSocket; the client has heard the open packet. */
  WebSocketClient connectWebSocket() {
    return connectWebSocket(WEBSOCKET);
  }

  /** Opens a session by WebSocket, with these parameters; the client has heard the open packet. */
  WebSocketClient connectWebSocket(String query) {
    WebSocketClient client = connectWebSocket(query, new FakeWebSocketChannel());
    assertThat(client.next()).startsWith("0{");
    return client;
  }

  WebSocketClient connectWebSocket(FakeWebSocketChannel channel) {
    return connectWebSocket(WEBSOCKET, channel);
  }

  private WebSocketClient connectWebSocket(String query, FakeWebSocketChannel channel) {
    UpgradeVerdict verdict = server.upgrade(FakeRequest.upgrade(query));
    assertThat(verdict).isInstanceOf(UpgradeVerdict.Granted.class);
    WebSocketReceiver receiver = ((UpgradeVerdict.Granted) verdict).ticket().open(channel);
    return new WebSocketClient(channel, receiver, latest());
  }

  /** The open packet of an engine with default times and limits. */
  static String openPacket(String sid, String upgrades) {
    return "0{\"sid\":\""
        + sid
        + "\",\"upgrades\":["
        + upgrades
        + "],\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000000}";
  }

  /** Message frames of these texts. */
  static List<EngineFrame> messages(String... texts) {
    return Arrays.stream(texts).map(EngineFrame::message).toList();
  }

  /** Nothing is left: no session, no timer. */
  void isEmpty() {
    assertThat(server.sessionCount()).as("sessions").isZero();
    assertThat(timer.pending()).as("timers").isZero();
  }
}
