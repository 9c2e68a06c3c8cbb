package dev.socketee.engine;

import static dev.socketee.engine.EngineFixture.POLLING;
import static dev.socketee.engine.EngineFixture.openPacket;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How a session begins. Source: reference 1.4, Handshake. */
class HandshakeTest {

  @Test
  void polling_get_isAnsweredWithTheOpenPacket() {
    EngineFixture engine = new EngineFixture();

    FakeExchange handshake = engine.handle("GET", POLLING);

    String sid = engine.latest().session().id();
    assertThat(sid).matches("[A-Za-z0-9_-]{20}");
    handshake.answers(200, openPacket(sid, "\"websocket\""));
    assertThat(engine.latest().session().transport()).isEqualTo(TransportName.POLLING);
    engine.latest().isOpen();
  }

  @Test
  void webSocket_opened_hearsTheOpenPacketAtOnce() {
    EngineFixture engine = new EngineFixture();

    WebSocketClient client = engine.connectWebSocket(new FakeWebSocketChannel());

    client.hears(openPacket(client.session().id(), "")).isOpen();
    assertThat(client.session().transport()).isEqualTo(TransportName.WEBSOCKET);
    engine.latest().isOpen();
  }

  @Test
  void openPacket_otherOptions_tellsThem() {
    EngineFixture engine =
        new EngineFixture(
            options ->
                options
                    .pingInterval(Duration.ofMillis(300))
                    .pingTimeout(Duration.ofMillis(200))
                    .maxPayload(42));

    FakeExchange handshake = engine.handle("GET", POLLING);

    handshake.answers(
        200,
        "0{\"sid\":\""
            + engine.latest().session().id()
            + "\",\"upgrades\":[\"websocket\"],"
            + "\"pingInterval\":300,\"pingTimeout\":200,\"maxPayload\":42}");
  }

  @Test
  void openPacket_upgradesNotAllowed_advertisesNone() {
    EngineFixture engine = new EngineFixture(options -> options.allowUpgrades(false));

    FakeExchange handshake = engine.handle("GET", POLLING);

    handshake.answers(200, openPacket(engine.latest().session().id(), ""));
  }

  @Test
  void openPacket_pollingOnly_advertisesNoUpgrade() {
    EngineFixture engine =
        new EngineFixture(options -> options.transports(Set.of(TransportName.POLLING)));

    FakeExchange handshake = engine.handle("GET", POLLING);

    handshake.answers(200, openPacket(engine.latest().session().id(), ""));
  }

  @Test
  void sid_chosenByTheClient_isNeverTaken() {
    EngineFixture engine = new EngineFixture();

    engine.handle("GET", POLLING + "&sid=mine").answers(400, errorBody(1, "Session ID unknown"));

    assertThat(engine.accepted()).isZero();
  }

  @Test
  void request_ofASession_isASnapshotOfTheHandshake() {
    EngineFixture engine = new EngineFixture();
    FakeExchange handshake =
        new FakeExchange(FakeRequest.of("GET", POLLING + "&token=t")).with("x-who", "me");

    engine.handle(handshake);
    handshake.with("x-who", "somebody else, in a recycled request");

    assertThat(engine.latest().session().request().query()).containsEntry("token", "t");
    assertThat(engine.latest().session().request().header("x-who")).isEqualTo("me");
  }

  @Test
  void request_ofAWebSocketSession_isASnapshotOfTheHandshake() {
    EngineFixture engine = new EngineFixture();
    FakeRequest request = FakeRequest.upgrade(EngineFixture.WEBSOCKET).with("x-who", "me");

    UpgradeVerdict verdict = engine.server().upgrade(request);
    request.with("x-who", "somebody else, in a recycled request");
    ((UpgradeVerdict.Granted) verdict).ticket().open(new FakeWebSocketChannel());

    assertThat(engine.latest().session().request().header("x-who")).isEqualTo("me");
  }

  @Test
  void ticket_notUsed_opensNoSession() {
    EngineFixture engine = new EngineFixture();

    engine.server().upgrade(FakeRequest.upgrade(EngineFixture.WEBSOCKET));

    assertThat(engine.accepted()).isZero();
    engine.isEmpty();
  }

  @Test
  void toString_ofASession_keepsItsIdSecret() {
    EngineFixture engine = new EngineFixture();
    EngineSession session = engine.connectPolling().session();

    assertThat(session.toString()).doesNotContain(session.id()).contains("polling", "OPEN");
  }

  private static String errorBody(int code, String message) {
    return "{\"code\":" + code + ",\"message\":\"" + message + "\"}";
  }
}
