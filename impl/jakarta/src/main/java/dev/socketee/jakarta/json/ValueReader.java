package dev.socketee.jakarta.json;

import dev.socketee.protocol.json.Placeholders;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON value into a type: what is simple by itself, the rest by JSON-B. Thread-safe.
 *
 * <p>Its {@link RuntimeException}s, {@link IllegalArgumentException} or not, say why a value cannot
 * be had; the codec adds the type.
 */
final class ValueReader {

  private static final Set<Class<?>> UNTYPED =
      Set.of(Object.class, Map.class, Collection.class, List.class);

  private final Jsonb jsonb;
  private final JsonProvider jsonp;
  private final boolean binary;

  /**
   * A reader.
   *
   * @param binary whether the JSON-B has been taught what binary values are
   */
  ValueReader(Jsonb jsonb, JsonProvider jsonp, boolean binary) {
    this.jsonb = jsonb;
    this.jsonp = jsonp;
    this.binary = binary;
  }

  @Nullable Object read(String json, Attachments attachments, Type type) {
    Class<?> raw = raw(type);
    if (raw == Optional.class) {
      return optional(json, attachments, type);
    }
    if (json.equals("null")) {
      return nothing(raw);
    }
    Function<String, Object> scalar = Scalars.reader(raw);
    if (scalar != null) {
      return scalar.apply(json);
    }
    if (raw == byte[].class) {
      return BinaryBinding.required(parse(json), attachments);
    }
    if (raw == ByteBuffer.class) {
      return ByteBuffer.wrap(BinaryBinding.required(parse(json), attachments));
    }
    if (raw == InputStream.class) {
      return new ByteArrayInputStream(BinaryBinding.required(parse(json), attachments));
    }
    if (JsonValue.class.isAssignableFrom(raw)) {
      return instance(raw, parse(json));
    }
    if (UNTYPED.contains(raw) && untyped(type)) {
      return instance(raw, NaturalValues.of(parse(json), attachments));
    }
    requireShape(json, raw);
    if (!binary && !attachments.isEmpty() && json.contains(Placeholders.MARK)) {
      throw new IllegalArgumentException(
          "it contains binary values, which the application's own Jsonb does not know: provide a"
              + " JsonbConfig instead of a Jsonb");
    }
    return attachments.during(() -> jsonb.fromJson(json, type));
  }

  private Optional<Object> optional(String json, Attachments attachments, Type type) {
    Type content =
        type instanceof ParameterizedType generic
            ? generic.getActualTypeArguments()[0]
            : Object.class;
    return Optional.ofNullable(read(json, attachments, content));
  }

  private static @Nullable Object nothing(Class<?> raw) {
    if (raw.isPrimitive()) {
      throw new IllegalArgumentException("expected a value");
    }
    return null;
  }

  private JsonValue parse(String json) {
    try (JsonReader reader = jsonp.createReader(new StringReader(json))) {
      return reader.readValue();
    }
  }

  private static Object instance(Class<?> raw, @Nullable Object value) {
    if (!raw.isInstance(value)) {
      throw new IllegalArgumentException(
          value instanceof byte[] ? "the value is binary" : "the value is of another kind");
    }
    return value;
  }

  /** Whether a type says nothing about what is in it, but that the keys of a map are strings. */
  private static boolean untyped(Type type) {
    if (!(type instanceof ParameterizedType generic)) {
      return true;
    }
    List<Type> arguments = List.of(generic.getActualTypeArguments());
    Type content = arguments.get(arguments.size() - 1);
    return any(content) && (arguments.size() == 1 || arguments.get(0) == String.class);
  }

  private static boolean any(Type type) {
    return type == Object.class
        || (type instanceof WildcardType wildcard
            && wildcard.getUpperBounds()[0] == Object.class
            && wildcard.getLowerBounds().length == 0);
  }

  /** Yasson, for one, makes of an array whatever map comes to its mind. */
  private static void requireShape(String json, Class<?> raw) {
    boolean platform = raw.getClassLoader() == null;
    if (platform && Map.class.isAssignableFrom(raw) && json.charAt(0) != '{') {
      throw new IllegalArgumentException("expected an object");
    }
    boolean sequence = raw.isArray() || (platform && Collection.class.isAssignableFrom(raw));
    if (sequence && json.charAt(0) != '[') {
      throw new IllegalArgumentException("expected an array");
    }
  }

  /** The class of a type; {@code Object} if it has none of its own. */
  static Class<?> raw(Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    }
    if (type instanceof ParameterizedType generic) {
      return raw(generic.getRawType());
    }
    if (type instanceof GenericArrayType array) {
      return raw(array.getGenericComponentType()).arrayType();
    }
    return type instanceof WildcardType wildcard ? raw(wildcard.getUpperBounds()[0]) : Object.class;
  }
}
