package dev.socketee.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parameters of a URL, as the reference reads them. Source: reference 1.4. */
class QueryStringTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a=b          | a      | b",
        "a=b&a=c      | a      | c",
        "a=b=c        | a      | b=c",
        "a=           | a      | ''",
        "a            | a      | ''",
        "=b           | ''     | b",
        "&&a=b&&      | a      | b",
        "a=%41        | a      | A",
        "a=x%41       | a      | xA",
        "%61=b        | a      | b",
        "a=b+c%20d    | a      | b c d",
        "a=%2B%26%3D  | a      | +&=",
        "a=%E2%82%AC  | a      | €",
        "a=%e2%82%ac  | a      | €",
        "a=€          | a      | €",
        "a=100%       | a      | 100%",
        "a=%4         | a      | %4",
        "a=%zz        | a      | %zz",
        "a=%4z%41     | a      | %4zA",
        "a=%FF        | a      | \ufffd",
        "a[b]=c       | a[b]   | c",
        "__proto__=x  | __proto__ | x",
      })
  void parse_anything_isReadLeniently(String query, String name, String value) {
    assertThat(QueryString.parse(query)).containsExactly(Map.entry(name, value));
  }

  @Test
  void parse_several_areAllThere() {
    assertThat(QueryString.parse("EIO=4&transport=polling&t=Abc"))
        .containsOnly(
            Map.entry("EIO", "4"), Map.entry("transport", "polling"), Map.entry("t", "Abc"));
  }

  @Test
  void parse_nothing_isEmpty() {
    assertThat(QueryString.parse(null)).isEmpty();
    assertThat(QueryString.parse("")).isEmpty();
    assertThat(QueryString.parse("&")).isEmpty();
  }

  @Test
  void parse_result_cannotBeChanged() {
    Map<String, String> parameters = QueryString.parse("a=b");

    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> parameters.put("c", "d"));
  }
}
