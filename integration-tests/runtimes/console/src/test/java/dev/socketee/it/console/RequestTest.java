package dev.socketee.it.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {

  static Stream<Request> requests() {
    return Stream.of(
        Request.deploy(1, "app", Path.of("a folder", "a file.war")),
        Request.undeploy(2, "ROOT"),
        Request.stop(30));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void request_printed_isRead(Request request) {
    assertThat(Request.parse(request.toString())).isEqualTo(request);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "stop", "1 STOP", "x STOP  ", "1 stop  "})
  void line_ofAnotherForm_isRefused(String line) {
    assertThatThrownBy(() -> Request.parse(line)).isInstanceOf(IllegalArgumentException.class);
  }
}
