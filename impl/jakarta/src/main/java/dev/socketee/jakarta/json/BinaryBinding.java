package dev.socketee.jakarta.json;

import dev.socketee.protocol.json.Placeholders;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Teaches JSON-B that {@code byte[]}, {@code ByteBuffer} and {@code InputStream}, wherever they are
 * in a bean, are {@link Attachments}, and that they may be behind anything untyped.
 */
final class BinaryBinding {

  private BinaryBinding() {}

  /** Adds what is needed to the configuration. */
  static JsonbConfig addTo(JsonbConfig config) {
    return config
        .withSerializers(
            new BytesSerializer(), new ByteBufferSerializer(), new InputStreamSerializer())
        .withDeserializers(
            new BytesDeserializer(),
            new ByteBufferDeserializer(),
            new InputStreamDeserializer(),
            new UntypedDeserializer());
  }

  /** A copy of an array, for the application may reuse its own as soon as it has emitted it. */
  static byte[] bytes(byte[] value) {
    return value.clone();
  }

  /** The bytes from the position to the limit; the buffer stays as it is. */
  static byte[] bytes(ByteBuffer value) {
    byte[] bytes = new byte[value.remaining()];
    value.duplicate().get(bytes);
    return bytes;
  }

  /** Reads a stream to its end and closes it. */
  static byte[] bytes(InputStream value) {
    try (value) {
      return value.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the stream cannot be read", e);
    }
  }

  private static void write(byte[] bytes, JsonGenerator generator) {
    generator
        .writeStartObject()
        .write(Placeholders.MARK, true)
        .write(Placeholders.INDEX, Attachments.current().add(bytes))
        .writeEnd();
  }

  private static byte @Nullable [] read(JsonParser parser) {
    JsonValue json = parser.getValue();
    return json.equals(JsonValue.NULL) ? null : required(json, Attachments.current());
  }

  /** What a placeholder stands for; anything else is refused. */
  static byte[] required(JsonValue json, Attachments attachments) {
    return NaturalValues.binary(json, attachments)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected a binary value (ArrayBuffer, Blob, Buffer, ...), not JSON"));
  }

  private static final class BytesSerializer implements JsonbSerializer<byte[]> {
    @Override
    public void serialize(byte[] value, JsonGenerator generator, SerializationContext context) {
      write(bytes(value), generator);
    }
  }

  private static final class ByteBufferSerializer implements JsonbSerializer<ByteBuffer> {
    @Override
    public void serialize(ByteBuffer value, JsonGenerator generator, SerializationContext context) {
      write(bytes(value), generator);
    }
  }

  private static final class InputStreamSerializer implements JsonbSerializer<InputStream> {
    @Override
    public void serialize(
        InputStream value, JsonGenerator generator, SerializationContext context) {
      write(bytes(value), generator);
    }
  }

  private static final class BytesDeserializer implements JsonbDeserializer<byte[]> {
    @Override
    public byte @Nullable [] deserialize(
        JsonParser parser, DeserializationContext context, Type type) {
      return read(parser);
    }
  }

  private static final class ByteBufferDeserializer implements JsonbDeserializer<ByteBuffer> {
    @Override
    public @Nullable ByteBuffer deserialize(
        JsonParser parser, DeserializationContext context, Type type) {
      byte[] bytes = read(parser);
      return bytes == null ? null : ByteBuffer.wrap(bytes);
    }
  }

  private static final class InputStreamDeserializer implements JsonbDeserializer<InputStream> {
    @Override
    public @Nullable InputStream deserialize(
        JsonParser parser, DeserializationContext context, Type type) {
      byte[] bytes = read(parser);
      return bytes == null ? null : new ByteArrayInputStream(bytes);
    }
  }

  private static final class UntypedDeserializer implements JsonbDeserializer<Object> {
    @Override
    public @Nullable Object deserialize(
        JsonParser parser, DeserializationContext context, Type type) {
      return NaturalValues.of(parser.getValue(), Attachments.current());
    }
  }
}
