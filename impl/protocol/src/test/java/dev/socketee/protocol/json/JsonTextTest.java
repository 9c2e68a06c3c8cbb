package dev.socketee.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.socketee.protocol.ProtocolError;
import dev.socketee.protocol.ProtocolException;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("JSON text as JSON.stringify writes it")
class JsonTextTest {

  static Stream<Arguments> strings() {
    return Stream.of(
        arguments("", "\"\""),
        arguments("plain", "\"plain\""),
        arguments("a\"b\\c/d", "\"a\\\"b\\\\c/d\""),
        arguments("\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\""),
        arguments("\u0000\u0001\u000b\u001f", "\"\\u0000\\u0001\\u000b\\u001f\""),
        arguments(" \u007f\u0080\u2028\u2029\ufeff", "\" \u007f\u0080\u2028\u2029\ufeff\""),
        arguments("é€😀", "\"é€😀\""),
        // halves of pairs
        arguments("\ud83d", "\"\\ud83d\""),
        arguments("\ude00", "\"\\ude00\""),
        arguments("a\ud83db", "\"a\\ud83db\""),
        arguments("\ude00\ud83d", "\"\\ude00\\ud83d\""),
        arguments("\ud83d\ud83d\ude00\ude00", "\"\\ud83d😀\\ude00\""));
  }

  @ParameterizedTest
  @MethodSource("strings")
  void quote_string_asJsonStringify(String value, String json) {
    assertThat(JsonText.quote(value)).isEqualTo(json);
    assertThat(JsonText.unquote(json)).isEqualTo(value);
  }

  @Test
  void quote_intoBuilder_appended() {
    StringBuilder out = new StringBuilder("[");

    JsonText.quote(out, "a\n");

    assertThat(out).hasToString("[\"a\\n\"");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"\\/\"', /",
    "'\"\\u0041\\u00e9\"', Aé",
    "'\"\\uD83D\\uDE00\"', 😀",
    "'\"x\\\\\"', 'x\\'",
    "'\"\\\"\"', '\"'",
  })
  void unquote_otherSpellings_sameString(String json, String value) {
    assertThat(JsonText.unquote(json)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"",
        "a",
        "\"a",
        "a\"",
        "'a'",
        "\"a\"b\"",
        "\"\\\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u123\"",
        "\"\\uzzzz\"",
        "\"\\u\uff1123\uff11\"",
        "\"\n\"",
        "1",
        "null",
        " \"a\"",
      })
  void unquote_notAString_invalidPayload(String json) {
    ProtocolException failure =
        catchThrowableOfType(ProtocolException.class, () -> JsonText.unquote(json));

    assertThat(failure.error()).isEqualTo(ProtocolError.INVALID_PAYLOAD);
  }

  @Test
  void unquote_whatWasQuoted_sameString() {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      StringBuilder value = new StringBuilder();
      random.ints(20, 0, 0x10000).forEach(c -> value.append((char) (c % 3 == 0 ? c : c % 128)));

      String json = JsonText.quote(value);

      assertThat(JsonText.unquote(json)).isEqualTo(value.toString());
      assertThat(JsonScanner.array("[" + json + "]", 0, 1).json(0)).isEqualTo(json);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "[], '[\"x\"]'",
    "[ ], '[ \"x\"]'",
    "[1], '[1,\"x\"]'",
    "'[\"hello\",1]', '[\"hello\",1,\"x\"]'",
    "'[\"]\"]', '[\"]\",\"x\"]'",
  })
  void appendElement_array_atItsEnd(String array, String longer) {
    assertThat(JsonText.appendElement(array, "\"x\"")).isEqualTo(longer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[", "{}", "1", "[1", "1]"})
  void appendElement_notAnArray_illegalArgument(String array) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonText.appendElement(array, "1"))
        .withMessageContaining("bracket");
  }
}
