package dev.socketee.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.it.support.NodeScript;
import dev.socketee.it.support.ServerLog;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;

/** What has to hold for callers, by whatever the container knows them. */
final class Callers {

  private Callers() {}

  /**
   * Runs the scripts. The container logs that an enterprise bean was called without the role for
   * it; we do not.
   *
   * @param application where; the scripts tell the mechanism by its path
   */
  static List<DynamicTest> run(URI application) throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    String log =
        ServerLog.provoke(
            () -> {
              tests.addAll(NodeScript.run("principal.test.mjs", application, Map.of()));
              tests.addAll(NodeScript.run("identity.test.mjs", application, Map.of()));
            });
    tests.add(
        DynamicTest.dynamicTest(
            "log",
            () ->
                assertThat(log.lines())
                    .noneMatch(line -> line.matches(".* (WARN|ERROR) +\\[dev\\.socketee\\..*"))));
    return tests;
  }
}
