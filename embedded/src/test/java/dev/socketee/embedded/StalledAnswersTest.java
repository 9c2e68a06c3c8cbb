package dev.socketee.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Undertow;
import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StalledAnswersTest {

  /** More than the buffers of the network. */
  private static final int BYTES = 64 * 1024 * 1024;

  private static final Duration PATIENCE = Duration.ofMillis(300);

  private final CompletableFuture<String> written = new CompletableFuture<>();
  private final CompletableFuture<String> completed = new CompletableFuture<>();
  private Undertow server;

  @BeforeEach
  void start() {
    server =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setHandler(new StalledAnswers(this::answer, PATIENCE))
            .build();
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private void answer(HttpServerExchange exchange) {
    exchange.addExchangeCompleteListener(
        (any, next) -> {
          completed.complete("completed");
          next.proceed();
        });
    exchange
        .getResponseSender()
        .send(
            ByteBuffer.allocate(BYTES),
            new IoCallback() {
              @Override
              public void onComplete(HttpServerExchange any, Sender sender) {
                written.complete("written");
                sender.close();
              }

              @Override
              public void onException(HttpServerExchange any, Sender sender, IOException failure) {
                written.complete("failed");
                any.endExchange();
              }
            });
  }

  private Socket request() throws IOException {
    var address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort());
    socket
        .getOutputStream()
        .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** How many bytes arrive before the connection ends, or at least those of the answer. */
  private static long read(Socket client) throws IOException {
    byte[] chunk = new byte[64 * 1024];
    long total = 0;
    while (total < BYTES) {
      int count = read(client.getInputStream(), chunk);
      if (count < 0) {
        break;
      }
      total += count;
    }
    return total;
  }

  private static int read(InputStream in, byte[] chunk) throws IOException {
    try {
      return in.read(chunk);
    } catch (SocketException e) { // "Connection reset": one of the ways in which it ends
      return -1;
    }
  }

  @Test
  void answer_whoseClientDoesNotRead_isGivenUp() throws Exception {
    try (Socket client = request()) {
      assertThat(written.get(20, TimeUnit.SECONDS)).isEqualTo("failed");
      assertThat(completed.get(20, TimeUnit.SECONDS)).isEqualTo("completed");
      assertThat(read(client)).isLessThan(BYTES);
    }
  }

  @Test
  void answer_whoseClientReads_arrives() throws Exception {
    try (Socket client = request()) {
      assertThat(read(client)).isGreaterThanOrEqualTo(BYTES);
      assertThat(written.get(20, TimeUnit.SECONDS)).isEqualTo("written");
    }
  }
}
