package dev.socketee;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Emits what the methods of an interface stand for. Immutable. */
final class TypedEmitter implements InvocationHandler {

  private static final @Nullable Object[] NOTHING = {};

  private final TypedEvents events;
  private final Object target;
  private final Emission emission;
  private final Asking asking;

  /** Emits an event. */
  @FunctionalInterface
  interface Emission {
    void emit(String event, @Nullable Object... arguments);
  }

  /** Emits an event and asks for an acknowledgement. */
  @FunctionalInterface
  interface Asking {
    CompletionStage<Args> emitWithAck(String event, @Nullable Object... arguments);
  }

  private TypedEmitter(TypedEvents events, Object target, Emission emission, Asking asking) {
    this.events = events;
    this.target = target;
    this.emission = emission;
    this.asking = asking;
  }

  /** For one client. */
  static <T> T of(Class<T> type, Emitter emitter) {
    return proxy(
        type, new TypedEmitter(TypedEvents.of(type), emitter, emitter::emit, emitter::emitWithAck));
  }

  /** For many clients, who give no single answer. */
  static <T> T of(Class<T> type, Broadcaster broadcaster) {
    TypedEvents events = TypedEvents.of(type);
    Method answered = events.asking();
    if (answered != null) {
      throw TypedEvents.wrong(
          TypedEvents.describe(answered)
              + " asks for an acknowledgement, but many clients give many",
          "Return void, and use Broadcaster.emitWithAck for the answers");
    }
    Asking none =
        (event, arguments) -> {
          throw new IllegalStateException(event);
        };
    return proxy(type, new TypedEmitter(events, broadcaster, broadcaster::emit, none));
  }

  private static <T> T proxy(Class<T> type, TypedEmitter handler) {
    try {
      return type.cast(
          Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    } catch (IllegalArgumentException | SecurityException e) {
      IllegalArgumentException wrong =
          TypedEvents.wrong(
              type.getTypeName() + " cannot be implemented (" + e.getMessage() + ")",
              "Make it visible to its own class loader");
      wrong.initCause(e);
      throw wrong;
    }
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given)
      throws Throwable {
    @Nullable Object[] arguments = given == null ? NOTHING : given;
    MethodHandle defaultMethod = events.defaultMethod(method);
    if (defaultMethod != null) {
      return defaultMethod.bindTo(proxy).invokeWithArguments(arguments);
    }
    TypedEvents.Event event = events.event(method);
    if (event == null) {
      return ofObject(proxy, method, arguments);
    }
    @Nullable Object[] sent = event.spread() ? spread(arguments) : arguments;
    Type answer = event.answer();
    if (answer == null) {
      emission.emit(event.name(), sent);
      return null;
    }
    return TypedAnswer.of(asking.emitWithAck(event.name(), sent), answer);
  }

  /** {@code equals}, {@code hashCode} and {@code toString}: all that remains. */
  private Object ofObject(Object proxy, Method method, @Nullable Object[] arguments) {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "TypedEmitter[" + target + "]";
    };
  }

  /** Like those of {@code emit}: what Java has put into an array is several arguments. */
  private static @Nullable Object[] spread(@Nullable Object[] arguments) {
    int fixed = arguments.length - 1;
    Object more = arguments[fixed];
    int count = more == null ? 0 : Array.getLength(more);
    @Nullable Object[] all = Arrays.copyOf(arguments, fixed + count);
    for (int i = 0; i < count; i++) {
      all[fixed + i] = Array.get(more, i);
    }
    return all;
  }
}
