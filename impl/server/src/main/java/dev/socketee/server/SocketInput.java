package dev.socketee.server;

import dev.socketee.AccessRefusedException;
import dev.socketee.Ack;
import dev.socketee.AnyListener;
import dev.socketee.Args;
import dev.socketee.ConversionException;
import dev.socketee.ErrorListener;
import dev.socketee.EventListener;
import dev.socketee.EventMiddleware;
import dev.socketee.EventRefusedException;
import dev.socketee.protocol.socket.SocketPacket;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /**
   * Calls the listeners of an event, on the calling thread: those for any event, then the
   * middleware, then, if that lets it pass, its own (reference 2.3).
   */
  void dispatch(SocketPacket.Event packet) {
    String event = packet.event();
    if (!socket.connected() || unheard(event)) {
      return;
    }
    Args args = new ReceivedArgs(packet.args(), socket.codec());
    Ack<Object> ack = new ClientAck(socket, packet.ackId());
    for (AnyListener listener : listeners.now().any()) {
      run(event, () -> listener.onEvent(event, args));
    }
    if (!passes(event, args, ack) || !socket.connected()) {
      return;
    }
    for (NamespaceListener listener : shared(event)) {
      run(event, () -> listener.onEvent(socket, args, ack)); // it has answered, if it was its turn
    }
    for (EventListener listener : listeners.now().of(event)) {
      if (listeners.claim(event, listener)) {
        answering(event, ack, () -> listener.onEvent(args, ack));
      }
    }
  }

  /**
   * Whether there are listeners of an event, and nothing blocks of all that it is brought to.
   * Listeners of errors may block, and would be called on the same thread.
   */
  boolean isNonBlocking(String event) {
    ListenerSet now = listeners.now();
    List<NamespaceListener> shared = shared(event);
    List<EventListener> own = now.of(event);
    boolean heard = !shared.isEmpty() || !own.isEmpty();
    return heard
        && now.any().isEmpty()
        && now.middlewares().isEmpty()
        && now.error().isEmpty()
        && shared.stream().noneMatch(NamespaceListener::mayBlock)
        && own.stream().noneMatch(EventListener::mayBlock);
  }

  private boolean unheard(String event) {
    ListenerSet now = listeners.now();
    return now.any().isEmpty()
        && now.middlewares().isEmpty()
        && now.of(event).isEmpty()
        && shared(event).isEmpty();
  }

  private List<NamespaceListener> shared(String event) {
    return socket.namespace().shared().of(event);
  }

  private boolean passes(String event, Args args, Ack<Object> ack) {
    for (EventMiddleware middleware : listeners.now().middlewares()) {
      if (!answering(event, ack, () -> middleware.accept(event, args))) {
        return false;
      }
    }
    return true;
  }

  /** Calls somebody who may refuse the event; answers whether that has gone well. */
  private boolean answering(String event, Ack<Object> ack, Call call) {
    try {
      call.run();
      return true;
    } catch (EventRefusedException e) {
      run(event, () -> refuse(e, ack));
      report(event, e);
    } catch (AccessRefusedException e) {
      run(event, () -> ack.send(Map.of("message", e.answer())));
      report(event, e);
    } catch (Throwable e) {
      report(event, e);
    }
    return false;
  }

  /** Details that cannot be encoded must not keep the client waiting for an answer. */
  private static void refuse(EventRefusedException refusal, Ack<Object> ack) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("message", String.valueOf(refusal.getMessage()));
    Object data = refusal.data();
    if (data != null) {
      answer.put("data", data);
    }
    try {
      ack.send(answer);
    } catch (IllegalArgumentException e) {
      answer.remove("data");
      ack.send(answer);
      throw e;
    }
  }

  /** Whatever one of them throws, it is the others' turn next. */
  private void run(String event, Call call) {
    try {
      call.run();
    } catch (Throwable e) {
      report(event, e);
    }
  }

  /** Calls somebody. */
  @FunctionalInterface
  private interface Call {
    void run() throws Exception;
  }

  /** A listener failed. */
  void report(String event, Throwable failure) {
    List<ErrorListener> told = listeners.now().error();
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
    } else if (failure instanceof EventRefusedException
        || failure instanceof AccessRefusedException) {
      SocketIOServer.LOG.log(Level.DEBUG, "\"{0}\" was refused: {1}", event, failure.getMessage());
    } else {
      log("A listener of \"" + event + "\"", failure);
    }
  }

  private void log(String who, Throwable failure) {
    SocketIOServer.LOG.log(
        Level.ERROR,
        who + " failed, socket " + socket.label() + " of " + socket.namespace().name(),
        failure);
  }
}
