package dev.socketee.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Payloads in scripts and forms. Source: reference 1.3, JSONP polling; 9, Golden vectors. */
class JsonpTest {

  @Test
  void script_payload_isALiteral() {
    assertThat(Jsonp.script("2", "118:0{\"sid\"…}"))
        .isEqualTo("___eio[2](\"118:0{\\\"sid\\\"…}\");");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "abc1", "1)(", "]1;//", "f1", "١1"})
  void script_index_isOfDigitsOnly(String index) {
    assertThat(Jsonp.script(index, "")).isEqualTo("___eio[1](\"\");");
  }

  @Test
  void script_lineEndsOfJavaScript_areEscaped() {
    assertThat(Jsonp.script("0", "\u2028 \u2029\r\n</script>"))
        .isEqualTo("___eio[0](\"\\u2028 \\u2029\\r\\n</script>\");");
  }

  static Stream<Arguments> forms() {
    return Stream.of(
        arguments("d=4a", "4a"),
        arguments("d=", ""),
        arguments("x=1&d=4+a%2B&y", "4 a+"),
        arguments("d=%E2%82%AC", "€"),
        // a line feed comes as two characters, those two as three
        arguments("d=a%5Cnb", "a\nb"),
        arguments("d=a%5C%5Cnb", "a\\nb"),
        arguments("d=a%5C%5C%5Cnb", "a\\\\nb"),
        arguments("d=%5Cn%5Cn%5C%5Cn%5Cn", "\n\n\\n\n"),
        arguments("d=a%5Cb%5C", "a\\b\\"),
        arguments("d=%0A", "\n"));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void payload_form_isUnescaped(String form, String payload) {
    assertThat(Jsonp.payload(form)).contains(payload);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "4a", "D=4a", "dd=4a", "d=1&d=2", "&&", "=d"})
  void payload_notOne_isNone(String form) {
    assertThat(Jsonp.payload(form)).isEmpty();
  }

  @Test
  void payload_behindAThousandFields_isNotLookedFor() {
    assertThat(Jsonp.payload("a&".repeat(999) + "d=1")).contains("1");
    assertThat(Jsonp.payload("a&".repeat(1000) + "d=1")).isEmpty();
  }
}
