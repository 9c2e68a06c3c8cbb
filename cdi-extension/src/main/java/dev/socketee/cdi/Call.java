package dev.socketee.cdi;

import dev.socketee.Ack;
import dev.socketee.Args;
import dev.socketee.DisconnectReason;
import dev.socketee.Socket;
import org.jspecify.annotations.Nullable;

/**
 * One call of a handler: what its parameters can be bound to.
 *
 * @param socket the socket
 * @param args the arguments, of an event
 * @param ack the acknowledgement, of an event
 * @param reason the reason, of a disconnect
 * @param error the exception, of an error
 */
record Call(
    Socket socket,
    @Nullable Args args,
    @Nullable Ack<Object> ack,
    @Nullable DisconnectReason reason,
    @Nullable Throwable error) {

  static Call connect(Socket socket) {
    return new Call(socket, null, null, null, null);
  }

  static Call event(Socket socket, Args args, Ack<Object> ack) {
    return new Call(socket, args, ack, null, null);
  }

  static Call disconnect(Socket socket, DisconnectReason reason) {
    return new Call(socket, null, null, reason, null);
  }

  static Call error(Socket socket, Throwable error) {
    return new Call(socket, null, null, null, error);
  }
}
