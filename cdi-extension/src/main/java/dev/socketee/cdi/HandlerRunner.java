package dev.socketee.cdi;

import dev.socketee.AccessRefusedException;
import dev.socketee.Ack;
import dev.socketee.Args;
import dev.socketee.ConnectionRefusedException;
import dev.socketee.DisconnectReason;
import dev.socketee.EventRefusedException;
import dev.socketee.Socket;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Optional;
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
  private final HandlerScopes scopes;

  HandlerRunner(ErrorHandlers errors, HandlerScopes scopes) {
    this.errors = errors;
    this.scopes = scopes;
  }

  /**
   * Runs a handler of a CONNECT.
   *
   * @throws ConnectionRefusedException by the will of the handler or of a handler of errors, or
   *     because the handler has failed and a handler of errors has taken care of that
   * @throws Exception what the handler has thrown
   */
  void connect(HandlerInvoker handler, Socket socket) throws Exception {
    run(
        handler,
        Call.connect(socket),
        result -> {},
        (error, handled) -> {
          Optional<ConnectionRefusedException> refusal =
              ErrorAnswer.refusal(error, handler.handler());
          if (refusal.isPresent()) {
            if (!handled && Denials.denies(error)) {
              LOG.log(Level.DEBUG, "A CONNECT was refused: {0}", error.getMessage());
            }
            throw refusal.get();
          }
          if (handled) {
            throw new ConnectionRefusedException(REFUSED);
          }
        });
  }

  /**
   * Checks, when the handlers of a CONNECT have decided, whether a bean is for the caller.
   *
   * @throws ConnectionRefusedException if it is not, or by the will of a handler of errors
   * @throws Exception what a handler of errors has thrown
   */
  void enter(Gate gate, Socket socket) throws Exception {
    scopes.call(
        socket,
        () -> {
          try {
            gate.check(socket);
          } catch (AccessRefusedException refusal) {
            refused(gate.bean(), socket, refusal);
          }
          return null;
        });
  }

  private void refused(NamespaceBean bean, Socket socket, AccessRefusedException refusal)
      throws Exception {
    try {
      if (!errors.handle(bean, socket, refusal)) {
        LOG.log(Level.DEBUG, "A CONNECT was refused: {0}", refusal.getMessage());
      }
    } catch (ConnectionRefusedException e) {
      throw e;
    } catch (Throwable e) {
      rethrow(e);
    }
    throw new ConnectionRefusedException(refusal.answer());
  }

  /** Runs a handler of a disconnect. */
  void disconnect(HandlerInvoker handler, Socket socket, DisconnectReason reason) throws Exception {
    run(handler, Call.disconnect(socket, reason), result -> {}, (error, handled) -> {});
  }

  /** Runs a handler of an event, and acknowledges it, or its failure. */
  void event(EventHandler handler, Socket socket, Args args, Ack<Object> ack) throws Exception {
    run(
        handler.invoker(),
        Call.event(socket, args, ack),
        result -> {
          if (result instanceof CompletionStage<?> stage) {
            stage.whenComplete((value, error) -> completed(handler, socket, ack, value, error));
          } else {
            handler.succeeded(socket, ack, result);
          }
        },
        (error, handled) -> handler.failed(ack, error));
  }

  private void run(
      HandlerInvoker handler, Call call, Continuation continuation, FailureAnswer answer)
      throws Exception {
    scopes.call(
        call.socket(),
        () -> {
          try {
            continuation.accept(handler.invoke(call));
          } catch (Throwable error) {
            failed(handler.handler(), call.socket(), error, answer);
          }
          return null;
        });
  }

  /**
   * Returns normally if a handler of errors has, or if the error was meant for the client only. The
   * client is answered with what that handler has made of the error.
   */
  private void failed(HandlerMethod handler, Socket socket, Throwable error, FailureAnswer answer)
      throws Exception {
    Throwable outcome = error;
    boolean handled = false;
    if (!forClient(handler, error)) {
      try {
        handled = errors.handle(handler.bean(), socket, error);
      } catch (Throwable e) {
        outcome = e;
      }
    }
    answer.send(outcome, handled);
    if (!handled && !forClient(handler, outcome)) {
      rethrow(ErrorAnswer.reported(outcome, handler));
    }
  }

  private static boolean forClient(HandlerMethod handler, Throwable error) {
    return switch (handler.kind()) {
      case CONNECT ->
          error instanceof ConnectionRefusedException || error instanceof EventRefusedException;
      case EVENT -> error instanceof EventRefusedException;
      case DISCONNECT, ERROR -> false;
    };
  }

  private static void rethrow(Throwable error) throws Exception {
    if (error instanceof Exception exception) {
      throw exception;
    }
    if (error instanceof Error serious) {
      throw serious;
    }
    throw new UndeclaredThrowableException(error);
  }

  /** On whichever thread completes the stage: nobody is there to throw anything to. */
  private void completed(
      EventHandler handler,
      Socket socket,
      Ack<Object> ack,
      @Nullable Object value,
      @Nullable Throwable failure) {
    Throwable error = failure == null ? succeeded(handler, socket, ack, value) : cause(failure);
    if (error == null) {
      return;
    }
    HandlerMethod method = handler.invoker().handler();
    try {
      scopes.call(
          socket,
          () -> {
            failed(method, socket, error, (outcome, handled) -> handler.failed(ack, outcome));
            return null;
          });
    } catch (AccessRefusedException e) {
      LOG.log(
          Level.DEBUG, "What {0} returned was refused: {1}", method.description(), e.getMessage());
    } catch (Throwable e) {
      LOG.log(
          Level.ERROR,
          // not its id, which may be a secret
          "What " + method.description() + " returned has failed, " + socket,
          e);
    }
  }

  private static @Nullable Throwable succeeded(
      EventHandler handler, Socket socket, Ack<Object> ack, @Nullable Object value) {
    try {
      handler.succeeded(socket, ack, value);
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

  /** How to tell the client of a failure. */
  @FunctionalInterface
  private interface FailureAnswer {
    void send(Throwable error, boolean handled);
  }
}
