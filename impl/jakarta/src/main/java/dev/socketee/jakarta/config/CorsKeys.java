package dev.socketee.jakarta.config;

import static dev.socketee.jakarta.config.ValueTypes.flag;
import static dev.socketee.jakarta.config.ValueTypes.seconds;
import static dev.socketee.jakarta.config.ValueTypes.tokens;

import dev.socketee.engine.http.CorsOptions;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options of CORS, and their values while they are read. */
final class CorsKeys {

  /** The options, in the order of the documentation. */
  static final List<Option<?>> ALL =
      List.of(
          new Option<>(
              "cors.origin",
              "none",
              OriginRules.TYPE,
              "Which other origins may read responses; a regular expression has to match the whole"
                  + " origin. The origin of the application itself needs no permission, and browsers"
                  + " do not apply CORS to WebSocket.",
              (draft, value) -> draft.cors.origin = value),
          new Option<>(
              "cors.methods",
              "GET, HEAD, PUT, PATCH, POST, DELETE",
              tokens("a list of HTTP methods"),
              "The methods that those may use.",
              (draft, value) -> draft.cors.methods = value),
          new Option<>(
              "cors.allowed-headers",
              null,
              tokens("a list of header names"),
              "The request headers that those may send. Default: whatever they ask for.",
              (draft, value) -> draft.cors.allowedHeaders = value),
          new Option<>(
              "cors.exposed-headers",
              null,
              tokens("a list of header names"),
              "The response headers that those may read, besides the harmless ones. Default: none.",
              (draft, value) -> draft.cors.exposedHeaders = value),
          new Option<>(
              "cors.credentials",
              "false",
              flag(),
              "Let those send cookies and HTTP authentication.",
              (draft, value) -> draft.cors.credentials = value),
          new Option<>(
              "cors.max-age",
              null,
              seconds(),
              "How long browsers may remember the permission. Default: left to the browser.",
              (draft, value) -> draft.cors.maxAge = value));

  private OriginRules origin = OriginRules.NONE;
  private List<String> methods = CorsOptions.DEFAULT_METHODS;
  private List<String> allowedHeaders = List.of();
  private List<String> exposedHeaders = List.of();
  private boolean credentials;
  private @Nullable Duration maxAge;

  /** Whether credentials are for every origin, which browsers refuse. */
  boolean credentialsForAll() {
    return credentials && origin.any();
  }

  @Nullable CorsOptions build() {
    if (origin.none()) {
      return null;
    }
    return new CorsOptions(
        origin.any(),
        origin.origins(),
        origin.patterns(),
        methods,
        allowedHeaders,
        exposedHeaders,
        credentials,
        maxAge);
  }
}
