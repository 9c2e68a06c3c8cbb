package dev.socketee;

import dev.socketee.annotation.EventName;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The events of an interface whose methods emit them. Immutable; read once for each interface. */
final class TypedEvents {

  private static final ClassValue<TypedEvents> KNOWN =
      new ClassValue<>() {
        @Override
        protected TypedEvents computeValue(Class<?> type) {
          return new TypedEvents(type);
        }
      };

  private static final Set<String> RESERVED =
      Set.of(
          "connect",
          "connect_error",
          "disconnect",
          "disconnecting",
          "newListener",
          "removeListener");

  private final Map<Method, Event> events = new HashMap<>();
  private final Map<Method, MethodHandle> defaults = new HashMap<>();
  private @Nullable Method asking;

  /**
   * An event.
   *
   * @param name its name
   * @param answer what the acknowledgement is converted to; {@code null} if none is asked for
   * @param spread whether the last argument is an array of more
   */
  record Event(String name, @Nullable Type answer, boolean spread) {}

  private TypedEvents(Class<?> type) {
    if (!type.isInterface() || type.isAnnotation()) {
      throw wrong(type.getTypeName() + " is not an interface", "Make it one");
    }
    if (type.isSealed()) {
      throw wrong(type.getTypeName() + " is sealed", "Let everybody implement it");
    }
    for (Method method : type.getMethods()) {
      if (Modifier.isAbstract(method.getModifiers()) && !ofObject(method)) {
        Event event = read(method);
        events.put(method, event);
        if (event.answer() != null) {
          asking = method;
        }
      } else if (method.isDefault()) {
        defaults.put(method, callable(method));
      }
    }
  }

  /**
   * Reads an interface.
   *
   * @throws IllegalArgumentException if its methods cannot emit
   */
  static TypedEvents of(Class<?> type) {
    return KNOWN.get(type);
  }

  /** The event of a method; {@code null} if it emits none. */
  @Nullable Event event(Method method) {
    return events.get(method);
  }

  /** A default method, which takes the proxy and the arguments; {@code null} if it is none. */
  @Nullable MethodHandle defaultMethod(Method method) {
    return defaults.get(method);
  }

  /** A method that asks for an acknowledgement; {@code null} if there is none. */
  @Nullable Method asking() {
    return asking;
  }

  /** Also one of an interface that is not public. */
  private static MethodHandle callable(Method method) {
    Class<?> type = method.getDeclaringClass();
    try {
      return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
          .unreflectSpecial(method, type)
          .asFixedArity();
    } catch (IllegalAccessException e) {
      IllegalArgumentException wrong =
          wrong(describe(method) + " cannot be called", "Open its package to dev.socketee");
      wrong.initCause(e);
      throw wrong;
    }
  }

  /** Such as {@code equals}, which an interface may declare again. */
  private static boolean ofObject(Method method) {
    try {
      Object.class.getMethod(method.getName(), method.getParameterTypes());
      return true;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  private static Event read(Method method) {
    EventName named = method.getAnnotation(EventName.class);
    String name = named == null ? method.getName() : named.value();
    if (RESERVED.contains(name)) {
      throw wrong(
          describe(method) + " is for the event \"" + name + "\", but that name is reserved",
          "Use another one");
    }
    return new Event(name, answer(method), method.isVarArgs());
  }

  private static @Nullable Type answer(Method method) {
    Type result = method.getGenericReturnType();
    if (result == void.class) {
      return null;
    }
    if (!(result instanceof ParameterizedType stage)
        || stage.getRawType() != CompletionStage.class) {
      throw wrong(
          describe(method) + " returns " + result.getTypeName(),
          "Return void, or a CompletionStage of what the client answers");
    }
    Type answer = stage.getActualTypeArguments()[0];
    if (unknown(answer)) {
      throw wrong(
          describe(method) + " returns " + result.getTypeName() + ", which says no type",
          "Use a class, or Object for whatever comes");
    }
    return answer;
  }

  private static boolean unknown(Type type) {
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        if (unknown(argument)) {
          return true;
        }
      }
      return false;
    }
    return type instanceof TypeVariable<?> || type instanceof WildcardType;
  }

  static String describe(Method method) {
    return method.getDeclaringClass().getTypeName() + "." + method.getName();
  }

  static IllegalArgumentException wrong(String what, String remedy) {
    return new IllegalArgumentException("Not a typed emitter: " + what + ". " + remedy + ".");
  }
}
