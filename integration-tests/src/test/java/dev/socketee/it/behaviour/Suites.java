package dev.socketee.it.behaviour;

import dev.socketee.it.support.Outcome;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The public test suites of the protocols, from a checkout of socketio/socket.io that the system
 * property {@code suites} names (its folder {@code docs}), with {@code npm ci} done in each. They
 * are no part of this repository.
 */
final class Suites {

  /** What is tried only where they are. */
  static final Set<Behaviour> BEHAVIOURS =
      Set.of(Behaviour.SUITE_ENGINE_V3, Behaviour.SUITE_ENGINE_V4, Behaviour.SUITE_SOCKET_V5);

  private static final String FOLDER = System.getProperty("suites", "");
  private static final long MINUTES = 3;
  private static final String THEIR_SERVER = "http://localhost:3000";

  /** A line of mocha's reporter "tap". */
  private static final Pattern RESULT =
      Pattern.compile("(?<not>not )?ok \\d+ (?<name>.*?)(?<skip> # SKIP.*)?");

  private Suites() {}

  static boolean areThere() {
    return !FOLDER.isEmpty();
  }

  /**
   * How a suite is tried.
   *
   * @param protocol the folder of the protocol and the version
   * @param war the application that is at {@code /} for it
   */
  static Trial trial(String protocol, Function<String, WebArchive> war) {
    return stage -> run(protocol, stage.application("ROOT", war));
  }

  private static List<Outcome> run(String protocol, URI application)
      throws IOException, InterruptedException {
    Path folder = Path.of(FOLDER, protocol + "-test-suite");
    String server = application.toString().replaceFirst("/$", "");
    Path script = folder.resolve("test-suite-here.js");
    Files.writeString(
        script, Files.readString(folder.resolve("test-suite.js")).replace(THEIR_SERVER, server));
    Path output = Files.createTempFile("suite", ".tap");
    try {
      Process mocha =
          new ProcessBuilder("npx", "mocha", "--reporter", "tap", script.getFileName().toString())
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!mocha.waitFor(MINUTES, TimeUnit.MINUTES)) {
        mocha.destroyForcibly();
      }
      return outcomes(Files.readString(output, StandardCharsets.UTF_8));
    } finally {
      Files.delete(script);
      Files.delete(output);
    }
  }

  /** What the suite itself leaves out is left out. */
  private static List<Outcome> outcomes(String tap) {
    List<Outcome> outcomes =
        tap.lines()
            .map(RESULT::matcher)
            .filter(Matcher::matches)
            .filter(line -> line.group("skip") == null)
            .map(
                line ->
                    new Outcome(
                        line.group("name"), line.group("not") == null ? "" : "failed:\n" + tap))
            .toList();
    return outcomes.isEmpty() ? List.of(new Outcome("(suite)", "no test ran:\n" + tap)) : outcomes;
  }
}
