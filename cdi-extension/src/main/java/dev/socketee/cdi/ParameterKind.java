package dev.socketee.cdi;

import dev.socketee.Ack;
import dev.socketee.Args;
import dev.socketee.DisconnectReason;
import dev.socketee.Handshake;
import dev.socketee.Socket;
import java.security.Principal;

/** Where the value of a handler's parameter comes from. */
enum ParameterKind {
  SOCKET,
  HANDSHAKE,
  ACK,
  ARGS,
  DISCONNECT_REASON,
  THROWABLE,
  /** Who the container says opened the connection. */
  PRINCIPAL,
  /** A header of the handshake. */
  HEADER,
  /** A parameter of the URL of the handshake. */
  QUERY,
  /** A part of the name of the namespace. */
  NAMESPACE_PARAM,
  /** By CDI. */
  INJECTED,
  /** The payload of the CONNECT, by JSON-B. */
  AUTH,
  /** The next argument of the event, by JSON-B. */
  ARGUMENT,
  /** The arguments that are left, each by JSON-B. */
  REMAINING;

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
    if (type == Principal.class) {
      return PRINCIPAL;
    }
    return Throwable.class.isAssignableFrom(type) ? THROWABLE : ARGUMENT;
  }
}
