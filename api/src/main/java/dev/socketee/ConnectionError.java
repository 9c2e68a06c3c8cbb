package dev.socketee;

import dev.socketee.spi.HttpRequest;
import java.util.Map;

/**
 * A request that was answered with an error instead of opening or continuing a connection.
 *
 * <p>Source: reference 1.5, HTTP errors: {@code connection_error}.
 *
 * @param request the request; valid only while the listener is called
 * @param code {@code 0} transport unknown, {@code 1} session id unknown, {@code 2} bad handshake
 *     method, {@code 3} bad request, {@code 4} forbidden, {@code 5} unsupported protocol version
 * @param message what the client was told
 * @param context details, unmodifiable: of code 0 {@code transport}; of 1 {@code sid}; of 2 {@code
 *     method}; of 3 {@code name}, which is {@code INVALID_ORIGIN} (with {@code origin}), {@code
 *     TRANSPORT_MISMATCH} (with {@code transport} and {@code previousTransport}), {@code
 *     PROTOCOL_MISMATCH} (with {@code protocol} and {@code previousProtocol}) or {@code
 *     TRANSPORT_HANDSHAKE_ERROR}; of 4 {@code message}; of 5 {@code protocol}. If a limit of this
 *     server was reached, {@code name} says which, such as {@code TOO_MANY_SESSIONS}. What the
 *     client has not sent is missing, and whatever it has sent can be anything
 */
public record ConnectionError(
    HttpRequest request, int code, String message, Map<String, String> context) {

  /**
   * Copies the map.
   *
   * @param request the request
   * @param code the code
   * @param message what the client was told
   * @param context details
   */
  public ConnectionError {
    context = Map.copyOf(context);
  }
}
