package dev.socketee.engine.http;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which origins may read responses, in the terms of the reference's {@code cors} option (reference
 * 1.12).
 *
 * @param anyOrigin whether every origin may, answered with {@code *}
 * @param origins origins that may, compared exactly
 * @param originPatterns patterns of origins that may; the whole origin has to match
 * @param methods the methods of {@code Access-Control-Allow-Methods}
 * @param allowedHeaders the headers of {@code Access-Control-Allow-Headers}; empty to allow what
 *     the preflight asks for
 * @param exposedHeaders the headers of {@code Access-Control-Expose-Headers}; empty for none
 * @param credentials whether credentials may be sent
 * @param maxAge how long a preflight may be remembered; {@code null} to leave it to the browser
 */
public record CorsOptions(
    boolean anyOrigin,
    List<String> origins,
    List<Pattern> originPatterns,
    List<String> methods,
    List<String> allowedHeaders,
    List<String> exposedHeaders,
    boolean credentials,
    @Nullable Duration maxAge) {

  /** The methods that the reference allows by default. */
  public static final List<String> DEFAULT_METHODS =
      List.of("GET", "HEAD", "PUT", "PATCH", "POST", "DELETE");
}
