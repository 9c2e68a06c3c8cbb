package dev.socketee.it.behaviour;

import dev.socketee.it.runtime.EmbeddedServer;
import dev.socketee.it.runtime.RunningServer;
import dev.socketee.it.runtime.Server;
import dev.socketee.it.support.NodeScript;
import dev.socketee.it.support.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Prints numbers by which the embedded mode has chosen its server: docs/embedded.md has them. It is
 * no test, and runs only when asked for by name. For Linux.
 */
class EmbeddedComparison {

  private static final String APPLICATION = "app";

  @TestFactory
  Stream<DynamicTest> servers() {
    return Stream.of(
            EmbeddedServer.tomcat("10.1"),
            EmbeddedServer.tomcat("11"),
            EmbeddedServer.jetty(),
            EmbeddedServer.undertow())
        .map(server -> DynamicTest.dynamicTest(server.title(), () -> measure(server)));
  }

  private static void measure(Server server) throws IOException {
    System.out.println("--- " + server.title());
    long start = System.nanoTime();
    try (RunningServer running = server.start()) {
      Path war =
          new Stage("comparison", running).file(APPLICATION, Applications.CALM.apply(APPLICATION));
      running.deploy(APPLICATION, war);
      System.out.println(
          "milliseconds until the application is there: "
              + Duration.ofNanos(System.nanoTime() - start).toMillis());
      memory("megabytes then");
      Runnable memory = () -> memory("megabytes with 1,000 WebSockets and 1,000 polls");
      List<Outcome> outcomes =
          NodeScript.outcomes(
              "compare.test.mjs", running.uri(APPLICATION), Map.of("memory", memory), Map.of());
      outcomes.stream().filter(outcome -> !outcome.passed()).forEach(System.out::println);
    }
  }

  /** What the server's process, the latest Java of this one, has in memory. */
  private static void memory(String what) {
    ProcessHandle process =
        ProcessHandle.current()
            .children()
            .filter(child -> child.info().command().orElse("").endsWith("java"))
            .max(Comparator.comparing(ProcessHandle::pid))
            .orElseThrow();
    try (Stream<String> lines = Files.lines(Path.of("/proc", process.pid() + "", "status"))) {
      long kilobytes =
          lines
              .filter(line -> line.startsWith("VmRSS:"))
              .map(line -> line.replaceAll("\\D", ""))
              .mapToLong(Long::parseLong)
              .sum();
      System.out.println(what + ": " + kilobytes / 1024);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
