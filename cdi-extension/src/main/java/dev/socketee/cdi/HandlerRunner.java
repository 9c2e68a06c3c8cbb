package dev.socketee.cdi;

import dev.socketee.Ack;
import dev.socketee.Args;
import dev.socketee.ConnectionRefusedException;
import dev.socketee.DisconnectReason;
import dev.socketee.Socket;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Runs the handlers of one namespace: in a request context, their exceptions to its handlers of
 * errors, and without such a one to the caller. Thread-safe.
 */
final class HandlerRunner {

  private static final Logger LOG = System.getLogger(HandlerRunner.class.getPackageName());

  /**
   * What the server, too, tells a client that was refused for reasons that are not its business.
   */
  private static final String REFUSED = "Connection refused";

  private final ErrorHandlers errors;
  private final RequestScope requestScope;

  HandlerRunner(ErrorHandlers errors, RequestScope requestScope) {
    this.errors = errors;
    this.requestScope = requestScope;
  }

  /**
   * Runs a handler of a CONNECT.
   *
   * @throws ConnectionRefusedException by the will of the handler or of a handler of errors, or
   *     because the handler has failed and a handler of errors has taken care of that
   * @throws Exception what the handler has thrown
   */
  void connect(HandlerInvoker handler, Socket socket) throws Exception {
    boolean done = run(handler, Call.connect(socket), result -> {});
    if (!done) {
      throw new ConnectionRefusedException(REFUSED);
    }
  }

  /** Runs a handler of a disconnect. */
  void disconnect(HandlerInvoker handler, Socket socket, DisconnectReason reason) throws Exception {
    run(handler, Call.disconnect(socket, reason), result -> {});
  }

  /** Runs a handler of an event, and acknowledges it. */
  void event(EventHandler handler, Socket socket, Args args, Ack<Object> ack) throws Exception {
    run(
        handler.invoker(),
        Call.event(socket, args, ack),
        result -> {
          if (result instanceof CompletionStage<?> stage) {
            stage.whenComplete((value, error) -> completed(handler, socket, ack, value, error));
          } else {
            handler.acknowledge(ack, result);
          }
        });
  }

  /** Answers whether the handler has succeeded; if it has not, a handler of errors has. */
  private boolean run(HandlerInvoker handler, Call call, Continuation continuation)
      throws Exception {
    return requestScope.call(
        () -> {
          try {
            continuation.accept(handler.invoke(call));
            return true;
          } catch (Throwable error) {
            failed(handler.handler(), call.socket(), error);
            return false;
          }
        });
  }

  /** Returns normally if a handler of errors has. */
  private void failed(HandlerMethod handler, Socket socket, Throwable error) throws Exception {
    boolean refusal =
        handler.kind() == HandlerKind.CONNECT && error instanceof ConnectionRefusedException;
    try {
      if (refusal || !errors.handle(handler, socket, error)) {
        throw error;
      }
    } catch (Exception | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new UndeclaredThrowableException(e);
    }
  }

  /** On whichever thread completes the stage: nobody is there to throw anything to. */
  private void completed(
      EventHandler handler,
      Socket socket,
      Ack<Object> ack,
      @Nullable Object value,
      @Nullable Throwable failure) {
    Throwable error = failure == null ? acknowledge(handler, ack, value) : cause(failure);
    if (error == null) {
      return;
    }
    HandlerMethod method = handler.invoker().handler();
    try {
      requestScope.call(
          () -> {
            failed(method, socket, error);
            return null;
          });
    } catch (Throwable e) {
      LOG.log(
          Level.ERROR,
          "What "
              + method.description()
              + " returned has failed, socket "
              + socket.id()
              + " of "
              + socket.namespace().name(),
          e);
    }
  }

  private static @Nullable Throwable acknowledge(
      EventHandler handler, Ack<Object> ack, @Nullable Object value) {
    try {
      handler.acknowledge(ack, value);
      return null;
    } catch (RuntimeException e) {
      return e;
    }
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  /** What to do with the result of a handler. */
  @FunctionalInterface
  private interface Continuation {
    void accept(@Nullable Object result);
  }
}
