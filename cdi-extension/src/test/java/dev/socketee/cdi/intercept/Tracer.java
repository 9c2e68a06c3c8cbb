package dev.socketee.cdi.intercept;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

@Interceptor
@Traced
@Priority(Interceptor.Priority.APPLICATION)
class Tracer {

  @AroundInvoke
  Object trace(InvocationContext context) throws Exception {
    InterceptTest.SEEN.add("> " + context.getMethod().getName());
    try {
      return context.proceed();
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException("translated", e);
    } finally {
      InterceptTest.SEEN.add("< " + context.getMethod().getName());
    }
  }
}
