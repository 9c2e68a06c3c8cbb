package dev.socketee.cdi;

import dev.socketee.Args;
import dev.socketee.ConversionException;
import java.lang.reflect.Type;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gets the value of one parameter of a handler out of a call. */
@FunctionalInterface
interface ArgumentBinder {

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
      case AUTH ->
          required(
              handler, parameter, "auth payload", call -> call.socket().handshake().auth(type));
      case ARGUMENT -> {
        int index = parameter.argument();
        yield required(
            handler, parameter, "argument " + (index + 1), call -> args(call).get(index, type));
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

  private static Args args(Call call) {
    return Objects.requireNonNull(call.args(), "only events have arguments");
  }
}
