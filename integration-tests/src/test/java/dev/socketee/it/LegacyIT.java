package dev.socketee.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.it.support.NodeScript;
import dev.socketee.it.support.Wars;
import dev.socketee.it.wire.Polling;
import dev.socketee.it.wire.WebSocket;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Clients of Socket.IO 1 and 2, in {@code src/test/node}, and what those that run by Node.js do not
 * do: JSONP and binary payloads. Source: reference 1.3, 1.10.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class LegacyIT {

  private static final String ENGINE = "/legacy/engine.io/?transport=polling&EIO=3";
  private static final String SOCKET = "/legacy/socket.io/?transport=polling&EIO=3";

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.configured("legacy", Map.of("socketio.allow-eio3", "true"));
  }

  @TestFactory
  List<DynamicTest> clients() {
    return NodeScript.run("legacy.test.mjs", "/legacy/");
  }

  // ---- JSONP

  @Test
  void jsonp_session_speaksInScriptsAndForms() {
    String url = SOCKET + "&j=0&b64=1";
    HttpResponse<String> open = Polling.get(url);
    assertThat(Polling.contentType(open)).isEqualToIgnoringCase("text/plain;charset=utf-8");
    url += "&sid=" + sid(open.body().replace("\\", ""));
    String greeting = unwrapped(open.body()).contains("2:40") ? open.body() : "";
    while (!greeting.contains("42[\\\"auth\\\"")) {
      greeting += Polling.get(url).body();
    }
    assertThat(greeting).contains("2:40").contains("___eio[0](\"").endsWith("\");");

    HttpResponse<String> posted =
        Polling.send(
            Polling.request(url)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(form("24:42[\"message\",\"\u2028 € \\\\n\",1]")));
    assertThat(posted.statusCode()).isEqualTo(200);
    assertThat(posted.body()).isEqualTo("ok");

    assertThat(Polling.get(url).body())
        .isEqualTo("___eio[0](\"29:42[\\\"message-back\\\",\\\"\\u2028 € \\\\n\\\",1]\");");
  }

  @Test
  void jsonp_index_isOfDigitsOnly() {
    HttpResponse<String> response = Polling.get(ENGINE + "&j=abc12%29%28");

    assertThat(response.body()).startsWith("___eio[12](\"").endsWith("\");");
  }

  // ---- binary payloads

  @Test
  void octets_goBothWays() {
    String url = ENGINE + "&sid=" + sid(Polling.get(ENGINE).body());
    byte[] payload = HexFormat.of().parseHex("0004ff34e282ac0105ff0401020304");

    HttpResponse<String> posted =
        Polling.send(
            Polling.request(url)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(payload)));
    assertThat(posted.statusCode()).isEqualTo(200);

    HttpResponse<String> polled = Polling.get(url);
    assertThat(Polling.contentType(polled)).isEqualTo("application/octet-stream");
    assertThat(polled.body()).isEqualTo("\0\4\uFFFD4€\1\5\uFFFD\4\1\2\3\4");
  }

  @Test
  void octets_toAClientOfText_areBase64() {
    String url = ENGINE + "&b64=1&sid=" + sid(Polling.get(ENGINE + "&b64=1").body());

    Polling.send(Polling.request(url).POST(BodyPublishers.ofString("6:4hello10:b4AQIDBA==")));

    assertThat(Polling.get(url).body()).isEqualTo("6:4hello10:b4AQIDBA==");
  }

  @Test
  void octets_inAWebSocket_haveTheirType() throws IOException {
    try (WebSocket socket = WebSocket.open("/legacy/engine.io/?EIO=3&transport=websocket")) {
      assertThat(socket.text()).startsWith("0{");

      socket.send(new byte[] {4, 1, 2, 3});

      assertThat(socket.bytes()).containsExactly(4, 1, 2, 3);
    }
  }

  // ---- the version

  @Test
  void version_ofASession_stays() {
    String sid = sid(Polling.get(ENGINE).body());

    HttpResponse<String> response =
        Polling.get("/legacy/engine.io/?EIO=4&transport=polling&sid=" + sid);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).isEqualTo("{\"code\":3,\"message\":\"Bad request\"}");
  }

  @Test
  void version4_isServedAsEver() {
    assertThat(Polling.open("/legacy/socket.io/").push("40").poll().get(0)).startsWith("40{");
  }

  private static String sid(String payload) {
    return Polling.json(payload.substring(payload.indexOf('{'), payload.indexOf('}') + 1))
        .getString("sid");
  }

  private static String unwrapped(String script) {
    return script.substring(script.indexOf('"') + 1, script.lastIndexOf('"'));
  }

  private static BodyPublisher form(String payload) {
    return BodyPublishers.ofString("d=" + URLEncoder.encode(payload, StandardCharsets.UTF_8));
  }
}
