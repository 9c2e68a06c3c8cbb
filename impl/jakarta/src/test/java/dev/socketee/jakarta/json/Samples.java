package dev.socketee.jakarta.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.spi.Emission;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the tests of the codec bind, and how. */
@SuppressWarnings("ArrayRecordComponent")
public final class Samples {

  static final JsonbValueCodec CODEC = new JsonbValueCodec();

  private Samples() {}

  public record Message(String text, int count) {}

  public record Nested(Message message, List<Message> more, @JsonbProperty("alias") String name) {}

  public record Picture(String name, byte[] data) {}

  public record Anything(Object any, Map<String, Object> map, List<Object> list) {}

  public record Defaulted(String text) {
    public Defaulted {
      text = text == null ? "none" : text;
    }
  }

  public record TwoWays(String text, int count) {
    @JsonbCreator
    public TwoWays {}

    public TwoWays(String text) {
      this(text, 1);
    }
  }

  record Hidden(String text, @JsonbProperty("n") int number) {}

  record Secret(byte[] data) {}

  public enum Color {
    RED,
    GREEN
  }

  public static class Bean {
    public byte[] bytes;
    public ByteBuffer buffer;
    public InputStream stream;
    public Object any;
    public Object[] anyArray;
    public byte[][] arrays;
    public List<byte[]> list;
    public Map<String, byte[]> map;
    public Map<String, Object> anyMap;
    public Collection<?> anyCollection;
    public Optional<byte[]> optional;
    public String text;
    private String property;

    public String getProperty() {
      return property;
    }

    public void setProperty(String value) {
      property = value;
    }

    String getInternal() {
      return "internal";
    }
  }

  /** Something with a property of a generic type, to take that type from. */
  @SuppressWarnings("unused")
  private interface Types {
    Optional<Message> optionalMessage();

    Optional<Integer> optionalInteger();

    Optional<byte[]> optionalBytes();

    List<Message> messages();

    List<byte[]> binaries();

    Map<String, Message> messageMap();

    Map<String, Object> objectMap();

    Map<String, ?> wildMap();

    Map<Integer, Object> numberedMap();

    List<Object> objects();

    List<?> wildList();

    Set<String> strings();

    List<List<Object>> objectLists();

    List<Map<String, Object>> objectMaps();
  }

  static Type type(String name) {
    try {
      return Types.class.getDeclaredMethod(name).getGenericReturnType();
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  static String placeholder(int number) {
    return "{\"_placeholder\":true,\"num\":" + number + "}";
  }

  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  public static class Broken {
    public String getText() {
      throw new IllegalStateException("no text today");
    }
  }

  public record Ratio(double value) {}

  /** Emits something while it is being bound, as an adapter of an application may. */
  public static final class Chatty implements JsonbAdapter<Chatter, Map<String, Object>> {
    @Override
    public Map<String, Object> adaptToJson(Chatter value) {
      Emission inner = CODEC.encode(List.of(bytes(7), new Picture("inner", bytes(8))));
      return Map.of("inner", inner.attachments().size(), "data", value.data);
    }

    @Override
    public Chatter adaptFromJson(Map<String, Object> json) {
      return new Chatter();
    }
  }

  @JsonbTypeAdapter(Chatty.class)
  public static final class Chatter {
    public byte[] data = bytes(5);
  }

  static String json(Object... values) {
    Emission emission = CODEC.encode(Arrays.asList(values));
    assertThat(emission.attachments()).isEmpty();
    return emission.json();
  }

  static Object read(String json, Type type, byte[]... attachments) {
    return CODEC.decode(json, List.of(attachments), type);
  }
}
