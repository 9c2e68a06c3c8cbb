package dev.socketee.server;

import dev.socketee.Args;
import dev.socketee.ConversionException;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arguments of which the JSON text is known. */
abstract class JsonArgs implements Args {

  private final ValueCodec codec;

  JsonArgs(ValueCodec codec) {
    this.codec = codec;
  }

  /** The binary data that placeholders in the text point at. */
  abstract List<byte[]> attachments();

  /** Not {@link Class#cast}, which refuses what {@code int.class} stands for. */
  @Override
  @SuppressWarnings("unchecked")
  public final <T> @Nullable T get(int index, Class<T> type) {
    return (T) get(index, (Type) type);
  }

  @Override
  public final @Nullable Object get(int index, Type type) {
    String json = json(index);
    try {
      return json == null ? null : codec.decode(json, attachments(), type);
    } catch (IllegalArgumentException e) {
      throw new ConversionException("argument " + (index + 1) + ": " + e.getMessage(), e);
    }
  }
}
