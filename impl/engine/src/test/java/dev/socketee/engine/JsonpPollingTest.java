package dev.socketee.engine;

import static dev.socketee.engine.EngineFixture.openPacket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.protocol.engine.EngineFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Long-polling by script elements and forms. Source: reference 1.3, JSONP polling. */
class JsonpPollingTest {

  private final EngineFixture engine = new EngineFixture(options -> options.allowEio3(true));

  @Test
  void handshake_version3_isAScript() {
    PollingClient client = engine.connectPolling("EIO=3&transport=polling&j=2&b64=1");

    String open = openPacket(client.sid(), "\"websocket\"");
    client
        .handshake()
        .answers(200, "___eio[2](\"" + open.length() + ":" + open.replace("\"", "\\\"") + "\");");
    assertThat(client.handshake().responseHeader("Content-Type"))
        .isEqualTo("text/plain; charset=UTF-8");
  }

  @Test
  void handshake_version4_isAScript() {
    PollingClient client = engine.connectPolling("EIO=4&transport=polling&j=0");

    client
        .handshake()
        .answers(
            200,
            "___eio[0](\""
                + openPacket(client.sid(), "\"websocket\"").replace("\"", "\\\"")
                + "\");");
  }

  @ParameterizedTest
  @CsvSource({"abc12)(, 12", "'', ''", "];alert(1)//, 1", "007, 007"})
  void index_anything_keepsItsDigits(String index, String digits) {
    PollingClient client = engine.connectPolling("EIO=3&transport=polling&j=" + index);

    client.session().send(EngineFrame.message("a"));

    client.get().answers(200, "___eio[" + digits + "](\"2:4a\");");
  }

  @Test
  void poll_bytes_areBase64ThoughTheClientDidNotAsk() {
    PollingClient client = engine.connectPolling("EIO=3&transport=polling&j=1");

    client.session().send(EngineFrame.binary(new byte[] {1, 2, 3, 4}));

    client.get().answers(200, "___eio[1](\"10:b4AQIDBA==\");");
  }

  @Test
  void poll_lineSeparators_areEscaped() {
    PollingClient client = engine.connectPolling("EIO=4&transport=polling&j=1");

    client.session().send(EngineFrame.message("a\u2028\u2029\n\"€"));

    client.get().answers(200, "___eio[1](\"4a\\u2028\\u2029\\n\\\"€\");");
  }

  @Test
  void post_form_isTaken() {
    PollingClient client = engine.connectPolling("EIO=3&transport=polling&j=1&b64=1");

    client.postText("d=6%3A4hello3%3A4%5Cn%E2%82%AC10%3Ab4AQIDBA%3D%3D").answers(200, "ok");

    client.listener().received("hello", "\n€", "<01020304>");
  }

  @Test
  void post_withoutTheField_bringsNothing() {
    PollingClient client = engine.connectPolling("EIO=3&transport=polling&j=1");

    client.postText("6:4hello").answers(200, "ok");
    client.postText("").answers(200, "ok");
    client.postBytes(new byte[] {0, 1}).answers(200, "ok");

    client.listener().received();
    client.listener().isOpen();
  }

  @Test
  void post_noPayload_isAParseError() {
    PollingClient client = engine.connectPolling("EIO=3&transport=polling&j=1");
    FakeExchange get = client.get();

    client.postText("d=abc").answers(200, "ok");

    get.answers(200, "___eio[1](\"1:1\");");
    client.listener().closedBy(CloseReason.PARSE_ERROR);
  }

  @Test
  void upgrade_isPossible() {
    PollingClient client = engine.connectPolling("EIO=3&transport=polling&j=1&b64=1");

    WebSocketClient upgraded = client.upgrade().says("4hello");
    upgraded.session().send(EngineFrame.message("there"));

    upgraded.hears("4there").listener().received("hello");
  }
}
