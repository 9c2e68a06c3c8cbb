package dev.socketee.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.System.Logger.Level;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class LogGuardTest {

  private static final System.Logger LOG = System.getLogger("dev.socketee.test");

  /** The guard of this class sees them too. */
  private static final String OWN_LOGS = "dev.socketee.test: ";

  private static final Handler[] CONSOLE = Logger.getLogger("").getHandlers();

  /** The logs of the fixtures would look like trouble in the output of a good build. */
  @BeforeAll
  static void silenceConsole() {
    Stream.of(CONSOLE)
        .filter(ConsoleHandler.class::isInstance)
        .forEach(Logger.getLogger("")::removeHandler);
  }

  @AfterAll
  static void restoreConsole() {
    Stream.of(CONSOLE)
        .filter(ConsoleHandler.class::isInstance)
        .forEach(Logger.getLogger("")::addHandler);
  }

  @ParameterizedTest
  @CsvSource({
    "quiet,             ",
    "info,              ",
    "warning,           unexpected log: WARNING dev.socketee.test: warned 7",
    "error,             unexpected log: SEVERE dev.socketee.test: broken (java.lang.IllegalStateException: why)",
    "expectedCame,      ",
    "allowedCame,       ",
    "allowedStayedAway, ",
    "expectedStayedAway,no log matches: warned",
    "otherCame,         unexpected log: WARNING dev.socketee.test: warned 7",
  })
  void guard_ofOneTest_failsIfLogsDifferFromExpected(
      String method, String failure, ExpectedLogs logs) {
    logs.allow(OWN_LOGS);
    EngineExecutionResults results = run(selectMethod(Fixture.class, method, parameters(method)));

    assertThat(failures(results.testEvents())).isEqualTo(failure);
  }

  @Test
  void guard_warningAfterLastTest_failsClass(ExpectedLogs logs) {
    logs.allow(OWN_LOGS);
    EngineExecutionResults results = run(selectClass(LateFixture.class));

    assertThat(failures(results.testEvents())).isNull();
    assertThat(failures(results.containerEvents()))
        .isEqualTo("unexpected log: WARNING dev.socketee.test: late");
  }

  private static String parameters(String method) {
    return method.matches("(expected|allowed|other).*") ? ExpectedLogs.class.getName() : "";
  }

  private static EngineExecutionResults run(DiscoverySelector selector) {
    return EngineTestKit.engine("junit-jupiter")
        .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
        .selectors(selector)
        .execute();
  }

  private static String failures(Events events) {
    return events.failed().stream()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .map(result -> result.getThrowable().orElseThrow().getMessage())
        .reduce((one, other) -> one + "; " + other)
        .orElse(null);
  }

  /** Not run by itself: its name does not match what Surefire looks for. */
  static class Fixture {

    @Test
    void quiet() {}

    @Test
    void info() {
      LOG.log(Level.INFO, "informed");
    }

    @Test
    void warning() {
      LOG.log(Level.WARNING, "warned {0}", 7);
    }

    @Test
    void error() {
      LOG.log(Level.ERROR, "broken", new IllegalStateException("why"));
    }

    @Test
    void expectedCame(ExpectedLogs logs) {
      logs.expect("WARNING dev.socketee.test: warned \\d");
      LOG.log(Level.WARNING, "warned {0}", 7);
    }

    @Test
    void allowedCame(ExpectedLogs logs) {
      logs.allow("warned");
      LOG.log(Level.WARNING, "warned {0}", 7);
    }

    @Test
    void allowedStayedAway(ExpectedLogs logs) {
      logs.allow("warned");
    }

    @Test
    void expectedStayedAway(ExpectedLogs logs) {
      logs.expect("warned");
    }

    @Test
    void otherCame(ExpectedLogs logs) {
      logs.allow("something else");
      LOG.log(Level.WARNING, "warned {0}", 7);
    }
  }

  /** Logs when its only test is over. */
  static class LateFixture {

    @Test
    void quiet() {}

    @AfterAll
    static void late() {
      LOG.log(Level.WARNING, "late");
    }
  }
}
