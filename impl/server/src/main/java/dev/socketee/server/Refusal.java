package dev.socketee.server;

import dev.socketee.ConnectionRefusedException;
import dev.socketee.protocol.json.JsonText;
import dev.socketee.spi.Emission;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why a client may not join a namespace (reference 1.16, Outputs; 1.10).
 *
 * @param message in words
 * @param data the JSON of what the application adds, {@code null} for nothing
 */
record Refusal(String message, @Nullable String data) {

  /** There is no namespace of that name. */
  static final Refusal INVALID_NAMESPACE = new Refusal("Invalid namespace", null);

  /** The namespace would have to be created, and there are too many already. */
  static final Refusal TOO_MANY_NAMESPACES = new Refusal("Too many namespaces", null);

  /** The namespace has as many sockets as it may have. */
  static final Refusal TOO_MANY_SOCKETS = new Refusal("Too many sockets", null);

  /** Something failed that is none of the client's business. */
  static final Refusal FAILED = new Refusal("Connection refused", null);

  /** What JavaScript takes for no data. */
  private static final Set<String> FALSY = Set.of("null", "false", "0", "\"\"");

  /** What the application wants to tell. */
  static Refusal of(ConnectionRefusedException refused, String namespace, ValueCodec codec) {
    String message = refused.getMessage();
    Object data = refused.data();
    return new Refusal(
        message == null ? "" : message, data == null ? null : json(data, namespace, codec));
  }

  /** A CONNECT_ERROR cannot carry binary, and the client must hear of the refusal in any case. */
  private static @Nullable String json(Object data, String namespace, ValueCodec codec) {
    try {
      Emission encoded = codec.encode(List.of(data));
      if (encoded.attachments().isEmpty()) {
        return encoded.json().substring(1, encoded.json().length() - 1);
      }
      SocketIOServer.LOG.log(
          Level.WARNING,
          "The data of a refused connection to {0} was left out: it has binary in it",
          namespace);
    } catch (RuntimeException e) {
      SocketIOServer.LOG.log(
          Level.WARNING, "The data of a refused connection to " + namespace + " was left out", e);
    }
    return null;
  }

  /** Both, as clients of today have it. */
  String object() {
    return "{\"message\":"
        + JsonText.quote(message)
        + (data == null ? "}" : ",\"data\":" + data + "}");
  }

  /** The data, else the message, as clients of Socket.IO 1 and 2 have it. */
  String value() {
    return data == null || FALSY.contains(data) ? JsonText.quote(message) : data;
  }
}
