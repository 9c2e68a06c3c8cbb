package dev.socketee.engine;

import java.util.Arrays;
import java.util.Optional;

/** The transports, in the order of the reference's option. */
public enum TransportName {
  /** HTTP long-polling. */
  POLLING("polling"),
  /** WebSocket. */
  WEBSOCKET("websocket");

  private final String text;

  TransportName(String text) {
    this.text = text;
  }

  /** The name on the wire. */
  public String text() {
    return text;
  }

  /** Looks a name up; only the names themselves are known (CVE-2023-31125). */
  public static Optional<TransportName> of(String text) {
    return Arrays.stream(values()).filter(name -> name.text.equals(text)).findFirst();
  }
}
