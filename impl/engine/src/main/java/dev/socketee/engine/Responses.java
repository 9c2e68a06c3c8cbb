package dev.socketee.engine;

import dev.socketee.engine.http.Compression;
import dev.socketee.engine.http.CookieHeader;
import dev.socketee.engine.http.Cors;
import dev.socketee.engine.http.EngineRequest;
import dev.socketee.engine.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes every response of the engine: the one place that knows their headers (reference 1.2, 1.5).
 */
final class Responses {

  private static final byte[] NO_BODY = {};
  private static final byte[] DRAINING =
      "This server is being shut down: it accepts no new connections. Try again later."
          .getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OK = "ok".getBytes(StandardCharsets.US_ASCII);

  private final EngineOptions options;
  private final EngineHooks hooks;
  private final @Nullable Cors cors;

  Responses(EngineOptions options, EngineHooks hooks) {
    this.options = options;
    this.hooks = hooks;
    this.cors = options.cors() == null ? null : new Cors(options.cors());
  }

  /** The answer to the GET that opened a session. */
  HttpResponse firstPoll(EngineRequest request, String sid, PollBody body) {
    Map<String, String> headers = corsHeaders(request);
    if (options.cookie() != null) {
      headers.put("Set-Cookie", CookieHeader.of(options.cookie(), sid));
    }
    hooks.initialHeaders(request, headers);
    return poll(request, body, headers);
  }

  /** The answer to a GET. */
  HttpResponse poll(EngineRequest request, PollBody body) {
    return poll(request, body, corsHeaders(request));
  }

  private HttpResponse poll(EngineRequest request, PollBody body, Map<String, String> headers) {
    byte[] bytes = body.bytes();
    headers.put("Content-Type", body.contentType());
    if (body.compressible() && bytes.length >= options.compressionThreshold()) {
      bytes = Compression.compress(bytes, request.header("accept-encoding"), headers);
    }
    return complete(request, headers, bytes);
  }

  /** The answer to a POST whose packets were taken. */
  HttpResponse postAccepted(EngineRequest request) {
    Map<String, String> headers = corsHeaders(request);
    // text/html: text/plain makes some old browsers offer a download
    headers.put("Content-Type", "text/html");
    return complete(request, headers, OK);
  }

  private HttpResponse complete(EngineRequest request, Map<String, String> headers, byte[] body) {
    String agent = request.header("user-agent");
    if (agent != null && (agent.contains(";MSIE") || agent.contains("Trident/"))) {
      headers.put("X-XSS-Protection", "0");
    }
    headers.put("cache-control", "no-store");
    hooks.headers(request, headers);
    return new HttpResponse(200, headers, body);
  }

  /** The headers of the 101 that opens a session by WebSocket, or upgrades one to it. */
  Map<String, String> upgradeHeaders(EngineRequest request, boolean first) {
    Map<String, String> headers = corsHeaders(request);
    if (first) {
      hooks.initialHeaders(request, headers);
    }
    hooks.headers(request, headers);
    return headers;
  }

  /** The answer to a request that failed, of which the hooks are told. */
  HttpResponse error(EngineRequest request, Failure failure) {
    tell(request, failure);
    Map<String, String> headers = corsHeaders(request);
    headers.put("Content-Type", "application/json");
    return new HttpResponse(
        failure.error().status(), headers, ErrorBody.of(failure.error(), failure.message()));
  }

  /** An error in reply to an upgrade: the bare message, and always 400 (reference 1.5). */
  HttpResponse upgradeError(EngineRequest request, Failure failure) {
    tell(request, failure);
    Map<String, String> headers = corsHeaders(request);
    headers.put("Connection", "close");
    headers.put("Content-type", "text/html");
    return new HttpResponse(400, headers, failure.message().getBytes(StandardCharsets.UTF_8));
  }

  /** Tells the hooks of a request that failed, and is answered by other means. */
  void tell(EngineRequest request, Failure failure) {
    hooks.failed(request, failure.error(), failure.message(), failure.context());
  }

  /** The answer to a handshake that comes too late. */
  HttpResponse draining(EngineRequest request) {
    Map<String, String> headers = corsHeaders(request);
    headers.put("Content-Type", "text/plain; charset=UTF-8");
    headers.put("cache-control", "no-store");
    return new HttpResponse(503, headers, DRAINING);
  }

  HttpResponse empty(EngineRequest request, int status) {
    return new HttpResponse(status, corsHeaders(request), NO_BODY);
  }

  /** The answer to a CORS preflight, or {@code null} if this is none, or CORS is off. */
  @Nullable HttpResponse preflight(EngineRequest request) {
    return cors != null && request.method().equals("OPTIONS") ? cors.preflight(request) : null;
  }

  /** Somebody else's response with the headers of CORS. */
  HttpResponse withCors(EngineRequest request, HttpResponse response) {
    if (cors == null) {
      return response;
    }
    Map<String, String> headers = new LinkedHashMap<>(response.headers());
    cors.apply(request, headers);
    return new HttpResponse(response.status(), headers, response.body());
  }

  private Map<String, String> corsHeaders(EngineRequest request) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (cors != null) {
      cors.apply(request, headers);
    }
    return headers;
  }
}
