package dev.socketee.it.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConsoleTest {

  private final List<String> calls = new ArrayList<>();
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  @Test
  void requests_areDoneInTurn() throws Exception {
    run(
        this::container,
        Request.deploy(1, "app", Path.of("a.war")),
        Request.undeploy(2, "app"),
        Request.stop(3));

    assertThat(calls).containsExactly("deploy app a.war", "undeploy app", "stop");
    assertThat(Stream.of(0, 1, 2, 3).map(this::answer)).allMatch(one -> one.failure().isEmpty());
  }

  @Test
  void application_thatFails_leavesTheServer() throws Exception {
    run(this::container, Request.deploy(1, "bad", Path.of("b.war")), Request.undeploy(2, "app"));

    assertThat(answer(1).failure()).contains("java.lang.NoClassDefFoundError: bad");
    assertThat(answer(2).failure()).isEmpty();
  }

  @Test
  void input_thatEnds_stopsTheServer() throws Exception {
    run(this::container);

    assertThat(calls).containsExactly("stop");
  }

  @Test
  void server_thatDoesNotStart_isAnswered() {
    Container.Factory factory =
        () -> {
          throw new IllegalStateException("no port");
        };

    assertThatThrownBy(() -> run(factory)).hasMessage("no port");
    assertThat(answer(0).failure()).contains("java.lang.IllegalStateException: no port");
  }

  @Test
  void name_isTheContextPath() {
    assertThat(Container.contextPath("app")).isEqualTo("/app");
    assertThat(Container.contextPath("ROOT")).isEmpty();
    assertThat(Container.contextRoot("ROOT")).isEqualTo("/");
  }

  private void run(Container.Factory factory, Request... requests) throws Exception {
    String lines = Stream.of(requests).map(one -> one + "\n").collect(Collectors.joining());
    InputStream input = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    new Console(output).run(factory, input);
  }

  private Answer answer(int number) {
    return Answer.find(number, output.toString(StandardCharsets.UTF_8)).orElseThrow();
  }

  private Container container() {
    return new Container() {
      @Override
      public void deploy(String application, Path war) {
        if (application.equals("bad")) {
          throw new NoClassDefFoundError("bad");
        }
        calls.add("deploy " + application + " " + war);
      }

      @Override
      public void undeploy(String application) {
        calls.add("undeploy " + application);
      }

      @Override
      public void stop() {
        calls.add("stop");
      }
    };
  }
}
