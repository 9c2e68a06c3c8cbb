package dev.socketee.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.it.support.ServerLog;
import dev.socketee.it.support.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The log of the server, when all other tests are over and it has stopped: no warning, no error and
 * no stack trace but the ones that are known. Not named as a test: Maven runs it on its own.
 */
class ServerLogCheck {

  private static final Pattern PROBLEM = Pattern.compile("^\\S+ \\S+ (WARN|ERROR|FATAL|SEVERE) .*");
  private static final Pattern STACK_TRACE =
      Pattern.compile("^\\s+at .*|^Caused by: .*|^\\s+Suppressed: .*");

  /** Lines of a server without a fault of ours, each with its reason. */
  private static final List<Pattern> KNOWN =
      List.of(
          // how this server was provisioned
          Pattern.compile(".*WFLYTX0013: The node-identifier attribute.*"),
          Pattern.compile(".*WFLYELY(00023|01084): KeyStore .*"),
          // what the beans of the tests throw on purpose, and nobody handles
          Pattern.compile(".*thrown by an integration test, for the log.*"),
          Pattern.compile(".*a detail that is nobody's business.*"));

  @Test
  void log_ofAllTests_hasNoUnannouncedProblem() throws IOException {
    assertThat(Files.size(TestServer.log())).isPositive();
    List<String> problems = new ArrayList<>();
    boolean known = false;
    for (String line : ServerLog.unannounced()) {
      if (PROBLEM.matcher(line).matches()) {
        String problem = line;
        known = KNOWN.stream().anyMatch(pattern -> pattern.matcher(problem).matches());
      } else if (!STACK_TRACE.matcher(line).matches()) {
        continue;
      }
      if (!known) {
        problems.add(line);
      }
    }
    assertThat(problems).isEmpty();
  }
}
