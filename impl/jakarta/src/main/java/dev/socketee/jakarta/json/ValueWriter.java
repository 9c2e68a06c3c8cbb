package dev.socketee.jakarta.json;

import dev.socketee.protocol.json.JsonText;
import dev.socketee.protocol.json.Placeholders;
import dev.socketee.spi.Emission;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes the values of one packet. What is JSON by nature (strings, numbers, the collections of
 * {@code java.util}) is written here, which is many times faster than JSON-B and never fails; the
 * rest is JSON-B's. Confined to one call.
 */
final class ValueWriter {

  /** Where JSON-P stops reading, too; and what a collection that contains itself comes to. */
  static final int MAX_DEPTH = 1000;

  private final Jsonb jsonb;
  private final StringBuilder out = new StringBuilder(64);
  private final List<byte[]> binaries = new ArrayList<>();
  private final Attachments attachments = new Attachments(binaries);

  ValueWriter(Jsonb jsonb) {
    this.jsonb = jsonb;
  }

  /** Writes the values as an array, once. */
  Emission write(List<? extends @Nullable Object> values) {
    array(values, 1);
    return new Emission(out.toString(), List.copyOf(binaries));
  }

  private void value(@Nullable Object value, int depth) {
    if (value == null) {
      out.append("null");
    } else if (value instanceof String text) {
      JsonText.quote(out, text);
    } else if (value instanceof Boolean || exact(value)) {
      out.append(value);
    } else if (value instanceof Double || value instanceof Float) {
      floating((Number) value);
    } else if (value instanceof Map<?, ?> map
        && platform(map)
        && map.keySet().stream().allMatch(ValueWriter::simple)) {
      object(map, depth + 1);
    } else if (value instanceof Collection<?> collection && platform(collection)) {
      array(collection, depth + 1);
    } else if (value instanceof Object[] array) {
      array(Arrays.asList(array), depth + 1);
    } else if (value instanceof Optional<?> optional) {
      value(optional.orElse(null), depth);
    } else {
      other(value);
    }
  }

  private void other(Object value) {
    if (value instanceof byte[] bytes) {
      binary(BinaryBinding.bytes(bytes));
    } else if (value instanceof ByteBuffer buffer) {
      binary(BinaryBinding.bytes(buffer));
    } else if (value instanceof InputStream stream) {
      binary(BinaryBinding.bytes(stream));
    } else if (value instanceof JsonValue json) {
      out.append(json);
    } else if (value instanceof Character character) {
      JsonText.quote(out, character.toString());
    } else if (value.getClass() == Date.class) {
      // as JSON.stringify has it (reference 1.16); JSON-B appends "[UTC]", which no browser reads
      JsonText.quote(out, ((Date) value).toInstant().toString());
    } else {
      out.append(attachments.during(() -> jsonb.toJson(value)));
    }
  }

  private static boolean exact(Object value) {
    return value instanceof Integer
        || value instanceof Long
        || value instanceof Short
        || value instanceof Byte
        || value instanceof BigDecimal
        || value instanceof BigInteger;
  }

  /** JSON has no word for what is not finite; {@code JSON.stringify} makes it {@code null}. */
  private void floating(Number value) {
    if (Double.isFinite(value.doubleValue())) {
      out.append(value);
    } else {
      out.append("null");
    }
  }

  private void binary(byte[] bytes) {
    Placeholders.append(out, attachments.add(bytes));
  }

  private void array(Collection<? extends @Nullable Object> values, int depth) {
    require(depth);
    out.append('[');
    Iterator<? extends @Nullable Object> all = values.iterator();
    while (all.hasNext()) {
      value(all.next(), depth);
      if (all.hasNext()) {
        out.append(',');
      }
    }
    out.append(']');
  }

  private void object(Map<?, ?> values, int depth) {
    require(depth);
    out.append('{');
    Iterator<? extends Map.Entry<?, ?>> all = values.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<?, ?> entry = all.next();
      JsonText.quote(out, name(entry.getKey()));
      out.append(':');
      value(entry.getValue(), depth);
      if (all.hasNext()) {
        out.append(',');
      }
    }
    out.append('}');
  }

  private static void require(int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException(
          "it is nested deeper than " + MAX_DEPTH + ", or a collection contains itself");
    }
  }

  /** A collection without meaning of its own: not of a class for which JSON-B may be told more. */
  private static boolean platform(Object value) {
    return value.getClass().getClassLoader() == null;
  }

  /** A key that JSON-B turns into the name of a property, too. */
  private static boolean simple(@Nullable Object key) {
    return key instanceof String || key instanceof Number || key instanceof Enum<?>;
  }

  private static String name(Object key) {
    return key instanceof Enum<?> constant ? constant.name() : key.toString();
  }
}
