package dev.socketee.engine;

import dev.socketee.engine.http.HttpResponse;
import java.util.Map;

/** What the engine says to a WebSocket handshake. */
public sealed interface UpgradeVerdict {

  /**
   * No: this is the response.
   *
   * @param response what to answer instead of the upgrade
   */
  record Refused(HttpResponse response) implements UpgradeVerdict {}

  /**
   * Yes.
   *
   * @param ticket what to open the WebSocket with; unused, it costs nothing
   * @param headers headers to add to the 101
   */
  record Granted(UpgradeTicket ticket, Map<String, String> headers) implements UpgradeVerdict {}
}
