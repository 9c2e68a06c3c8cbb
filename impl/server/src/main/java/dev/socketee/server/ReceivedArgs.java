package dev.socketee.server;

import dev.socketee.Args;
import dev.socketee.ConversionException;
import dev.socketee.protocol.socket.JsonArguments;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Arguments that a client sent. */
final class ReceivedArgs implements Args {

  private final JsonArguments arguments;
  private final ValueCodec codec;

  ReceivedArgs(JsonArguments arguments, ValueCodec codec) {
    this.arguments = arguments;
    this.codec = codec;
  }

  @Override
  public int size() {
    return arguments.size();
  }

  @Override
  public @Nullable String json(int index) {
    return index < arguments.size() ? arguments.json(index) : null;
  }

  /** Not {@link Class#cast}, which refuses what {@code int.class} stands for. */
  @Override
  @SuppressWarnings("unchecked")
  public <T> @Nullable T get(int index, Class<T> type) {
    return (T) get(index, (Type) type);
  }

  @Override
  public @Nullable Object get(int index, Type type) {
    String json = json(index);
    try {
      return json == null ? null : codec.decode(json, arguments.attachments(), type);
    } catch (IllegalArgumentException e) {
      throw new ConversionException("argument " + (index + 1) + ": " + e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    return arguments.toString();
  }
}
