package dev.socketee.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.protocol.engine.EngineFrame;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long-polling by protocol 3. Source: reference 1.10, 9. */
class LegacyPollingTest {

  private static final String POLLING = "EIO=3&transport=polling";
  private static final List<EngineFrame> MIXED =
      List.of(EngineFrame.message("€"), EngineFrame.binary(new byte[] {1, 2, 3, 4}));

  private final EngineFixture engine =
      new EngineFixture(options -> options.allowEio3(true).payloadPackets(3).maxPayload(100));
  private final PollingClient client = engine.connectPolling(POLLING);

  @Test
  void post_severalPackets_areTaken() {
    client.postText("6:4hello2:4€10:b4AQIDBA==").answers(200, "ok");

    client.listener().received("hello", "€", "<01020304>");
  }

  @Test
  void post_octetStream_isTaken() {
    client.postBytes(HexFormat.of().parseHex("0004ff34e282ac0105ff0401020304")).answers(200, "ok");

    client.listener().received("€", "<01020304>");
    client.listener().isOpen();
  }

  @Test
  void post_octetsWithoutSayingSo_areNoPacket() {
    client.postText("\u0000\u0004");

    client.listener().closedBy(CloseReason.PARSE_ERROR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "4hello", "5:4hello", "7:4hello", "2:4a\u001e2:4b"})
  void post_noPayload_isAParseError(String body) {
    FakeExchange get = client.get();

    client.postText(body).answers(200, "ok");

    get.answers(200, "1:1");
    client.listener().closedBy(CloseReason.PARSE_ERROR);
    engine.isEmpty();
  }

  @Test
  void post_malformedOctets_isAParseError() {
    client.postBytes(new byte[] {0, 1}).answers(200, "ok");

    client.listener().closedBy(CloseReason.PARSE_ERROR);
  }

  @Test
  void post_packetsBeforeABadOne_areDelivered() {
    client.postText("2:4a2:4b9:4");

    client.listener().received("a", "b");
    client.listener().closedBy(CloseReason.PARSE_ERROR);
  }

  @Test
  void post_tooManyPackets_isAParseError() {
    client.postText("2:4a2:4b2:4c");
    client.listener().isOpen();

    client.postText("2:4a2:4b2:4c2:4d");

    client.listener().closedBy(CloseReason.PARSE_ERROR, "too many packets");
  }

  @Test
  void post_octetsOverTheLimit_endTheSession() {
    client.postBytes(new byte[101]).answers(413, "");

    client.listener().closedBy(CloseReason.TRANSPORT_ERROR, "max payload size exceeded");
  }

  @Test
  void poll_textOnly_isText() {
    client.session().send(EngineFixture.messages("0", "a😀"));

    FakeExchange get = client.get().answers(200, "2:404:4a😀");

    assertThat(get.responseHeader("Content-Type")).isEqualTo("text/plain; charset=UTF-8");
  }

  @Test
  void poll_withBytes_isBytes() {
    client.session().send(MIXED);

    FakeExchange get = client.get();

    assertThat(HexFormat.of().formatHex(get.response().body()))
        .isEqualTo("0004ff34e282ac0105ff0401020304");
    assertThat(get.responseHeader("Content-Type")).isEqualTo("application/octet-stream");
  }

  @Test
  void poll_withBytesForAClientOfText_isText() {
    PollingClient old = engine.connectPolling(POLLING + "&b64=1");
    old.session().send(MIXED);

    FakeExchange get = old.get().answers(200, "2:4€10:b4AQIDBA==");

    assertThat(get.responseHeader("Content-Type")).isEqualTo("text/plain; charset=UTF-8");
  }

  @Test
  void upgrade_asInProtocol4_withItsNoop() {
    FakeExchange get = client.get();
    WebSocketClient candidate = client.openCandidate().says("2probe").hears("3probe");

    get.answers(200, "1:6");
    candidate.says("5", "4hello");
    client.session().send(EngineFrame.message("there"));

    candidate.hears("4there");
    client.listener().received("hello");
    assertThat(client.session().transport()).isEqualTo(TransportName.WEBSOCKET);
  }

  @Test
  void close_byTheClient_isAnsweredWithANoop() {
    FakeExchange get = client.get();

    client.postText("1:1").answers(200, "ok");

    get.answers(200, "1:6");
    client.listener().closedBy(CloseReason.TRANSPORT_CLOSE);
  }

  @Test
  void close_byTheServer_isTold() {
    client.session().send(EngineFrame.message("last"));
    client.session().close();

    client.get().answers(200, "5:4last");
    client.get().answers(200, "1:61:1");
    client.listener().closedBy(CloseReason.FORCED_CLOSE);
  }
}
