package dev.socketee.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.it.support.ServerLog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The log of the server, when all other tests are over and it has stopped: no warning, no error and
 * no stack trace but the ones that are known. Not named as a test: Maven runs it on its own.
 */
class ServerLogCheck {

  private static final Pattern ENTRY = Pattern.compile("^\\d{4}-\\d\\d-\\d\\d \\S+ +([A-Z]+) +.*");
  private static final Set<String> HARMLESS = Set.of("TRACE", "DEBUG", "INFO");
  private static final Pattern STACK_TRACE =
      Pattern.compile("^\\s+at .*|^Caused by: .*|^\\s+Suppressed: .*");

  /**
   * Entries of a server without a fault of ours, and of handlers that fail in order to be logged.
   */
  private static final List<Pattern> KNOWN =
      List.of(
          // how this server was provisioned
          Pattern.compile(".*WFLYTX0013: The node-identifier attribute.*"),
          Pattern.compile(".*WFLYELY(00023|01084): KeyStore .*"),
          // Hibernate Validator looks for a JPA that this server does not have
          Pattern.compile(".*jakarta.persistence.spi::No valid providers found.*"),
          // dev.socketee.it.error.Unhandled
          Pattern.compile(".*thrown by an integration test, for the log"),
          // a poll that outlives its HTTP session, whatever it is answered for, at once or later:
          // Weld may still find the session when Undertow completes the request, but not look into
          // it any more
          Pattern.compile(
              ".*UT015005: Error invoking method requestInitialized .*WeldInitialListener:"
                  + " .*UT000010: Session is invalid .*"),
          Pattern.compile(".*WELD-000717: .*HttpSessionContextImpl.* GET .*/socket.io/ .*"),
          Pattern.compile(".*UT015021: Failure dispatching async event: .*UT000010: .*"),
          // dev.socketee.it.auth.Guarded
          Pattern.compile(".*A middleware of /guarded failed.*nobody's business"));

  /**
   * A client asks in just the moment of an undeployment: the servlet is gone, and by the time that
   * Undertow has an error page for it the context is, too.
   */
  private static final Pattern MET_UNDEPLOYMENT =
      Pattern.compile(
          ".*\\((?<thread>[^)]+)\\) (UT005023: .*UT010051: Deployment \\S+ has stopped"
              + "|UT005071: .*UT015023: .* already destroyed)");

  /**
   * What Weld says when the next request comes to the thread of such a one: Undertow calls no
   * request listener of a stopped deployment, so Weld never heard that the request had ended.
   */
  private static final Pattern AFTER_UNDEPLOYMENT =
      Pattern.compile(".*\\((?<thread>[^)]+)\\) WELD-000714: .* guard leak detected.*");

  private final Set<String> threadsThatMetUndeployment = new HashSet<>();

  @Test
  void log_ofAllTests_hasNoUnannouncedProblem() throws IOException {
    List<String> problems = new ArrayList<>();
    boolean known = false;
    for (String line : ServerLog.unannounced()) {
      Matcher entry = ENTRY.matcher(line);
      boolean problem = STACK_TRACE.matcher(line).matches();
      if (entry.matches()) {
        known = isKnown(line);
        problem = !HARMLESS.contains(entry.group(1));
      }
      if (problem && !known) {
        problems.add(line);
      }
    }
    assertThat(problems).isEmpty();
  }

  private boolean isKnown(String line) {
    Matcher met = MET_UNDEPLOYMENT.matcher(line);
    if (met.matches()) {
      threadsThatMetUndeployment.add(met.group("thread"));
      return true;
    }
    Matcher after = AFTER_UNDEPLOYMENT.matcher(line);
    return (after.matches() && threadsThatMetUndeployment.remove(after.group("thread")))
        || KNOWN.stream().anyMatch(pattern -> pattern.matcher(line).matches());
  }
}
