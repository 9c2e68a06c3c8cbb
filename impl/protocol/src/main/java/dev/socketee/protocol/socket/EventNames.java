package dev.socketee.protocol.socket;

import dev.socketee.protocol.ProtocolError;
import dev.socketee.protocol.ProtocolException;
import dev.socketee.protocol.json.JsonElements;
import dev.socketee.protocol.json.JsonText;
import java.util.Set;

/** What may be the name of an event (reference 1.16). Thread-safe. */
public final class EventNames {

  private static final Set<String> RESERVED =
      Set.of(
          "connect",
          "connect_error",
          "disconnect",
          "disconnecting",
          "newListener",
          "removeListener");

  private EventNames() {}

  /**
   * Whether the library keeps a name for itself: such an event is neither sent nor accepted.
   *
   * @param event a name
   * @return true for {@code connect}, {@code connect_error}, {@code disconnect}, {@code
   *     disconnecting}, {@code newListener} and {@code removeListener}
   */
  public static boolean isReserved(String event) {
    return RESERVED.contains(event);
  }

  /** The name in the first element: a string that is not reserved, or a number (CVE-2023-32695). */
  static String of(JsonElements elements) {
    if (elements.size() == 0) {
      throw new ProtocolException(ProtocolError.INVALID_PAYLOAD);
    }
    return switch (elements.first(0)) {
      case '"' -> notReserved(JsonText.unquote(elements.json(0)));
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
          NumericName.of(elements.json(0));
      default -> throw new ProtocolException(ProtocolError.INVALID_PAYLOAD);
    };
  }

  private static String notReserved(String name) {
    if (isReserved(name)) {
      throw new ProtocolException(ProtocolError.RESERVED_EVENT);
    }
    return name;
  }
}
