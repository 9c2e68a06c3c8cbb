package dev.socketee.engine;

import dev.socketee.protocol.engine.EngineFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WebSocket by protocol 3: bytes have their type in front. Source: reference 1.10. */
class LegacyWebSocketTest {

  private static final String WEBSOCKET = "EIO=3&transport=websocket";
  private static final EngineFrame BYTES = EngineFrame.binary(new byte[] {1, 2, 3, 4});

  private final EngineFixture engine = new EngineFixture(options -> options.allowEio3(true));
  private final WebSocketClient client = engine.connectWebSocket(WEBSOCKET);

  @Test
  void text_goesBothWays() {
    client.says("4hello");
    client.session().send(EngineFrame.message("there"));

    client.hears("4there").listener().received("hello");
  }

  @Test
  void bytes_goBothWaysWithTheirType() {
    client.says(new byte[] {4, 1, 2});
    client.session().send(BYTES);

    client.hears("<0401020304>").listener().received("<0102>");
  }

  @Test
  void bytes_asBase64_areTaken() {
    client.says("b4AQIDBA==");

    client.listener().received("<01020304>");
  }

  @Test
  void bytes_toAClientOfText_areBase64() {
    WebSocketClient old = engine.connectWebSocket(WEBSOCKET + "&b64=1");

    old.session().send(BYTES);

    old.hears("b4AQIDBA==");
  }

  @Test
  void bytes_toAClientOfTextOfProtocol4_areBase64WithoutType() {
    WebSocketClient current = engine.connectWebSocket("EIO=4&transport=websocket&b64=1");

    current.session().send(BYTES);

    current.hears("bAQIDBA==");
  }

  @Test
  void bytes_ofNoMessage_areAParseError() {
    client.says(new byte[] {2});

    client.isClosedWith(1000).listener().closedBy(CloseReason.PARSE_ERROR);
    engine.isEmpty();
  }

  @Test
  void bytes_none_areAParseError() {
    client.says(new byte[0]);

    client.listener().closedBy(CloseReason.PARSE_ERROR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "", "b2AQ==", "7"})
  void text_noPacket_isAParseError(String frame) {
    client.says(frame);

    client.isClosedWith(1000).listener().closedBy(CloseReason.PARSE_ERROR);
  }

  @Test
  void candidate_malformed_isGivenUp() {
    PollingClient polling = engine.connectPolling("EIO=3&transport=polling");
    WebSocketClient candidate = polling.openCandidate();

    candidate.says(new byte[] {9}).isClosedWith(1000);

    polling.listener().isOpen();
  }
}
