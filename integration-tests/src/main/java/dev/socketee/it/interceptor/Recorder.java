package dev.socketee.it.interceptor;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** Writes down which methods are called, and adds to what they answer. */
@Recorded
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class Recorder {

  @Inject Records records;

  @AroundInvoke
  @Nullable Object record(InvocationContext call) throws Exception {
    records.add(call.getMethod().getName());
    Object answer = call.proceed();
    return answer instanceof String text ? text + ", recorded" : answer;
  }
}
