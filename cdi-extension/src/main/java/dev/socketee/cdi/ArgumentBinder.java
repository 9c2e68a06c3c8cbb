package dev.socketee.cdi;

import dev.socketee.Args;
import dev.socketee.ConversionException;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Gets the value of one parameter of a handler out of a call. */
@FunctionalInterface
interface ArgumentBinder {

  /** What a missing value is for whoever asks for one of these. */
  Map<Class<?>, Object> EMPTY =
      Map.of(
          Optional.class, Optional.empty(),
          OptionalInt.class, OptionalInt.empty(),
          OptionalLong.class, OptionalLong.empty(),
          OptionalDouble.class, OptionalDouble.empty());

  /**
   * The value.
   *
   * @throws ConversionException if what the client sent cannot be converted
   */
  @Nullable Object bind(Call call);

  /** Prepares the binder of a parameter. */
  static ArgumentBinder of(HandlerMethod handler, HandlerParameter parameter) {
    Type type = parameter.type();
    return switch (parameter.kind()) {
      case SOCKET -> Call::socket;
      case HANDSHAKE -> call -> call.socket().handshake();
      case ACK -> Call::ack;
      case ARGS -> Call::args;
      case DISCONNECT_REASON -> Call::reason;
      case THROWABLE -> Call::error;
      case PRINCIPAL -> call -> call.socket().principal().orElse(null);
      case AUTH ->
          required(
              handler,
              parameter,
              "auth payload",
              orEmpty(type, call -> call.socket().handshake().auth(type)));
      case HEADER -> required(handler, parameter, "header", parameter.binder());
      case QUERY -> required(handler, parameter, "parameter of the URL", parameter.binder());
      case INJECTED, REMAINING, NAMESPACE_PARAM -> parameter.binder();
      case ARGUMENT -> {
        int index = parameter.argument();
        yield required(
            handler,
            parameter,
            "argument " + (index + 1),
            orEmpty(type, call -> args(call).get(index, type)));
      }
    };
  }

  private static ArgumentBinder required(
      HandlerMethod handler, HandlerParameter parameter, String what, ArgumentBinder binder) {
    if (!parameter.primitive()) {
      return binder;
    }
    String message =
        "%s needs a value, but the %s is null or missing".formatted(handler.description(), what);
    return call -> {
      Object value = binder.bind(call);
      if (value == null) {
        throw new ConversionException(message, null);
      }
      return value;
    };
  }

  /** What is missing is no value of JSON, so that JSON-B never sees the {@code Optional}. */
  private static ArgumentBinder orEmpty(Type type, ArgumentBinder binder) {
    Object empty = EMPTY.get(TypeVariables.raw(type));
    if (empty == null) {
      return binder;
    }
    return call -> {
      Object value = binder.bind(call);
      return value == null ? empty : value;
    };
  }

  /** The arguments of an event. */
  static Args args(Call call) {
    return Objects.requireNonNull(call.args(), "only events have arguments");
  }
}
