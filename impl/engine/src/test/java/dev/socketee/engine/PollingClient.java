package dev.socketee.engine;

import static org.assertj.core.api.Assertions.assertThat;

/** A long-polling client of the engine, after its handshake. */
final class PollingClient {

  private final EngineFixture engine;
  private final RecordingListener listener;
  private final FakeExchange handshake;

  PollingClient(EngineFixture engine, RecordingListener listener, FakeExchange handshake) {
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
    return new FakeExchange(FakeRequest.of(method, "EIO=4&transport=polling&sid=" + sid()));
  }

  /** Polls. */
  FakeExchange get() {
    return engine.handle(request("GET"));
  }

  /** Posts packets. */
  FakeExchange post(String... packets) {
    return engine.handle(request("POST").withPackets(packets));
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
    return FakeRequest.upgrade("EIO=4&transport=websocket&sid=" + sid());
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
