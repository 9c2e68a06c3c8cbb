package dev.socketee.server;

import dev.socketee.Ack;
import dev.socketee.Args;
import dev.socketee.ConversionException;
import dev.socketee.ErrorListener;
import dev.socketee.EventListener;
import dev.socketee.protocol.socket.SocketPacket;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Brings what a client sends to the listeners of its socket, and their failures to where they
 * belong.
 */
final class SocketInput {

  private final ServerSocket socket;
  private final SocketListeners listeners;

  SocketInput(ServerSocket socket, SocketListeners listeners) {
    this.socket = socket;
    this.listeners = listeners;
  }

  /** Calls the listeners of an event, on the calling thread. */
  void dispatch(SocketPacket.Event packet) {
    if (!socket.connected()) {
      return;
    }
    List<EventListener> called = listeners.of(packet.event());
    if (called.isEmpty()) {
      return;
    }
    Args args = new ReceivedArgs(packet.args(), socket.codec());
    Ack<Object> ack = new ClientAck(socket, packet.ackId());
    for (EventListener listener : called) {
      try {
        listener.onEvent(args, ack);
      } catch (Throwable e) {
        report(packet.event(), e);
      }
    }
  }

  /** A listener failed. */
  void report(String event, Throwable failure) {
    List<ErrorListener> told = listeners.error();
    if (told.isEmpty()) {
      untold(event, failure);
    }
    for (ErrorListener listener : told) {
      try {
        listener.onError(failure);
      } catch (Throwable e) {
        log("An error listener", e);
      }
    }
  }

  private void untold(String event, Throwable failure) {
    if (failure instanceof ConversionException unreadable) {
      socket.namespace().complain(event, unreadable);
    } else {
      log("A listener of \"" + event + "\"", failure);
    }
  }

  private void log(String who, Throwable failure) {
    SocketIOServer.LOG.log(
        Level.ERROR,
        who + " failed, socket " + socket.id() + " of " + socket.namespace().name(),
        failure);
  }
}
