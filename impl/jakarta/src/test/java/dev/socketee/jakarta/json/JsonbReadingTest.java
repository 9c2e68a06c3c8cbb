package dev.socketee.jakarta.json;

import static dev.socketee.jakarta.json.Samples.bytes;
import static dev.socketee.jakarta.json.Samples.json;
import static dev.socketee.jakarta.json.Samples.placeholder;
import static dev.socketee.jakarta.json.Samples.read;
import static dev.socketee.jakarta.json.Samples.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.socketee.jakarta.json.Samples.Anything;
import dev.socketee.jakarta.json.Samples.Color;
import dev.socketee.jakarta.json.Samples.Defaulted;
import dev.socketee.jakarta.json.Samples.Hidden;
import dev.socketee.jakarta.json.Samples.Message;
import dev.socketee.jakarta.json.Samples.Nested;
import dev.socketee.jakarta.json.Samples.Picture;
import dev.socketee.jakarta.json.Samples.TwoWays;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With Yasson in the version of WildFly 39, whose own leniency shows where the table says so. */
@SuppressWarnings("JavaUtilDate")
class JsonbReadingTest {

  static Stream<Arguments> readable() {
    return Stream.of(
        arguments("\"a\\n\\u00e9\"", String.class, "a\né"),
        arguments(" \"a\" ", String.class, "a"),
        arguments("\"\\ud800\"", String.class, "\uD800"),
        arguments("\"\"", String.class, ""),
        arguments("\"a\"", CharSequence.class, "a"),
        arguments("\"a\"", Object.class, "a"),
        arguments("\"x\"", char.class, 'x'),
        arguments("\"x\"", Character.class, 'x'),
        arguments("true", boolean.class, true),
        arguments("false", Boolean.class, false),
        arguments("true", Object.class, true),
        arguments("127", byte.class, (byte) 127),
        arguments("-128", Byte.class, (byte) -128),
        arguments("32767", short.class, (short) 32767),
        arguments("2147483647", int.class, Integer.MAX_VALUE),
        arguments("-2147483648", Integer.class, Integer.MIN_VALUE),
        arguments("5.0", int.class, 5),
        arguments("5e2", int.class, 500),
        arguments("-0", int.class, 0),
        arguments("9223372036854775807", long.class, Long.MAX_VALUE),
        arguments("-9223372036854775808", Long.class, Long.MIN_VALUE),
        arguments("1.5", double.class, 1.5),
        arguments("1", Double.class, 1.0),
        arguments("1e-400", double.class, 0.0),
        arguments("0.1", float.class, 0.1f),
        arguments("1.20", BigDecimal.class, new BigDecimal("1.20")),
        arguments("7", Number.class, new BigDecimal("7")),
        arguments("12345678901234567890", BigInteger.class, new BigInteger("12345678901234567890")),
        arguments("1e3", BigInteger.class, BigInteger.valueOf(1000)),
        arguments("0e9999", BigInteger.class, BigInteger.ZERO),
        arguments("7", Object.class, new BigDecimal("7")),
        arguments("null", String.class, null),
        arguments("null", Integer.class, null),
        arguments("null", Object.class, null),
        arguments("null", Message.class, null),
        arguments("null", byte[].class, null),
        arguments("null", JsonObject.class, null),
        arguments("null", JsonValue.class, null),
        arguments("\"RED\"", Color.class, Color.RED),
        arguments("\"MONDAY\"", DayOfWeek.class, DayOfWeek.MONDAY),
        arguments("\"2024-02-29\"", LocalDate.class, LocalDate.of(2024, 2, 29)),
        arguments("[1,\"x\"]", JsonArray.class, Json.createArrayBuilder().add(1).add("x").build()),
        arguments(
            "{\"a\":null}", JsonObject.class, Json.createObjectBuilder().addNull("a").build()),
        arguments("{\"a\":1}", JsonValue.class, Json.createObjectBuilder().add("a", 1).build()),
        arguments("[]", JsonStructure.class, JsonValue.EMPTY_JSON_ARRAY),
        arguments("5", JsonNumber.class, Json.createValue(5)),
        arguments("\"s\"", JsonString.class, Json.createValue("s")),
        arguments("true", JsonValue.class, JsonValue.TRUE),
        arguments("{\"text\":\"hi\",\"count\":2}", Message.class, new Message("hi", 2)),
        arguments("{\"count\":2,\"unknown\":[{}]}", Message.class, new Message(null, 2)),
        arguments("{}", Message.class, new Message(null, 0)),
        arguments(
            "{\"message\":{\"text\":\"a\"},\"more\":[{\"count\":1}],\"alias\":\"c\"}",
            Nested.class,
            new Nested(new Message("a", 0), List.of(new Message(null, 1)), "c")),
        arguments("{}", Defaulted.class, new Defaulted("none")),
        arguments("{\"text\":\"a\",\"count\":5}", TwoWays.class, new TwoWays("a", 5)),
        arguments("{\"text\":\"a\"}", type("optionalMessage"), Optional.of(new Message("a", 0))),
        arguments("null", type("optionalMessage"), Optional.empty()),
        arguments("5", type("optionalInteger"), Optional.of(5)),
        arguments("[{\"text\":\"a\"}]", type("messages"), List.of(new Message("a", 0))),
        arguments("{\"k\":{\"text\":\"a\"}}", type("messageMap"), Map.of("k", new Message("a", 0))),
        arguments("[\"a\",\"b\"]", type("strings"), Set.of("a", "b")),
        arguments("[1,2]", int[].class, new int[] {1, 2}),
        arguments("[\"a\"]", String[].class, new String[] {"a"}));
  }

  @ParameterizedTest(name = "{0} as {1}")
  @MethodSource("readable")
  void json_read_isTheValue(String json, Type type, Object expected) {
    assertThat(read(json, type)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Object", "objectMap", "wildMap", "Map"})
  void object_untyped_isAMapOfNaturalValues(String target) {
    Type type =
        switch (target) {
          case "Object" -> Object.class;
          case "Map" -> Map.class;
          default -> type(target);
        };
    Map<String, Object> expected = new LinkedHashMap<>();
    expected.put("z", new BigDecimal("1.5"));
    expected.put("a", Arrays.asList("x", null, true, Map.of()));
    expected.put("b", bytes(1));

    Object value =
        read("{\"z\":1.5,\"a\":[\"x\",null,true,{}],\"b\":" + placeholder(0) + "}", type, bytes(1));

    assertThat(value).isInstanceOf(Map.class).usingRecursiveComparison().isEqualTo(expected);
    assertThat(((Map<?, ?>) value).keySet().stream().map(Object::toString))
        .containsExactly("z", "a", "b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Object", "objects", "wildList", "List", "Collection"})
  void array_untyped_isAListOfNaturalValues(String target) {
    Type type =
        switch (target) {
          case "Object" -> Object.class;
          case "List" -> List.class;
          case "Collection" -> Collection.class;
          default -> type(target);
        };

    assertThat(read("[1,[" + placeholder(0) + "]]", type, bytes(1)))
        .isInstanceOf(List.class)
        .usingRecursiveComparison()
        .isEqualTo(List.of(BigDecimal.ONE, List.of(bytes(1))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"objectLists", "objectMaps"})
  void untyped_withinAType_isNaturalToo(String target) {
    boolean maps = target.equals("objectMaps");
    String inner = maps ? "{\"k\":%s}" : "[%s]";

    List<?> value =
        (List<?>) read("[" + inner.formatted(placeholder(0)) + "]", type(target), bytes(1));

    Object content = value.get(0);
    assertThat(maps ? ((Map<?, ?>) content).get("k") : ((List<?>) content).get(0))
        .isEqualTo(bytes(1));
  }

  @Test
  void untyped_inARecord_isNaturalToo() {
    Anything value =
        (Anything)
            read(
                "{\"any\":{\"n\":[%s,7]},\"map\":{\"k\":%s},\"list\":[%s,\"x\",{\"y\":null}]}"
                    .formatted(placeholder(0), placeholder(1), placeholder(2)),
                Anything.class,
                bytes(1),
                bytes(2),
                bytes(3));

    assertThat(value.any())
        .usingRecursiveComparison()
        .isEqualTo(Map.of("n", List.of(bytes(1), new BigDecimal(7))));
    assertThat(value.map().get("k")).isEqualTo(bytes(2));
    Map<String, Object> last = new HashMap<>();
    last.put("y", null);
    assertThat(value.list()).containsExactly(bytes(3), "x", last);
  }

  @Test
  void map_withNumbersForKeys_isReadByJsonb() {
    assertThat(((Map<?, ?>) read("{\"1\":\"x\"}", type("numberedMap"))).get(1)).isEqualTo("x");
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        arguments("1", String.class, "a JSON number to java.lang.String: expected a string"),
        arguments("{\"secret\":1}", String.class, "a JSON object to java.lang.String"),
        arguments("[]", String.class, "a JSON array to java.lang.String"),
        arguments("true", String.class, "a JSON boolean to java.lang.String"),
        arguments("\"ab\"", char.class, "a string of one character"),
        arguments("\"\"", Character.class, "a string of one character"),
        arguments("\"true\"", boolean.class, "expected true or false"),
        arguments("1", Boolean.class, "expected true or false"),
        arguments("128", byte.class, "out of range"),
        arguments("-129", Byte.class, "out of range"),
        arguments("32768", short.class, "out of range"),
        arguments("2147483648", int.class, "out of range"),
        arguments("-2147483649", Integer.class, "out of range"),
        arguments("1.5", int.class, "out of range or has a fraction"),
        arguments("1e99999999", int.class, "out of range"),
        arguments("1e-99999999", int.class, "fraction"),
        arguments("1e99999999999", int.class, "out of range"),
        arguments("9223372036854775808", long.class, "out of range"),
        arguments("1e999999999", BigInteger.class, "out of range"),
        arguments("1e-999999999", BigInteger.class, "fraction"),
        arguments("1.5", BigInteger.class, "fraction"),
        arguments("1e400", double.class, "out of range"),
        arguments("1e39", float.class, "out of range"),
        arguments("\"1\"", int.class, "a JSON string to int: expected a number"),
        arguments("null", int.class, "null to int: expected a value"),
        arguments("null", boolean.class, "expected a value"),
        arguments("\"PINK\"", Color.class, "a JSON string to dev.socketee"),
        arguments("[]", JsonObject.class, "a JSON array to jakarta.json.JsonObject"),
        arguments("{}", JsonArray.class, "another kind"),
        arguments("5", JsonString.class, "another kind"),
        arguments("\"x\"", Message.class, "a JSON string to dev.socketee"),
        arguments("[1]", Message.class, "a JSON array to dev.socketee"),
        arguments("5", Message.class, "a JSON number to dev.socketee"),
        arguments("[1]", type("objectMap"), "another kind"),
        arguments("{}", type("objects"), "another kind"),
        arguments("[1]", type("messageMap"), "expected an object"),
        arguments("{}", type("messages"), "expected an array"),
        arguments("\"x\"", int[].class, "expected an array"),
        arguments("[1]", byte[].class, "expected a binary value"),
        arguments("\"AQI=\"", byte[].class, "expected a binary value"),
        arguments("{}", ByteBuffer.class, "expected a binary value"),
        arguments("{\"data\":[1]}", Picture.class, "expected a binary value"),
        arguments(placeholder(0), byte[].class, "no attachment 0 of 0"),
        arguments("{\"data\":" + placeholder(3) + "}", Picture.class, "no attachment 3 of 0"),
        arguments("{\"text\":\"a\"}", Hidden.class, "is not public"),
        arguments("", Object.class, "to java.lang.Object"));
  }

  @ParameterizedTest(name = "{0} as {1}")
  @MethodSource("refused")
  void json_thatIsNoSuchValue_isRefusedWithTypeAndReason(String json, Type type, String reason) {
    assertThatThrownBy(() -> read(json, type))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("cannot convert ")
        .hasMessageContaining(reason)
        .hasMessageNotContaining("secret");
  }

  @Test
  void reason_fromAClient_isOneShortLine() {
    assertThatThrownBy(() -> read("\"" + "x".repeat(5000) + "\\n\\nFAKE LOG LINE\"", Color.class))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500).doesNotContain("\n"));
  }

  @Test
  void json_asDeepAsTheDecoderLetsIn_isRead() {
    String deep = "[".repeat(256) + "]".repeat(256);

    // not assertThat(value): to describe it takes AssertJ for ever
    assertThat(read(deep, Object.class) instanceof List).isTrue();
    assertThat(read(deep, JsonValue.class) instanceof JsonArray).isTrue();
    Anything anything = (Anything) read("{\"any\":" + deep + "}", Anything.class);
    assertThat(anything.any() instanceof List).isTrue();
  }
}
