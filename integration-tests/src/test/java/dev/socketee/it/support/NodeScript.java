package dev.socketee.it.support;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;

/**
 * Runs a script with tests by Node.js, and shows each of them to JUnit. A test that the script
 * leaves out, a script without tests, and a machine without Node.js are failures.
 */
public final class NodeScript {

  private static final Path FOLDER = Path.of("target/node").toAbsolutePath();
  private static final long MINUTES = 5;

  private final String script;
  private final Map<String, Runnable> commands;

  private NodeScript(String script, Map<String, Runnable> commands) {
    this.script = script;
    this.commands = commands;
  }

  /**
   * Runs a script.
   *
   * @param script the name of the file
   * @param application the path of the application that it talks to, with slashes around
   */
  public static List<DynamicTest> run(String script, String application) {
    return run(script, application, Map.of());
  }

  /**
   * Runs a script.
   *
   * @param script the name of the file
   * @param application the path of the application that it talks to, with slashes around
   * @param commands what the script may ask this side to do, on the thread of the test
   */
  public static List<DynamicTest> run(
      String script, String application, Map<String, Runnable> commands) {
    return run(script, TestServer.uri(application), commands);
  }

  /**
   * Runs a script.
   *
   * @param script the name of the file
   * @param application the address of the application that it talks to, on whatever server, with a
   *     slash at the end
   * @param commands as above
   */
  public static List<DynamicTest> run(
      String script, URI application, Map<String, Runnable> commands) {
    return outcomes(script, application, commands, Map.of()).stream().map(Outcome::asTest).toList();
  }

  /**
   * Runs a script, for those who want to know what came of it.
   *
   * @param script the name of the file
   * @param application as above
   * @param commands as above
   * @param environment variables for the script
   */
  public static List<Outcome> outcomes(
      String script,
      URI application,
      Map<String, Runnable> commands,
      Map<String, String> environment) {
    return new NodeScript(script, commands).outcomes(application, environment);
  }

  private List<Outcome> outcomes(URI application, Map<String, String> environment) {
    ProcessBuilder builder =
        new ProcessBuilder("node", "--test-reporter=./reporter.mjs", script)
            .directory(FOLDER.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("APPLICATION_URL", application.toString());
    builder.environment().putAll(environment);
    Process process = start(builder);
    Future<?> watchdog =
        CompletableFuture.runAsync(
            process::destroyForcibly, CompletableFuture.delayedExecutor(MINUTES, TimeUnit.MINUTES));
    List<Outcome> outcomes = new ArrayList<>();
    try (BufferedReader lines = process.inputReader();
        Writer answers = process.outputWriter()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("{\"report\":\"")) {
          JsonObject report = parse(line);
          if (report.getString("report").equals("control")) {
            obey(report.getString("command"), answers);
          } else {
            outcomes.add(outcome(report));
          }
        } else {
          System.out.println(script + ": " + line);
        }
      }
      outcomes.addAll(afterwards(process, outcomes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      watchdog.cancel(false);
      process.destroyForcibly();
    }
    return outcomes;
  }

  private static Process start(ProcessBuilder builder) {
    if (!new File(builder.directory(), "node_modules").isDirectory()) {
      throw new IllegalStateException(
          "There are no npm packages in " + builder.directory() + ": run `mvn verify` once.");
    }
    try {
      return builder.start();
    } catch (IOException e) {
      throw new IllegalStateException(
          "Node.js 20 or later must be on the PATH, as `node`: install it from https://nodejs.org/",
          e);
    }
  }

  private void obey(String command, Writer answers) throws IOException {
    Runnable action = commands.get(command);
    if (action == null) {
      throw new IllegalStateException(script + " asks for " + command);
    }
    action.run();
    answers.write("done\n");
    answers.flush();
  }

  /** What the process as a whole has to say that its tests have not. */
  private List<Outcome> afterwards(Process process, List<Outcome> outcomes) {
    int status = process.onExit().join().exitValue();
    boolean failed = outcomes.stream().anyMatch(outcome -> !outcome.problem().isEmpty());
    if (status != 0 && !failed) {
      return List.of(new Outcome("(script)", "node ended with status " + status));
    }
    if (outcomes.isEmpty()) {
      return List.of(new Outcome("(script)", "node ran no test"));
    }
    return List.of();
  }

  private static Outcome outcome(JsonObject report) {
    String name =
        report.getJsonArray("path").getValuesAs(JsonString::getString).stream()
            .collect(Collectors.joining(": "));
    return new Outcome(
        name,
        report.get("problem").getValueType() == JsonValue.ValueType.NULL
            ? ""
            : report.getString("problem"));
  }

  private static JsonObject parse(String line) {
    try (var reader = Json.createReader(new StringReader(line))) {
      return reader.readObject();
    }
  }
}
