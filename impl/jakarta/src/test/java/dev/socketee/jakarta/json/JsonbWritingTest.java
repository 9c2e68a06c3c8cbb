package dev.socketee.jakarta.json;

import static dev.socketee.jakarta.json.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.socketee.jakarta.json.Samples.Broken;
import dev.socketee.jakarta.json.Samples.Color;
import dev.socketee.jakarta.json.Samples.Hidden;
import dev.socketee.jakarta.json.Samples.Message;
import dev.socketee.jakarta.json.Samples.Nested;
import dev.socketee.jakarta.json.Samples.Ratio;
import dev.socketee.test.ExpectedLogs;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Reference 1.16, Details to match. With Yasson in the version of WildFly 39. */
@SuppressWarnings("JavaUtilDate")
class JsonbWritingTest {

  static Stream<Arguments> written() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("b", 1);
    map.put("a\"", null);
    return Stream.of(
        arguments(null, "null"),
        arguments("a\"\\\n\u0001é\uD83D\uDE00", "\"a\\\"\\\\\\n\\u0001é\uD83D\uDE00\""),
        arguments("\uD800", "\"\\ud800\""),
        arguments('x', "\"x\""),
        arguments(true, "true"),
        arguments((byte) -1, "-1"),
        arguments((short) 7, "7"),
        arguments(Integer.MIN_VALUE, "-2147483648"),
        arguments(Long.MAX_VALUE, "9223372036854775807"),
        arguments(1.5, "1.5"),
        arguments(1e300, "1.0E300"),
        arguments(0.1f, "0.1"),
        arguments(Double.NaN, "null"),
        arguments(Double.POSITIVE_INFINITY, "null"),
        arguments(Float.NEGATIVE_INFINITY, "null"),
        arguments(new BigDecimal("1.20"), "1.20"),
        arguments(new BigInteger("12345678901234567890"), "12345678901234567890"),
        arguments(Optional.of(1), "1"),
        arguments(Optional.empty(), "null"),
        arguments(List.of(), "[]"),
        arguments(Arrays.asList(1, null, "x"), "[1,null,\"x\"]"),
        arguments(new Object[] {1, List.of(2)}, "[1,[2]]"),
        arguments(new String[] {"a", null}, "[\"a\",null]"),
        arguments(new int[] {1, 2}, "[1,2]"),
        arguments(new boolean[][] {{true}, {}}, "[[true],[]]"),
        arguments(Set.of("x"), "[\"x\"]"),
        arguments(Map.of(), "{}"),
        arguments(map, "{\"b\":1,\"a\\\"\":null}"),
        arguments(new TreeMap<>(Map.of(2, "b", 1, Double.NaN)), "{\"1\":null,\"2\":\"b\"}"),
        arguments(Map.of(Color.RED, List.of(Map.of())), "{\"RED\":[{}]}"),
        arguments(Color.GREEN, "\"GREEN\""),
        arguments(DayOfWeek.MONDAY, "\"MONDAY\""),
        arguments(new Date(0), "\"1970-01-01T00:00:00Z\""),
        arguments(Instant.EPOCH, "\"1970-01-01T00:00:00Z\""),
        arguments(LocalDate.EPOCH, "\"1970-01-01\""),
        arguments(JsonValue.NULL, "null"),
        arguments(JsonValue.TRUE, "true"),
        arguments(Json.createValue("a\"b"), "\"a\\\"b\""),
        arguments(Json.createValue(5), "5"),
        arguments(Json.createArrayBuilder().add(1).addNull().build(), "[1,null]"),
        arguments(Json.createObjectBuilder().add("a", "b").build(), "{\"a\":\"b\"}"),
        arguments(new Message("hi", 2), "{\"count\":2,\"text\":\"hi\"}"),
        arguments(new Message(null, 2), "{\"count\":2}"),
        arguments(
            new Nested(new Message("a", 1), List.of(new Message("b", 2)), "c"),
            "{\"message\":{\"count\":1,\"text\":\"a\"},"
                + "\"more\":[{\"count\":2,\"text\":\"b\"}],\"alias\":\"c\"}"),
        arguments(List.of(new Message("a", 1)), "[{\"count\":1,\"text\":\"a\"}]"),
        arguments(Map.of("m", new Message("a", 1)), "{\"m\":{\"count\":1,\"text\":\"a\"}}"),
        arguments(new Hidden("a", 1), "{\"n\":1,\"text\":\"a\"}"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("written")
  void value_written_isTheJsonOfTheReference(Object value, String expected) {
    assertThat(Json.createReader(new java.io.StringReader(json(value))).readArray())
        .isEqualTo(Json.createReader(new java.io.StringReader("[" + expected + "]")).readArray());
    if (!(value instanceof Record)) { // of those the order of properties is the implementation's
      assertThat(json(value)).isEqualTo("[" + expected + "]");
    }
  }

  @Test
  void values_written_areOneArray() {
    assertThat(json()).isEqualTo("[]");
    assertThat(json("event", 1, null, List.of("x"))).isEqualTo("[\"event\",1,null,[\"x\"]]");
  }

  @Test
  void map_withKeysThatAreNoNames_isWhatJsonbMakesOfIt() {
    assertThat(json(Map.of(List.of(1), 2))).contains("\"key\"", "\"value\"");
  }

  @Test
  void collection_atTheDepth_isWritten_pastItRefused() {
    Object deep = "x";
    for (int i = 0; i < ValueWriter.MAX_DEPTH - 1; i++) {
      deep = i % 2 == 0 ? List.of(deep) : Map.of("k", deep);
    }
    Object deepest = deep;

    assertThat(json(deepest)).startsWith("[").contains("\"x\"");
    assertThatThrownBy(() -> json(List.of(deepest)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nested deeper than 1000");
  }

  @Test
  void collection_inItself_isRefused() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    Map<String, Object> map = new HashMap<>();
    map.put("k", map);

    for (Object value : List.of(new Object[] {list}, new Object[] {map})) {
      assertThatThrownBy(() -> json(value))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("a collection contains itself");
    }
  }

  @Test
  void bean_failing_isRefusedWithItsType(ExpectedLogs logs) {
    logs.allow("Generating incomplete JSON");

    assertThatThrownBy(() -> json("event", new Broken()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Samples$Broken")
        .hasStackTraceContaining("no text today");
    assertThatThrownBy(() -> json(new Ratio(Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Samples$Ratio");
  }

  @Test
  void codec_closedTwice_saysNothing() {
    JsonbValueCodec mine = new JsonbValueCodec();
    mine.close();
    mine.close();
  }
}
