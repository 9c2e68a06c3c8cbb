package dev.socketee.it.support;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the tests of a class against another server than the one that Arquillian knows. */
public final class TestClasses {

  private TestClasses() {}

  /**
   * Runs the tests of a class.
   *
   * @param tests the class
   * @param port where {@link TestServer} shall be meanwhile
   * @return what came of it; a failure to begin is a failed test, too
   */
  public static List<Outcome> run(Class<?> tests, int port) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(tests)).build();
    Outcomes outcomes = new Outcomes();
    TestServer.at(port, () -> LauncherFactory.create().execute(request, outcomes));
    return outcomes.list.isEmpty()
        ? List.of(new Outcome(tests.getSimpleName(), "no test ran"))
        : outcomes.list;
  }

  private static final class Outcomes implements TestExecutionListener {

    private final List<Outcome> list = new ArrayList<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      String problem = result.getThrowable().map(Outcomes::describe).orElse("");
      if (test.isTest() || !problem.isEmpty()) {
        list.add(new Outcome(test.getDisplayName(), problem));
      }
    }

    private static String describe(Throwable problem) {
      StringWriter trace = new StringWriter();
      problem.printStackTrace(new PrintWriter(trace));
      return trace.toString();
    }
  }
}
