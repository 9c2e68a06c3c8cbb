package dev.socketee.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketee.Socket;
import dev.socketee.SocketIO;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a WAR has, and the embedded server has, too. */
class ParityTest {

  /** Says something. */
  @ApplicationScoped
  static class Voice {

    String text() {
      return "real";
    }
  }

  /** Says something else, in a test. */
  @Alternative
  @Priority(1)
  @ApplicationScoped
  static class OtherVoice extends Voice {

    @Override
    String text() {
      return "replaced";
    }
  }

  /** Has the voice injected. */
  @Namespace("/voice")
  static class Speaker {

    @Inject Voice voice;

    @OnConnect
    void arrive(Socket socket) {
      socket.emit("voice", voice.text());
    }
  }

  /** Builds another server. */
  static class Servers {

    @Produces
    @ApplicationScoped
    @Named("admin")
    static SocketIO admin() {
      return SocketIO.builder().name("admin").path("/admin").build();
    }
  }

  @Test
  void alternative_withPriority_isInItsPlace() throws Exception {
    try (EmbeddedSocketIO server =
        EmbeddedSocketIO.builder()
            .port(0)
            .beans(Speaker.class, Voice.class, OtherVoice.class)
            .start()) {
      assertThat(TestClient.connect(server, "/voice").next())
          .isEqualTo("42/voice,[\"voice\",\"replaced\"]");
    }
  }

  @Test
  void servers_builtByBeans_areServed_sideBySide() throws Exception {
    try (EmbeddedSocketIO one = EmbeddedSocketIO.builder().port(0).beans(Servers.class).start();
        EmbeddedSocketIO two = EmbeddedSocketIO.builder().port(0).beans(Servers.class).start()) {
      for (EmbeddedSocketIO server : new EmbeddedSocketIO[] {one, two}) {
        HttpResponse<String> answer =
            TestClient.get(server.uri().resolve("admin/?EIO=4&transport=polling"));
        assertThat(answer.body()).startsWith("0{\"sid\":");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void perMessageDeflate_isNegotiated_ifTheOptionSaysSo(boolean deflate) throws Exception {
    try (EmbeddedSocketIO server =
        EmbeddedSocketIO.builder()
            .port(0)
            .beans()
            .option("per-message-deflate", String.valueOf(deflate))
            .start()) {
      assertThat(upgrade(server.uri()).contains("permessage-deflate")).isEqualTo(deflate);
      await().until(() -> server.server().statistics().sessions() == 0);
    }
  }

  /** The head of the answer to an upgrade that offers compression. */
  private static String upgrade(URI server) throws Exception {
    try (java.net.Socket socket = new java.net.Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(10_000);
      String request =
          """
          GET /socket.io/?EIO=4&transport=websocket HTTP/1.1
          Host: localhost
          Connection: Upgrade
          Upgrade: websocket
          Sec-WebSocket-Version: 13
          Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==
          Sec-WebSocket-Extensions: permessage-deflate

          """;
      socket
          .getOutputStream()
          .write(request.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      StringBuilder head = new StringBuilder();
      for (String line = lines.readLine(); !line.isEmpty(); line = lines.readLine()) {
        head.append(line.toLowerCase(Locale.ROOT)).append('\n');
      }
      assertThat(head.toString()).startsWith("http/1.1 101 ");
      assertThat(lines.read()).isNotNegative(); // the first frame: it is open
      return head.toString();
    }
  }
}
