package dev.socketee.it.runtime;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The administration of Payara and GlassFish over HTTP, for those without a password. */
final class AdminRest {

  /** The first deployment takes a minute on a busy machine: it starts most of the server. */
  private static final Duration TIME = Duration.ofMinutes(4);

  private static final int OK = 200;

  /** The upgrade to HTTP/2 that the client asks for by default ends the next connection. */
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI domain;

  /**
   * @param port of the listener for administration
   */
  AdminRest(int port) {
    this.domain = URI.create("http://127.0.0.1:" + port + "/management/domain/");
  }

  /** Whether the server answers, which it does when it has started. */
  boolean answers() {
    return answers(domain.resolve("version"));
  }

  /** Whether there is a page. */
  boolean answers(URI page) {
    try {
      return send(request(page).GET()).statusCode() == OK;
    } catch (ConnectException e) {
      return false;
    } catch (IOException e) {
      System.Logger log = System.getLogger(AdminRest.class.getName());
      log.log(System.Logger.Level.DEBUG, "The server does not answer yet", e);
      return false;
    }
  }

  /**
   * Runs a command, and waits for its result.
   *
   * @param resource its path below {@code /management/domain/}
   * @param parameters of the command
   * @throws IOException if it fails; the message is that of the server
   */
  void post(String resource, Map<String, String> parameters) throws IOException {
    String form =
        parameters.entrySet().stream()
            .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        request(resource)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    succeed(resource, send(request));
  }

  /** Deletes a resource; see {@link #post}. */
  void delete(String resource) throws IOException {
    succeed(resource, send(request(resource).DELETE()));
  }

  private HttpRequest.Builder request(String resource) {
    return request(domain.resolve(resource));
  }

  /** Without the second header it takes requests for those of a foreign web page. */
  private static HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address)
        .timeout(TIME)
        .header("Accept", "application/json")
        .header("X-Requested-By", "tests");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for a server", e);
    }
  }

  private static void succeed(String resource, HttpResponse<String> response) throws IOException {
    if (response.statusCode() != OK) {
      throw new IOException(
          resource + " failed with status " + response.statusCode() + ": " + response.body());
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
