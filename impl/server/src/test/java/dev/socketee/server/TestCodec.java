package dev.socketee.server;

import dev.socketee.protocol.json.JsonText;
import dev.socketee.protocol.json.Placeholders;
import dev.socketee.spi.Emission;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Just enough JSON for tests: null, booleans, numbers, strings, lists, maps, and binary. */
final class TestCodec implements ValueCodec {

  /** A value that cannot be encoded. */
  static final Object POISON = new Object();

  final AtomicInteger encoded = new AtomicInteger();

  @Override
  public Emission encode(List<? extends @Nullable Object> values) {
    encoded.incrementAndGet();
    StringBuilder out = new StringBuilder();
    List<byte[]> attachments = new ArrayList<>();
    write(out, attachments, values);
    return new Emission(out.toString(), attachments);
  }

  private static void write(StringBuilder out, List<byte[]> attachments, @Nullable Object value) {
    if (value == null || value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof String text) {
      JsonText.quote(out, text);
    } else if (value instanceof byte[] bytes) {
      Placeholders.append(out, attachments.size());
      attachments.add(bytes);
    } else if (value instanceof List<?> list) {
      String separator = "";
      out.append('[');
      for (Object element : list) {
        out.append(separator);
        write(out, attachments, element);
        separator = ",";
      }
      out.append(']');
    } else if (value instanceof Map<?, ?> map) {
      String separator = "";
      out.append('{');
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.append(separator);
        JsonText.quote(out, (String) entry.getKey());
        out.append(':');
        write(out, attachments, entry.getValue());
        separator = ",";
      }
      out.append('}');
    } else {
      throw new IllegalArgumentException("cannot encode " + value.getClass().getName());
    }
  }

  @Override
  public @Nullable Object decode(String json, List<byte[]> attachments, Type type) {
    Object value;
    try {
      value = new Parser(json, attachments).value();
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("cannot read " + json, e);
    }
    if (value == null || type == Object.class) {
      return value;
    }
    if (type == int.class && value instanceof Long number) {
      return number.intValue();
    }
    if (type instanceof Class<?> target && target.isInstance(value)) {
      return value;
    }
    throw new IllegalArgumentException("cannot convert " + json + " to " + type.getTypeName());
  }

  /** For JSON that was found valid, without white space or escapes. */
  private static final class Parser {
    private final String json;
    private final List<byte[]> attachments;
    private int position;

    Parser(String json, List<byte[]> attachments) {
      this.json = json;
      this.attachments = attachments;
    }

    @Nullable Object value() {
      return switch (json.charAt(position)) {
        case '"' -> string();
        case '[' -> list();
        case '{' -> map();
        case 'n' -> literal("null", null);
        case 't' -> literal("true", true);
        case 'f' -> literal("false", false);
        default -> number();
      };
    }

    private @Nullable Object literal(String text, @Nullable Object value) {
      position += text.length();
      return value;
    }

    private Object number() {
      int start = position;
      while (position < json.length() && "+-.eE0123456789".indexOf(json.charAt(position)) >= 0) {
        position++;
      }
      String number = json.substring(start, position);
      if (number.matches("-?\\d+")) {
        return Long.valueOf(number);
      }
      return Double.valueOf(number);
    }

    private String string() {
      int end = json.indexOf('"', position + 1);
      String text = json.substring(position + 1, end);
      position = end + 1;
      return text;
    }

    private List<@Nullable Object> list() {
      List<@Nullable Object> list = new ArrayList<>();
      position++;
      while (json.charAt(position) != ']') {
        list.add(value());
        skipComma();
      }
      position++;
      return list;
    }

    private Object map() {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      position++;
      while (json.charAt(position) != '}') {
        String name = string();
        position++;
        map.put(name, value());
        skipComma();
      }
      position++;
      return map.containsKey(Placeholders.MARK)
          ? attachments.get(((Long) map.get(Placeholders.INDEX)).intValue())
          : map;
    }

    private void skipComma() {
      if (json.charAt(position) == ',') {
        position++;
      }
    }
  }
}
