package dev.socketee.cdi.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Auth;
import dev.socketee.annotation.Header;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnError;
import dev.socketee.annotation.OnEvent;
import dev.socketee.annotation.Remaining;
import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.fixture.TestClient;
import dev.socketee.test.ExpectedLogs;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.cdi.ValidationExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Constraints of handlers hold with an interceptor of the container, and without one. */
class ValidationTest {

  private static final List<String> SEEN = new ArrayList<>();

  public record Item(@NotBlank(message = "is blank") String name, @Max(10) int pieces) {}

  public record Order(@Valid @NotNull List<Item> items, Map<String, @Even Integer> extras) {}

  @Namespace
  static class Shop {

    @OnEvent
    String order(@Valid Order order) {
      SEEN.add("order");
      return "ordered";
    }

    @OnEvent
    void two(@NotNull(message = "is missing") String first, @Even int second) {
      SEEN.add("two");
    }

    @OnEvent
    void rest(String first, @Remaining List<@Even Integer> numbers) {
      SEEN.add("rest");
    }

    @OnEvent
    @Even
    Integer result(int number) {
      return number;
    }

    @OnEvent
    void deep() {
      throw new ConstraintViolationException(
          Validation.buildDefaultValidatorFactory().getValidator().validate(new Item("", 1)));
    }

    @OnEvent
    void header(@Header("user-agent") @NotBlank @Max(3) String agent) {
      SEEN.add("header");
    }

    @OnEvent
    String free(String any) {
      return any;
    }
  }

  @Namespace("/door")
  static class Door {
    @OnConnect
    void arrive(@Auth @Valid @NotNull(message = "who?") Item who) {
      SEEN.add("arrived");
    }
  }

  @Namespace("/watched")
  static class Watched {
    @OnEvent
    void two(@Even int number) {}

    @OnError
    void invalid(ConstraintViolationException e) {
      SEEN.add("violations: " + e.getConstraintViolations().size());
    }
  }

  private App app;

  @BeforeEach
  void clear(ExpectedLogs logs) {
    logs.allow("No valid providers found"); // Hibernate Validator looks for JPA
    SEEN.clear();
    Even.Check.count = 0;
  }

  @AfterEach
  void stop() {
    if (app != null) {
      app.close();
    }
    app = null;
  }

  @SuppressWarnings("unchecked") // the array of extensions is only read
  private TestClient connect(String interceptor, String namespace, String auth) {
    SeContainerInitializer initializer = App.initializer(Shop.class, Door.class, Watched.class);
    if (interceptor.equals("container")) {
      initializer.addExtensions(ValidationExtension.class);
    }
    app = App.start(initializer);
    return app.connect(namespace, auth);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "order | {\"items\":[{\"name\":\"tea\",\"pieces\":1},{\"name\":\"\",\"pieces\":11}]} |"
            + " {\"path\":\"arguments[0].items[1].name\",\"message\":\"is blank\"},"
            + "{\"path\":\"arguments[0].items[1].pieces\","
            + "\"message\":\"must be less than or equal to 10\"}",
        "order | {\"items\":[],\"extras\":{\"a\":1}} |"
            + " {\"path\":\"arguments[0].extras[a]\",\"message\":\"must be even\"}",
        "two | null,1 | {\"path\":\"arguments[0]\",\"message\":\"is missing\"},"
            + "{\"path\":\"arguments[1]\",\"message\":\"must be even\"}",
        "rest | \"a\",2,3 | {\"path\":\"arguments[2]\",\"message\":\"must be even\"}",
        "header | `` | {\"path\":\"header.user-agent\","
            + "\"message\":\"must be less than or equal to 3\"}",
      })
  void arguments_thatViolateConstraints_areToldWithTheirPaths(
      String event, String arguments, String violations, ExpectedLogs logs) {
    logs.expect("WARNING dev.socketee.server: \"" + event + "\" of / was not delivered: .*path");

    for (String interceptor : List.of("container", "none")) {
      TestClient client = connect(interceptor, "/", "");
      client.received();
      assertThat(client.emitWithAck(event, arguments).received())
          .as(interceptor)
          .containsExactly(
              "37[{\"message\":\"Invalid arguments\",\"data\":{\"violations\":["
                  + violations
                  + "]}}]");
      stop();
      assertThat(SEEN).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"container", "none"})
  void constraints_areCheckedOnce(String interceptor) {
    assertThat(connect(interceptor, "/", "").emitWithAck("two", "\"a\",2").received())
        .contains("37[]");
    assertThat(Even.Check.count).isEqualTo(1);
    assertThat(app.connect("/").emitWithAck("result", "4").received()).contains("37[4]");
    assertThat(Even.Check.count).isEqualTo(2);
    assertThat(app.connect("/").emitWithAck("free", "\"a\"").received()).contains("37[\"a\"]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"container", "none"})
  void result_thatViolatesConstraints_isToldAsSuch(String interceptor, ExpectedLogs logs) {
    logs.expect("ConstraintViolationException");
    assertThat(connect(interceptor, "/", "").emitWithAck("result", "3").received())
        .contains(
            "37[{\"message\":\"Invalid result\",\"data\":{\"violations\":["
                + "{\"path\":\"result\",\"message\":\"must be even\"}]}}]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"container", "none"})
  void violations_ofSomethingElse_areNotTold(String interceptor, ExpectedLogs logs) {
    logs.expect("ConstraintViolationException");
    assertThat(connect(interceptor, "/", "").emitWithAck("deep", "").received())
        .contains("37[{\"message\":\"Internal server error\"}]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"container", "none"})
  void auth_thatViolatesConstraints_refusesTheConnection(String interceptor) {
    assertThat(connect(interceptor, "/door", "{\"name\":\"\"}").received())
        .containsExactly(
            "4{\"message\":\"Invalid arguments\",\"data\":{\"violations\":["
                + "{\"path\":\"auth.name\",\"message\":\"is blank\"}]}}");
    assertThat(app.connect("/door").received())
        .containsExactly(
            "4{\"message\":\"Invalid arguments\",\"data\":{\"violations\":["
                + "{\"path\":\"auth\",\"message\":\"who?\"}]}}");
    assertThat(SEEN).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"container", "none"})
  void violations_goToAnErrorHandlerAndToTheClient(String interceptor) {
    assertThat(connect(interceptor, "/watched", "").emitWithAck("two", "1").received())
        .contains(
            "37[{\"message\":\"Invalid arguments\",\"data\":{\"violations\":["
                + "{\"path\":\"arguments[0]\",\"message\":\"must be even\"}]}}]");
    assertThat(SEEN).containsExactly("violations: 1");
  }
}
