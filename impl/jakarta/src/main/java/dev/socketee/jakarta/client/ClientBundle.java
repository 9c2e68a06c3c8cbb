package dev.socketee.jakarta.client;

import dev.socketee.engine.http.AcceptEncoding;
import dev.socketee.engine.http.EngineRequest;
import dev.socketee.engine.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Serves the browser bundle as the reference does (reference 1.15). The files, plain and
 * compressed, are in this jar; each is read when it is asked for, which browsers do once. Immutable
 * and thread-safe.
 */
public final class ClientBundle {

  private static final String FOLDER = "/META-INF/socketee/client/";
  private static final Set<String> NAMES =
      Stream.of("", ".min", ".esm.min", ".msgpack.min")
          .flatMap(kind -> Stream.of("socket.io" + kind + ".js", "socket.io" + kind + ".js.map"))
          .collect(Collectors.toUnmodifiableSet());

  /** The content codings, the best first, and the suffixes of their files. */
  private static final List<String> CODINGS = List.of("br", "gzip", "deflate");

  private static final Map<String, String> SUFFIXES =
      Map.of("br", ".br", "gzip", ".gz", "deflate", ".deflate");

  private static final byte[] NO_BODY = {};

  private final String version;

  private ClientBundle(String version) {
    this.version = version;
  }

  /**
   * Finds the bundle.
   *
   * @throws IllegalStateException if this jar was built without it
   */
  public static ClientBundle open() {
    Properties properties = new Properties();
    try (InputStream in = ClientBundle.class.getResourceAsStream(FOLDER + "client.properties")) {
      if (in == null) {
        throw new IllegalStateException("this jar has no browser bundle in " + FOLDER);
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the browser bundle cannot be read", e);
    }
    return new ClientBundle(properties.getProperty("version", "unknown"));
  }

  /** The version of the bundle, such as {@code 4.8.4}. */
  public String version() {
    return version;
  }

  /**
   * Answers the request for a file, whatever its method is; blocks while it reads the file. (That
   * the answer to a HEAD has no body is the binding's to see to.)
   *
   * @param name the path behind the server's own and a slash, without the query string
   * @param request tells what is in the client's cache and which codings it understands
   * @return empty if there is no such file, and the request is not for the bundle
   * @throws UncheckedIOException if the file cannot be read
   */
  public Optional<HttpResponse> serve(String name, EngineRequest request) {
    if (!NAMES.contains(name)) {
      return Optional.empty();
    }
    String tag = "\"" + version + "\"";
    String cached = request.header("if-none-match");
    if (tag.equals(cached) || ("W/" + tag).equals(cached)) {
      return Optional.of(new HttpResponse(304, Map.of(), NO_BODY));
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Cache-Control", "public, max-age=0");
    headers.put("Content-Type", contentType(name));
    headers.put("ETag", tag);
    // The reference has none, and leaves it to luck what a shared cache hands out.
    headers.put("Vary", "Accept-Encoding");
    Optional<String> coding = AcceptEncoding.choose(request.header("accept-encoding"), CODINGS);
    coding.ifPresent(value -> headers.put("Content-Encoding", value));
    byte[] body = read(name + coding.map(SUFFIXES::get).orElse(""));
    return Optional.of(new HttpResponse(200, headers, body));
  }

  private static String contentType(String name) {
    String kind = name.endsWith(".map") ? "json" : "javascript";
    return "application/" + kind + "; charset=utf-8";
  }

  private static byte[] read(String file) {
    try (@Nullable InputStream in = ClientBundle.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IOException("it is not in the jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " of the browser bundle cannot be read", e);
    }
  }
}
