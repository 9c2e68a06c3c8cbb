package dev.socketee.engine;

import static dev.socketee.engine.EngineFixture.openPacket;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who is served by which version of the protocol, and keeps to it. Source: reference 1.4 (EIO), 1.5
 * (codes 3 and 5), 1.10.
 */
class LegacyHandshakeTest {

  private final EngineFixture engine = new EngineFixture(options -> options.allowEio3(true));

  @ParameterizedTest
  @ValueSource(strings = {"EIO=3&", "", "EIO=&", "EIO=2&", "EIO=abc&", "EIO=04&"})
  void polling_anythingButVersion4_isVersion3(String eio) {
    FakeExchange handshake = engine.handle("GET", eio + "transport=polling");

    EngineSession session = engine.latest().session();
    String open = openPacket(session.id(), "\"websocket\"");
    handshake.answers(200, open.length() + ":" + open);
    assertThat(session.protocol()).isEqualTo(EngineProtocol.V3);
    assertThat(session.protocol().version()).isEqualTo(3);
  }

  @Test
  void polling_version4_isServedAsEver() {
    FakeExchange handshake = engine.handle("GET", "EIO=4&transport=polling");

    EngineSession session = engine.latest().session();
    handshake.answers(200, openPacket(session.id(), "\"websocket\""));
    assertThat(session.protocol()).isEqualTo(EngineProtocol.V4);
    assertThat(session.protocol().version()).isEqualTo(4);
  }

  @Test
  void webSocket_version3_hearsTheOpenPacketAtOnce() {
    WebSocketClient client = engine.connectWebSocket("EIO=3&transport=websocket");

    assertThat(client.channel().frames()).containsExactly(openPacket(client.session().id(), ""));
    assertThat(client.session().protocol()).isEqualTo(EngineProtocol.V3);
  }

  @Test
  void version3_notAllowed_isRefused() {
    EngineFixture strict = new EngineFixture();

    strict
        .handle("GET", "EIO=3&transport=polling")
        .answers(400, "{\"code\":5,\"message\":\"Unsupported protocol version\"}");
    assertThat(strict.server().upgrade(FakeRequest.upgrade("EIO=3&transport=websocket")))
        .isInstanceOfSatisfying(
            UpgradeVerdict.Refused.class,
            refused -> assertThat(refused.response().status()).isEqualTo(400));
    assertThat(strict.accepted()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "EIO=3&transport=polling, EIO=4&transport=polling",
    "EIO=4&transport=polling, EIO=3&transport=polling",
    "EIO=4&transport=polling, transport=polling",
  })
  void request_ofAnotherVersionThanItsSession_isBad(String opened, String asked) {
    PollingClient client = engine.connectPolling(opened);

    FakeExchange get = engine.handle("GET", asked + "&sid=" + client.sid());
    UpgradeVerdict upgrade =
        engine
            .server()
            .upgrade(
                FakeRequest.upgrade(
                    asked.replace("polling", "websocket") + "&sid=" + client.sid()));

    get.answers(400, "{\"code\":3,\"message\":\"Bad request\"}");
    assertThat(upgrade).isInstanceOf(UpgradeVerdict.Refused.class);
    client.listener().isOpen();
  }
}
