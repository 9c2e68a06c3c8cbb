package dev.socketee.server;

import dev.socketee.ConnectionRefusedException;
import dev.socketee.ConversionException;
import dev.socketee.Middleware;
import dev.socketee.Socket;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/** Decides on a CONNECT (reference 2.2, Connection sequence). */
final class AdmissionTask extends Mailbox.Task {

  private final ServerSocket socket;
  private final LocalNamespace namespace;

  AdmissionTask(ServerSocket socket, LocalNamespace namespace) {
    this.socket = socket;
    this.namespace = namespace;
  }

  @Override
  void run() {
    if (!socket.consider() || !passes() || !socket.accept()) {
      return;
    }
    for (Consumer<? super Socket> listener : namespace.connectionListeners()) {
      try {
        listener.accept(socket);
      } catch (Throwable e) {
        socket.report("connection", e);
      }
    }
  }

  private boolean passes() {
    try {
      for (Middleware middleware : namespace.middlewares()) {
        if (socket.isDisconnected()) {
          return false;
        }
        middleware.accept(socket);
      }
      return true;
    } catch (ConnectionRefusedException e) {
      socket.refuse(Refusal.of(e, namespace.name(), socket.codec()));
      return false;
    } catch (ConversionException e) {
      namespace.complain("connect", e);
      socket.refuse(Refusal.FAILED);
      return false;
    } catch (Throwable e) {
      SocketIOServer.LOG.log(
          Level.ERROR, "A middleware of " + namespace.name() + " failed and refused a socket", e);
      socket.refuse(Refusal.FAILED);
      return false;
    }
  }

  @Override
  long size() {
    return 0;
  }
}
