package dev.socketee.protocol.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("1.16, numeric event names: as String(JSON.parse(text)) has them")
class NumericNameTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "0.0, 0",
    "0e5, 0",
    "1, 1",
    "-1, -1",
    "1.0, 1",
    "1.5, 1.5",
    "1.50, 1.5",
    "-2.25, -2.25",
    "0.1, 0.1",
    "1e3, 1000",
    "1E-3, 0.001",
    "123456789012345, 123456789012345",
    "9007199254740993, 9007199254740992",
    "123456789012345678901, 123456789012345680000",
    "1e20, 100000000000000000000",
    "999999999999999934463, 999999999999999900000",
    "1e21, 1e+21",
    "1.5e21, 1.5e+21",
    "0.000001, 0.000001",
    "0.0000001, 1e-7",
    "1.25e-7, 1.25e-7",
    "5e-324, 5e-324",
    "1e-400, 0",
    "2e23, 2e+23",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "1e400, Infinity",
    "-1e400, -Infinity",
    "1234567890123412.345, 1234567890123412.2",
  })
  void of_number_asJavaScript(String json, String name) {
    assertThat(NumericName.of(json)).isEqualTo(name);
  }
}
