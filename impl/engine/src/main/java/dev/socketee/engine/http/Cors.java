package dev.socketee.engine.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cross-origin resource sharing as the reference's {@code cors} option does it (reference 1.12). It
 * blocks nothing: a request of an origin that is not allowed is served, and the browser keeps the
 * response from the page. Browsers do not apply it to WebSockets.
 */
public final class Cors {

  private static final byte[] NO_BODY = {};

  private final CorsOptions options;

  /** CORS with these options. */
  public Cors(CorsOptions options) {
    this.options = options;
  }

  /** Adds the headers of a response that is not to a preflight. */
  public void apply(EngineRequest request, Map<String, String> headers) {
    applyOrigin(request, headers);
    if (!options.exposedHeaders().isEmpty()) {
      headers.put("Access-Control-Expose-Headers", String.join(",", options.exposedHeaders()));
    }
  }

  /** The response to a preflight. */
  public HttpResponse preflight(EngineRequest request) {
    Map<String, String> headers = new LinkedHashMap<>();
    applyOrigin(request, headers);
    headers.put("Access-Control-Allow-Methods", String.join(",", options.methods()));
    String asked = request.header("access-control-request-headers");
    if (!options.allowedHeaders().isEmpty()) {
      headers.put("Access-Control-Allow-Headers", String.join(",", options.allowedHeaders()));
    } else {
      vary(headers, "Access-Control-Request-Headers");
      if (asked != null && HeaderValue.isValid(asked)) {
        headers.put("Access-Control-Allow-Headers", asked);
      }
    }
    if (options.maxAge() != null) {
      headers.put("Access-Control-Max-Age", Long.toString(options.maxAge().toSeconds()));
    }
    if (!options.exposedHeaders().isEmpty()) {
      headers.put("Access-Control-Expose-Headers", String.join(",", options.exposedHeaders()));
    }
    return new HttpResponse(204, headers, NO_BODY);
  }

  private void applyOrigin(EngineRequest request, Map<String, String> headers) {
    String origin = request.header("origin");
    if (options.anyOrigin()) {
      headers.put("Access-Control-Allow-Origin", "*");
    } else {
      vary(headers, "Origin");
      if (allowed(origin)) {
        headers.put("Access-Control-Allow-Origin", origin);
      }
    }
    if (options.credentials()) {
      headers.put("Access-Control-Allow-Credentials", "true");
    }
  }

  private boolean allowed(@Nullable String origin) {
    return origin != null
        && HeaderValue.isValid(origin)
        && (options.origins().contains(origin)
            || options.originPatterns().stream().anyMatch(p -> p.matcher(origin).matches()));
  }

  private static void vary(Map<String, String> headers, String name) {
    headers.merge("Vary", name, (before, more) -> before + ", " + more);
  }
}
