package dev.socketee.cdi;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Calls one handler method: all that can be prepared is prepared once. Thread-safe. */
final class HandlerInvoker {

  private final HandlerMethod handler;
  private final BeanReference bean;
  private final CallValidation validation;
  private final List<ArgumentBinder> binders;
  private final MethodHandle handle;

  HandlerInvoker(HandlerMethod handler, BeanReference bean, CallValidation validation) {
    this.handler = handler;
    this.bean = bean;
    this.validation = validation;
    this.binders =
        handler.parameters().stream()
            .map(parameter -> ArgumentBinder.of(handler, parameter))
            .toList();
    this.handle = handle(handler.method());
  }

  HandlerMethod handler() {
    return handler;
  }

  /**
   * Binds the arguments and calls the method.
   *
   * @return its result; {@code null} for {@code void}
   * @throws dev.socketee.AccessRefusedException if the caller of the socket may not; nothing of
   *     what the client sent has been looked at
   * @throws Throwable what the method has thrown, or {@link IllegalArgumentException} if what the
   *     client sent cannot be bound
   */
  @Nullable Object invoke(Call call) throws Throwable {
    handler.checkAccess(call.socket());
    BeanReference.Lease lease = bean.lease();
    Object result = null;
    try {
      @Nullable Object[] arguments = new Object[binders.size()];
      for (int i = 0; i < arguments.length; i++) {
        arguments[i] = binders.get(i).bind(call);
      }
      validation.arguments(lease.target(), arguments);
      result = handle.invokeExact(lease.target(), arguments);
      validation.result(lease.target(), result);
      return result;
    } catch (Throwable error) {
      throw handler.bean().sessionBean() ? EjbFailures.unwrap(error) : error;
    } finally {
      if (result instanceof CompletionStage<?> stage) {
        stage.whenComplete((value, error) -> end(call, lease));
      } else {
        end(call, lease);
      }
    }
  }

  private static void end(Call call, BeanReference.Lease lease) {
    lease.close();
    call.release();
  }

  private static MethodHandle handle(Method method) {
    try {
      return MethodHandles.lookup()
          .unreflect(method)
          .asFixedArity()
          .asSpreader(Object[].class, method.getParameterCount())
          .asType(MethodType.methodType(Object.class, Object.class, Object[].class));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("made accessible before: " + method, e);
    }
  }
}
