package dev.socketee.server;

import dev.socketee.spi.Emission;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns application values into JSON and back, as a port: the container's JSON binding is behind
 * it. Thread-safe.
 *
 * <p>Binary values ({@code byte[]}, {@code ByteBuffer}), at any depth, are lifted out of the JSON
 * and leave a placeholder object behind (Socket.IO 5, Packet encoding, binary).
 */
public interface ValueCodec {

  /**
   * Encodes values as the elements of one JSON array.
   *
   * @throws IllegalArgumentException if one cannot be encoded; the message names its type
   */
  Emission encode(List<? extends @Nullable Object> values);

  /**
   * Decodes one JSON value.
   *
   * @param json the text
   * @param attachments the binary values that the text's placeholders number
   * @param type what to convert it to
   * @return the value; {@code null} for JSON's {@code null}
   * @throws IllegalArgumentException if it cannot be converted; the message is fit for the log
   */
  @Nullable Object decode(String json, List<byte[]> attachments, Type type);
}
