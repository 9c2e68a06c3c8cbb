package dev.socketee.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the headers of a proxy say of a client, and what the client says of itself. */
class ProxyHandlerTest {

  private static final BlockingQueue<String> SEEN = new LinkedBlockingQueue<>();
  private static EmbeddedSocketIO proxied;

  @Namespace("/")
  static class Where {

    @OnConnect
    void seen(Socket socket) {
      SEEN.add(socket.handshake().address() + (socket.handshake().secure() ? " by TLS" : ""));
    }
  }

  @BeforeAll
  static void start() {
    proxied = EmbeddedSocketIO.builder().port(0).behindProxy().beans(Where.class).start();
  }

  @AfterAll
  static void stop() {
    proxied.close();
  }

  @AfterEach
  void nothingElse() {
    assertThat(SEEN).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          X-Forwarded-For: 203.0.113.7                             | 203.0.113.7
          X-Forwarded-For: 1.2.3.4, 203.0.113.7                    | 203.0.113.7
          X-Forwarded-For: 1.2.3.4; X-Forwarded-For: 203.0.113.7   | 203.0.113.7
          X-Forwarded-For: 203.0.113.7:4711                        | 203.0.113.7
          X-Forwarded-For: 2001:db8::7                             | 2001:db8::7
          X-Forwarded-For: [2001:db8::7]:4711                      | 2001:db8::7
          X-Forwarded-For: ::ffff:203.0.113.7                      | ::ffff:203.0.113.7
          X-Forwarded-For: unknown                                 | 127.0.0.1
          X-Forwarded-For: 203.0.113.7, somewhere.example.com      | 127.0.0.1
          X-Forwarded-For:                                         | 127.0.0.1
          X-Forwarded-For: 203.0.113.7; X-Forwarded-Proto: https   | 203.0.113.7 by TLS
          X-Forwarded-Proto: http, https                           | 127.0.0.1 by TLS
          X-Forwarded-Proto: https, http                           | 127.0.0.1
          X-Forwarded-Proto: wss                                   | 127.0.0.1 by TLS
          X-Forwarded-Proto: gopher                                | 127.0.0.1
          X-Forwarded-Host: example.com                            | 127.0.0.1
          """)
  void client_behindProxy_isWhoTheProxySays(String headers, String client) throws Exception {
    connect(proxied, headers.replace("; ", "\r\n"));

    assertThat(SEEN.poll(10, TimeUnit.SECONDS)).isEqualTo(client);
  }

  @Test
  void client_withoutProxy_isWhoItIs() throws Exception {
    try (EmbeddedSocketIO server = EmbeddedSocketIO.builder().port(0).beans(Where.class).start()) {
      connect(server, "X-Forwarded-For: 203.0.113.7\r\nX-Forwarded-Proto: https");

      assertThat(SEEN.poll(10, TimeUnit.SECONDS)).isEqualTo("127.0.0.1");
    }
  }

  /** With headers of the same name, which no client library sends. */
  private static void connect(EmbeddedSocketIO server, String headers) throws IOException {
    String sid =
        exchange(server, "GET", "", headers, "").replaceFirst("(?s).*\"sid\":\"([^\"]+)\".*", "$1");
    assertThat(exchange(server, "POST", "&sid=" + sid, headers, "40")).endsWith("ok");
  }

  private static String exchange(
      EmbeddedSocketIO server, String method, String query, String headers, String body)
      throws IOException {
    String request =
        """
        %s /socket.io/?EIO=4&transport=polling%s HTTP/1.1
        Host: localhost
        Connection: close
        Content-Type: text/plain
        Content-Length: %d
        %s

        """
            .formatted(method, query, body.length(), headers);
    try (java.net.Socket socket =
        new java.net.Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket
          .getOutputStream()
          .write(
              (request.replaceAll("\r?\n", "\r\n") + body).getBytes(StandardCharsets.ISO_8859_1));
      InputStream answer = socket.getInputStream();
      return new String(answer.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
