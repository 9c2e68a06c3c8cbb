package dev.socketee.cdi;

import dev.socketee.Ack;
import dev.socketee.Args;
import dev.socketee.DisconnectReason;
import dev.socketee.Socket;
import jakarta.enterprise.context.spi.CreationalContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of a handler: what its parameters can be bound to.
 *
 * @param socket the socket
 * @param args the arguments, of an event
 * @param ack the acknowledgement, of an event
 * @param reason the reason, of a disconnect
 * @param error the exception, of an error
 * @param injected what was injected for this call and ends with it
 */
record Call(
    Socket socket,
    @Nullable Args args,
    @Nullable Ack<Object> ack,
    @Nullable DisconnectReason reason,
    @Nullable Throwable error,
    List<CreationalContext<?>> injected) {

  private Call(
      Socket socket,
      @Nullable Args args,
      @Nullable Ack<Object> ack,
      @Nullable DisconnectReason reason,
      @Nullable Throwable error) {
    this(socket, args, ack, reason, error, new ArrayList<>(0));
  }

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

  /** Remembers what has to be released once the call, or the stage that it answers, is done. */
  void afterwards(CreationalContext<?> context) {
    injected.add(context);
  }

  /** Releases what has been remembered. */
  void release() {
    injected.forEach(CreationalContext::release);
  }
}
