package dev.socketee.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

/** A long-polling client of the engine, after its handshake. */
final class PollingClient {

  private final EngineFixture engine;
  private final RecordingListener listener;
  private final FakeExchange handshake;
  private final String query;

  PollingClient(EngineFixture engine, RecordingListener listener, FakeExchange handshake) {
    this(engine, listener, handshake, EngineFixture.POLLING);
  }

  PollingClient(
      EngineFixture engine, RecordingListener listener, FakeExchange handshake, String query) {
    this.query = query;
    this.engine = engine;
    this.listener = listener;
    this.handshake = handshake;
  }

  RecordingListener listener() {
    return listener;
  }

  EngineSession session() {
    return listener.session();
  }

  String sid() {
    return session().id();
  }

  /** The GET that opened the session. */
  FakeExchange handshake() {
    return handshake;
  }

  /** Any request with the session's id. */
  FakeExchange request(String method) {
    return new FakeExchange(FakeRequest.of(method, query + "&sid=" + sid()));
  }

  /** Polls. */
  FakeExchange get() {
    return engine.handle(request("GET"));
  }

  /** Posts packets. */
  FakeExchange post(String... packets) {
    return engine.handle(request("POST").withPackets(packets));
  }

  /** Posts a body as it is. */
  FakeExchange postText(String body) {
    return engine.handle(request("POST").withBody(body.getBytes(StandardCharsets.UTF_8)));
  }

  /** Posts a body of bytes, and says so. */
  FakeExchange postBytes(byte[] body) {
    return engine.handle(
        request("POST").with("content-type", "application/octet-stream").withBody(body));
  }

  /** Begins a POST; its body arrives later. */
  FakeExchange beginPost() {
    return engine.handle(request("POST"));
  }

  /** Asks for a WebSocket for this session. */
  UpgradeVerdict askForUpgrade() {
    return engine.server().upgrade(upgradeRequest());
  }

  FakeRequest upgradeRequest() {
    return FakeRequest.upgrade(query.replace("polling", "websocket") + "&sid=" + sid());
  }

  /** Opens a WebSocket for this session. */
  WebSocketClient openCandidate() {
    return openCandidate(new FakeWebSocketChannel());
  }

  WebSocketClient openCandidate(FakeWebSocketChannel channel) {
    return open(askForUpgrade(), channel);
  }

  /** Opens a WebSocket for which permission was granted before. */
  WebSocketClient open(UpgradeVerdict verdict, FakeWebSocketChannel channel) {
    assertThat(verdict).isInstanceOf(UpgradeVerdict.Granted.class);
    UpgradeTicket ticket = ((UpgradeVerdict.Granted) verdict).ticket();
    return new WebSocketClient(channel, ticket.open(channel), listener);
  }

  /** Moves to WebSocket, as the official client does: no poll is waiting then. */
  WebSocketClient upgrade() {
    return upgrade(new FakeWebSocketChannel());
  }

  WebSocketClient upgrade(FakeWebSocketChannel channel) {
    WebSocketClient candidate = openCandidate(channel);
    candidate.says("2probe").hears("3probe").says("5");
    assertThat(session().transport()).isEqualTo(TransportName.WEBSOCKET);
    return candidate;
  }
}
