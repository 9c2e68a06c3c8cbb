package dev.socketee.cdi;

import dev.socketee.Ack;
import dev.socketee.Args;
import dev.socketee.DisconnectReason;
import dev.socketee.Handshake;
import dev.socketee.Socket;

/** Where the value of a handler's parameter comes from. */
enum ParameterKind {
  SOCKET,
  HANDSHAKE,
  ACK,
  ARGS,
  DISCONNECT_REASON,
  THROWABLE,
  /** The payload of the CONNECT, by JSON-B. */
  AUTH,
  /** The next argument of the event, by JSON-B. */
  ARGUMENT;

  /** The kind that a parameter without annotations has by its type. */
  static ParameterKind of(Class<?> type) {
    if (type == Socket.class) {
      return SOCKET;
    }
    if (type == Handshake.class) {
      return HANDSHAKE;
    }
    if (type == Ack.class) {
      return ACK;
    }
    if (type == Args.class) {
      return ARGS;
    }
    if (type == DisconnectReason.class) {
      return DISCONNECT_REASON;
    }
    return Throwable.class.isAssignableFrom(type) ? THROWABLE : ARGUMENT;
  }
}
