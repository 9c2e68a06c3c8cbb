package dev.socketee.server;

import dev.socketee.ConnectionRefusedException;
import dev.socketee.protocol.json.JsonText;
import dev.socketee.spi.Emission;
import java.lang.System.Logger.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The payload of a CONNECT_ERROR (reference 1.16, Outputs). */
final class Refusal {

  /** There is no namespace of that name. */
  static final String INVALID_NAMESPACE = payload("Invalid namespace", null);

  /** The namespace would have to be created, and there are too many already. */
  static final String TOO_MANY_NAMESPACES = payload("Too many namespaces", null);

  /** Something failed that is none of the client's business. */
  static final String FAILED = payload("Connection refused", null);

  private Refusal() {}

  /** What the application wants to tell. */
  static String of(ConnectionRefusedException refused, String namespace, ValueCodec codec) {
    String message = refused.getMessage();
    Object data = refused.data();
    return payload(
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

  private static String payload(String message, @Nullable String data) {
    return "{\"message\":"
        + JsonText.quote(message)
        + (data == null ? "}" : ",\"data\":" + data + "}");
  }
}
