package dev.socketee.it.behaviour;

import dev.socketee.it.support.Outcome;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
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

  /**
   * Cases that race with themselves, on any server with more than one thread: they send two
   * requests within milliseconds and expect an order, or listen for a message only when it may have
   * come. One suite says what something "should" do where another says what it does.
   */
  private static final Pattern RACING =
      Pattern.compile(
          ".* closes? the session upon (duplicate poll requests|cancelled polling request)"
              + "|.* heartbeat HTTP long-polling (closes|should close) the session upon ping timeout"
              + "|.* close HTTP long-polling (forcefully closes|should forcefully close) the session"
              + "|.* ignores? (HTTP requests|WebSocket connection) with same sid after upgrade"
              + "|.* WebSocket sends and receives a plain text packet");

  /** How often a racing case is tried until it passes. */
  private static final int TIMES = 5;

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
    Path script = folder.resolve("test-suite-at-" + application.getPort() + ".js");
    Files.writeString(
        script, Files.readString(folder.resolve("test-suite.js")).replace(THEIR_SERVER, server));
    try {
      List<Outcome> outcomes = mocha(script, List.of());
      for (ListIterator<Outcome> each = outcomes.listIterator(); each.hasNext(); ) {
        each.set(again(script, each.next()));
      }
      return outcomes;
    } finally {
      Files.delete(script);
    }
  }

  private static Outcome again(Path script, Outcome first)
      throws IOException, InterruptedException {
    Outcome outcome = first;
    boolean racing = RACING.matcher(first.name()).matches();
    for (int i = 1; racing && !outcome.passed() && i < TIMES; i++) {
      outcome = mocha(script, List.of("--fgrep", first.name())).get(0);
    }
    return outcome;
  }

  private static List<Outcome> mocha(Path script, List<String> arguments)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("suite", ".tap");
    List<String> command = new ArrayList<>(List.of("npx", "mocha", "--reporter", "tap"));
    command.addAll(arguments);
    command.add(script.getFileName().toString());
    try {
      Process mocha =
          new ProcessBuilder(command)
              .directory(script.getParent().toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      int status = status(mocha);
      String tap = Files.readString(output, StandardCharsets.UTF_8);
      List<Outcome> outcomes = outcomes(tap);
      boolean whole = status == 0 || !outcomes.stream().allMatch(Outcome::passed);
      if (outcomes.isEmpty() || !whole) {
        outcomes.add(new Outcome("(suite)", "ended with status " + status + ":\n" + tap));
      }
      return outcomes;
    } finally {
      Files.delete(output);
    }
  }

  /** What it ends with: the number of failures, or what it has for being stopped. */
  private static int status(Process mocha) throws InterruptedException {
    try {
      boolean unused = mocha.waitFor(MINUTES, TimeUnit.MINUTES);
    } finally {
      mocha.descendants().forEach(ProcessHandle::destroyForcibly);
      mocha.destroyForcibly();
    }
    return mocha.waitFor();
  }

  /** What the suite itself leaves out is left out. */
  private static List<Outcome> outcomes(String tap) {
    List<Outcome> outcomes = new ArrayList<>();
    tap.lines()
        .map(RESULT::matcher)
        .filter(Matcher::matches)
        .filter(line -> line.group("skip") == null)
        .map(
            line ->
                new Outcome(line.group("name"), line.group("not") == null ? "" : "failed:\n" + tap))
        .forEach(outcomes::add);
    return outcomes;
  }
}
