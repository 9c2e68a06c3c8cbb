package dev.socketee.it.wire;

import dev.socketee.it.support.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** An Engine.IO session by long-polling. */
public final class Polling {

  /** Between the packets of a payload. */
  public static final String SEPARATOR = "\u001e";

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String path;
  private final JsonObject handshake;

  private Polling(String path, JsonObject handshake) {
    this.path = path;
    this.handshake = handshake;
  }

  /**
   * Opens a session.
   *
   * @param path the path of the engine, with slashes around
   */
  public static Polling open(String path) {
    HttpResponse<String> response = get(path + "?EIO=4&transport=polling");
    if (response.statusCode() != 200 || !response.body().startsWith("0{")) {
      throw new AssertionError("no handshake: " + response + " " + response.body());
    }
    return new Polling(path, json(response.body().substring(1)));
  }

  /** The fields of the open packet. */
  public JsonObject handshake() {
    return handshake;
  }

  /** The id of the session. */
  public String sid() {
    return handshake.getString("sid");
  }

  /** The path and query of its requests. */
  public String url() {
    return path + "?EIO=4&transport=polling&sid=" + sid();
  }

  /** The path and query of an upgrade. */
  public String webSocketUrl() {
    return path + "?EIO=4&transport=websocket&sid=" + sid();
  }

  /** One poll, whatever it answers. */
  public HttpResponse<String> get() {
    return get(url());
  }

  /** One poll that may wait. */
  public CompletableFuture<HttpResponse<String>> getLater() {
    return CLIENT.sendAsync(request(url()).build(), BodyHandlers.ofString());
  }

  /** Sends a payload, whatever it answers. */
  public HttpResponse<String> post(String payload) {
    return send(request(url()).POST(BodyPublishers.ofString(payload)));
  }

  /** Sends packets. */
  public Polling push(String... packets) {
    HttpResponse<String> response = post(String.join(SEPARATOR, packets));
    if (response.statusCode() != 200 || !response.body().equals("ok")) {
      throw new AssertionError("not taken: " + response + " " + response.body());
    }
    return this;
  }

  /** The next packets but pings, which are answered. */
  public List<String> poll() {
    List<String> packets = new ArrayList<>();
    while (packets.isEmpty()) {
      HttpResponse<String> response = get();
      if (response.statusCode() != 200) {
        throw new AssertionError("no packets: " + response + " " + response.body());
      }
      packets.addAll(List.of(response.body().split(SEPARATOR, -1)));
      if (packets.remove("2")) {
        push("3");
      }
    }
    return packets;
  }

  /** Whether requests of this session are answered as those of an unknown one. */
  public boolean unknown() {
    HttpResponse<String> response = post("3");
    return response.statusCode() == 400
        && response.body().equals("{\"code\":1,\"message\":\"Session ID unknown\"}");
  }

  /** A GET of anything. */
  public static HttpResponse<String> get(String pathAndQuery) {
    return send(request(pathAndQuery));
  }

  /** The content type of a response, without the space that some containers leave out. */
  public static String contentType(HttpResponse<String> response) {
    return response.headers().firstValue("content-type").orElse("none").replace(" ", "");
  }

  /** Starts a request for {@link #send}. */
  public static HttpRequest.Builder request(String pathAndQuery) {
    return HttpRequest.newBuilder(TestServer.uri(pathAndQuery)).timeout(PATIENCE);
  }

  /** Sends a request. */
  public static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Parses an object. */
  public static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
