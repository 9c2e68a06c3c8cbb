package dev.socketee.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client over a WebSocket, that says what the protocol has a client say. */
final class TestClient implements WebSocket.Listener {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final int SECONDS = 10;
  private static final String ENGINE = "socket.io/?EIO=4&transport=";

  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private final WebSocket webSocket;

  private TestClient(URI address) {
    webSocket = HTTP.newWebSocketBuilder().buildAsync(address, this).join();
  }

  /** Connects to a namespace, and waits until it is in. */
  static TestClient connect(EmbeddedSocketIO server, String namespace) throws Exception {
    return connect(server.uri(), namespace);
  }

  static TestClient connect(URI application, String namespace) throws Exception {
    URI http = application.resolve(ENGINE + "websocket");
    TestClient client = new TestClient(URI.create(http.toString().replaceFirst("http", "ws")));
    client.next(); // the handshake
    String prefix = namespace.equals("/") ? "" : namespace + ",";
    client.send("40" + prefix);
    String answer = client.next();
    if (!answer.startsWith("40" + prefix)) {
      throw new AssertionError("not connected: " + answer);
    }
    return client;
  }

  void send(String packet) {
    webSocket.sendText(packet, true).join();
  }

  /** The next packet that is no ping. */
  String next() throws InterruptedException {
    String packet = received.poll(SECONDS, TimeUnit.SECONDS);
    if (packet == null) {
      throw new AssertionError("nothing within " + SECONDS + " s");
    }
    return packet.equals("2") ? next() : packet;
  }

  /** Waits for the end, and answers its code. */
  int closeCode() throws Exception {
    return closed.get(SECONDS, TimeUnit.SECONDS);
  }

  /** One request, whatever it answers. */
  static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
    return HTTP.send(request(uri).build(), BodyHandlers.ofString());
  }

  static HttpResponse<String> post(URI uri, String body) throws Exception {
    return HTTP.send(
        request(uri).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  static CompletableFuture<HttpResponse<String>> getLater(URI uri) {
    return HTTP.sendAsync(request(uri).build(), BodyHandlers.ofString());
  }

  /** The address of the session that a handshake by long-polling opens. */
  static URI poll(EmbeddedSocketIO server) throws Exception {
    URI engine = server.uri().resolve(ENGINE + "polling");
    String handshake = get(engine).body();
    return URI.create(engine + "&sid=" + handshake.replaceFirst(".*\"sid\":\"([^\"]+)\".*", "$1"));
  }

  private static HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(SECONDS));
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      String packet = partial.toString();
      partial.setLength(0);
      if (packet.equals("2")) {
        var unused = socket.sendText("3", true);
      }
      received.add(packet);
    }
    socket.request(1);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    closed.complete(code);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void onError(WebSocket socket, Throwable failure) {
    closed.completeExceptionally(failure);
  }
}
