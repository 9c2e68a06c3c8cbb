package dev.socketee.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.socketee.protocol.ProtocolError;
import dev.socketee.protocol.ProtocolException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 8259; 1.16, Details to match: what JSON.parse takes, nested as deep as allowed")
class JsonScannerTest {

  private static final int DEPTH = 256;

  static Stream<Arguments> arrays() {
    return Stream.of(
        arguments("[]", List.of()),
        arguments("[ \t\r\n]", List.of()),
        arguments("[\"a\"]", List.of("\"a\"")),
        arguments("[\"a\",1,true,false,null]", List.of("\"a\"", "1", "true", "false", "null")),
        arguments("[ 1 ,\t2\r\n]  ", List.of("1", "2")),
        arguments("[[1,[2]],{\"a\":[3]}]", List.of("[1,[2]]", "{\"a\":[3]}")),
        arguments("[[],{},[ ],{ }]", List.of("[]", "{}", "[ ]", "{ }")),
        arguments("[{\"a\":{\"b\":1},\"c\":[]},2]", List.of("{\"a\":{\"b\":1},\"c\":[]}", "2")),
        arguments("[{ \"a\" : 1 , \"a\" : 2 }]", List.of("{ \"a\" : 1 , \"a\" : 2 }")),
        arguments("[\"]\",\",\",\"\\\"\"]", List.of("\"]\"", "\",\"", "\"\\\"\"")));
  }

  @ParameterizedTest
  @MethodSource("arrays")
  void array_valid_elements(String text, List<String> expected) {
    JsonElements elements = JsonScanner.array("42" + text, 2, DEPTH);

    assertThat(IntStream.range(0, elements.size()).mapToObj(elements::json)).isEqualTo(expected);
    assertThat(elements.array()).isEqualTo(text.strip());
    for (int i = 0; i < expected.size(); i++) {
      assertThat(elements.first(i)).isEqualTo(expected.get(i).charAt(0));
    }
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> elements.json(expected.size()));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> elements.json(-1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "1",
        "-1",
        "10",
        "0.0",
        "1.50",
        "-0.1",
        "1e1",
        "1E1",
        "1e+1",
        "1e-1",
        "0e0",
        "1.5e300",
        "1e400",
        "123456789012345678901234567890",
        "\"\"",
        "\"é€😀\"",
        "\"\u2028\u007f\"",
        "\"\ud83d\"",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
        "\"\\u00e9\\uD83D\\uDE00\\ud83d\"",
        "\"\\u0000\"",
        "true",
        "false",
        "null",
        "{\"\":0}",
        "{\"\\u0061\":1}",
      })
  void array_ofValidValue_thatElement(String value) {
    assertThat(JsonScanner.array("[" + value + "]", 0, DEPTH).json(0)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // structure
        "",
        "{}",
        "\"a\"",
        "1",
        "null",
        "[",
        "]",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[,]",
        "[1 2]",
        "[1]]",
        "[1]x",
        "[1][2]",
        "[1}",
        "[{]",
        "[{]}",
        "[{\"a\"}]",
        "[{\"a\":}]",
        "[{\"a\":1,}]",
        "[{,}]",
        "[{a:1}]",
        "[{1:1}]",
        "[{\"a\" 1}]",
        "[{\"a\"::1}]",
        "[{\"a\":1 \"b\":2}]",
        "[{\"a\":1]",
        "[[]",
        "[:]",
        "[\"a\":1]",
        "[{\"a\":1}",
        "[{\"a",
        "[{\"a\"",
        "[{\"a\":",
        " []",
        // numbers
        "[-]",
        "[+1]",
        "[01]",
        "[-01]",
        "[1.]",
        "[.5]",
        "[1.e1]",
        "[1e]",
        "[1e+]",
        "[1e1.5]",
        "[0x10]",
        "[1_000]",
        "[NaN]",
        "[Infinity]",
        "[-Infinity]",
        "[1-1]",
        "[\u0661]",
        "[-",
        "[1.",
        "[1e",
        "[1n]",
        // strings
        "[\"a]",
        "[\"",
        "[\"\\",
        "[\"\\\"]",
        "['a']",
        "[\"\\x41\"]",
        "[\"\\u12\"]",
        "[\"\\u12g4\"]",
        "[\"\\u\uff11234\"]",
        "[\"\\U0041\"]",
        "[\"\n\"]",
        "[\"\t\"]",
        "[\"\u0000\"]",
        "[\"\u001f\"]",
        "[a]",
        "[\"a\"b]",
        // literals
        "[tru]",
        "[True]",
        "[truee]",
        "[nul]",
        "[undefined]",
        "[t",
        "[fals",
        // what is not white space in JSON
        "[\u00a01]",
        "[\ufeff1]",
        "\ufeff[1]",
        "[1]\u0000",
        "[\u000b1]",
        "[\f1]",
        "[1]\u2003",
        // comments
        "[1/**/]",
        "[1]//",
      })
  void array_notValid_invalidPayload(String text) {
    ProtocolException failure =
        catchThrowableOfType(ProtocolException.class, () -> JsonScanner.array(text, 0, DEPTH));

    assertThat(failure.error()).isEqualTo(ProtocolError.INVALID_PAYLOAD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{ }", "{\"token\":\"abc\"} ", "{\"a\":[1,{\"b\":null}],\"c\":2}"})
  void requireObject_object_accepted(String text) {
    assertThatNoException().isThrownBy(() -> JsonScanner.requireObject("0" + text, 1, DEPTH));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "\"x\"",
        "1",
        "{",
        "{}}",
        "{} {}",
        "{\"a\"}",
        " {}",
        "{\"a\":[}"
      })
  void requireObject_anythingElse_invalidPayload(String text) {
    ProtocolException failure =
        catchThrowableOfType(
            ProtocolException.class, () -> JsonScanner.requireObject(text, 0, DEPTH));

    assertThat(failure.error()).isEqualTo(ProtocolError.INVALID_PAYLOAD);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 16, 17, 18, 33, 64, 65, 256, 1000})
  void array_asDeepAsAllowed_accepted(int depth) {
    assertThatNoException().isThrownBy(() -> JsonScanner.array(nested(depth), 0, depth));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 16, 17, 18, 33, 64, 65, 256, 1000})
  void array_oneDeeperThanAllowed_tooDeep(int depth) {
    ProtocolException failure =
        catchThrowableOfType(
            ProtocolException.class, () -> JsonScanner.array(nested(depth + 1), 0, depth));

    assertThat(failure.error()).isEqualTo(ProtocolError.TOO_DEEP);
  }

  /** Arrays and objects in turns, so that the kinds on the stack matter. */
  private static String nested(int depth) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      text.append(i % 3 == 1 ? "{\"a\":" : "[");
    }
    text.append(depth % 3 == 2 ? "0" : ""); // the value of the innermost object
    for (int i = depth - 1; i >= 0; i--) {
      text.append(i % 3 == 1 ? "}" : "]");
    }
    return text.toString();
  }

  @Test
  void array_deeperThanAnyStack_allowedIfTheLimitIs() {
    int depth = 100_000;

    assertThatNoException().isThrownBy(() -> JsonScanner.array(nested(depth), 0, depth));
  }

  @Test
  void array_numberAsLongAsAllowed_accepted() {
    String number = "-" + "1".repeat(JsonScanner.MAX_NUMBER_LENGTH - 1);

    assertThat(JsonScanner.array("[" + number + "]", 0, DEPTH).json(0)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "0.", "1e"})
  void array_numberLongerThanAllowed_tooLarge(String start) {
    String number = start + "1".repeat(JsonScanner.MAX_NUMBER_LENGTH + 1 - start.length());

    ProtocolException failure =
        catchThrowableOfType(
            ProtocolException.class, () -> JsonScanner.array("[" + number + "]", 0, DEPTH));

    assertThat(failure.error()).isEqualTo(ProtocolError.NUMBER_TOO_LONG);
    assertThat(failure).hasMessage("number too long");
  }

  @Test
  void array_depthBelowOne_illegalArgument() {
    assertThatIllegalArgumentException().isThrownBy(() -> JsonScanner.array("[]", 0, 0));
  }
}
