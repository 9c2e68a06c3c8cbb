package dev.socketee.server;

import dev.socketee.DisconnectReason;
import dev.socketee.engine.CloseReason;

/** What the end of a connection is to its sockets (reference 2.6, Disconnect reasons). */
final class DisconnectReasons {

  private DisconnectReasons() {}

  static DisconnectReason of(CloseReason reason) {
    return switch (reason) {
      case PING_TIMEOUT -> DisconnectReason.PING_TIMEOUT;
      case PARSE_ERROR -> DisconnectReason.PARSE_ERROR;
      case TRANSPORT_ERROR -> DisconnectReason.TRANSPORT_ERROR;
      case TRANSPORT_CLOSE -> DisconnectReason.TRANSPORT_CLOSE;
      case FORCED_CLOSE -> DisconnectReason.FORCED_CLOSE;
      case SHUTTING_DOWN -> DisconnectReason.SERVER_SHUTTING_DOWN;
      case REVOKED -> DisconnectReason.HTTP_SESSION_ENDED;
    };
  }
}
