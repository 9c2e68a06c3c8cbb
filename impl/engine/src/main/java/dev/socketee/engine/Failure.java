package dev.socketee.engine;

import dev.socketee.engine.http.EngineRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a request is answered with an error (reference 1.5).
 *
 * @param error the error
 * @param message what the client is told
 * @param context details, for the hooks
 */
record Failure(EngineError error, String message, Map<String, String> context) {

  private static Failure of(EngineError error, Map<String, String> context) {
    return new Failure(error, error.message(), context);
  }

  static Failure unknownTransport(EngineRequest request) {
    return of(EngineError.UNKNOWN_TRANSPORT, query(request, "transport"));
  }

  static Failure unknownSid(EngineRequest request) {
    return of(EngineError.UNKNOWN_SID, query(request, "sid"));
  }

  static Failure badMethod(EngineRequest request) {
    return of(EngineError.BAD_HANDSHAKE_METHOD, Map.of("method", request.method()));
  }

  static Failure invalidOrigin(EngineRequest request) {
    return badRequest("INVALID_ORIGIN", "origin", request.header("origin"));
  }

  static Failure handshake() {
    return badRequest("TRANSPORT_HANDSHAKE_ERROR", "", null);
  }

  /** The session is carried by another transport. */
  static Failure transportMismatch(EngineRequest request, TransportName current) {
    return badRequest("TRANSPORT_MISMATCH", "transport", request.query().get("transport"))
        .with("previousTransport", current.text());
  }

  /** The session was opened with another version of the protocol. */
  static Failure protocolMismatch(EngineRequest request, EngineProtocol current) {
    return badRequest("PROTOCOL_MISMATCH", "protocol", request.query().get("EIO"))
        .with("previousProtocol", Integer.toString(current.version()));
  }

  /** There is no id for a session. */
  static Failure idGeneration(String problem) {
    return badRequest("ID_GENERATION_ERROR", "error", problem);
  }

  static Failure forbidden(String message) {
    return new Failure(EngineError.FORBIDDEN, message, Map.of("message", message));
  }

  static Failure unsupportedProtocol(EngineRequest request) {
    Map<String, String> context = new HashMap<>();
    put(context, "protocol", request.query().get("EIO"));
    return of(EngineError.UNSUPPORTED_PROTOCOL_VERSION, context);
  }

  /** A limit has been reached. */
  static Failure excess(EngineError error) {
    return of(error, Map.of("name", error.name(), "message", error.message()));
  }

  private static Failure badRequest(String name, String key, @Nullable String value) {
    Map<String, String> context = new HashMap<>();
    context.put("name", name);
    put(context, key, value);
    return of(EngineError.BAD_REQUEST, context);
  }

  private Failure with(String key, String value) {
    Map<String, String> more = new HashMap<>(context);
    more.put(key, value);
    return new Failure(error, message, more);
  }

  private static Map<String, String> query(EngineRequest request, String key) {
    Map<String, String> context = new HashMap<>();
    put(context, key, request.query().get(key));
    return context;
  }

  private static void put(Map<String, String> context, String key, @Nullable String value) {
    if (value != null) {
      context.put(key, value);
    }
  }
}
