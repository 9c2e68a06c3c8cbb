package dev.socketee.server;

import dev.socketee.AccessRefusedException;
import dev.socketee.ConnectionRefusedException;
import dev.socketee.ConversionException;
import dev.socketee.Middleware;
import dev.socketee.Socket;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;

/** Decides on a CONNECT (reference 2.2, Connection sequence). */
final class AdmissionTask extends Mailbox.Task {

  private final ServerSocket socket;
  private final LocalNamespace namespace;
  private final boolean recoveryFailed;

  AdmissionTask(ServerSocket socket, LocalNamespace namespace, boolean recoveryFailed) {
    this.socket = socket;
    this.namespace = namespace;
    this.recoveryFailed = recoveryFailed;
  }

  @Override
  void run() {
    if (!socket.consider()) {
      return;
    }
    namespace.watched().tell(SocketWatcher::begins, socket);
    boolean recovered = socket.recovered();
    if (!finds() || !passes() || !socket.accept()) {
      return;
    }
    namespace.drain().tell(socket);
    if (recoveryFailed || (recovered && !socket.recovered())) {
      tell("recovery failed", namespace.recoveryListeners());
    }
    tell("connection", namespace.connectionListeners());
    namespace.watched().tell(SocketWatcher::connected, socket);
  }

  /** Before anybody is asked: whom there is no place for costs nothing. */
  private boolean finds() {
    if (socket.takePlace()) {
      return true;
    }
    namespace.full();
    socket.turnAway();
    return false;
  }

  private void tell(String event, List<Consumer<? super Socket>> listeners) {
    for (Consumer<? super Socket> listener : listeners) {
      try {
        listener.accept(socket);
      } catch (Throwable e) {
        socket.report(event, e);
      }
    }
  }

  private boolean passes() {
    Recovery recovery = namespace.recovery();
    boolean skips = socket.recovered() && recovery != null && recovery.skipMiddlewares();
    try {
      return (skips || passes(namespace.middlewares())) && passes(namespace.shared().guards());
    } catch (ConnectionRefusedException e) {
      socket.refuse(Refusal.of(e, namespace.name(), socket.codec()));
      return false;
    } catch (AccessRefusedException e) {
      SocketIOServer.LOG.log(Level.DEBUG, "A CONNECT was refused: {0}", e.getMessage());
      socket.refuse(new Refusal(e.answer(), null));
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

  /** Answers whether the client is still there; what it is refused by, they throw. */
  private boolean passes(List<Middleware> middlewares) throws Exception {
    for (Middleware middleware : middlewares) {
      if (socket.isDisconnected()) {
        return false;
      }
      middleware.accept(socket);
    }
    return true;
  }

  @Override
  long size() {
    return 0;
  }
}
