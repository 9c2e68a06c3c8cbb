package dev.socketee.it.runtime;

import dev.socketee.it.console.Container;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Open Liberty with the features of {@code src/test/open-liberty/server.xml}. It is told what to do
 * by files of its configuration, which it looks at several times a second.
 */
public final class OpenLibertyServer implements Server {

  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration DEPLOY = Duration.ofMinutes(2);
  private static final String NAME = "socketee";

  private final Path home = Path.of("target/servers/open-liberty/wlp").toAbsolutePath();

  /** Creates it. */
  public OpenLibertyServer() {}

  @Override
  public String id() {
    return "open-liberty";
  }

  @Override
  public String title() {
    return "Open Liberty " + System.getProperty("server.version.open-liberty", "");
  }

  @Override
  public RunningServer start() throws IOException {
    Path user = Folders.empty(Path.of("target/servers/open-liberty-run").toAbsolutePath());
    Path folder = user.resolve("servers").resolve(NAME);
    Folders.copy(Path.of("src/test/open-liberty"), folder);
    Files.createDirectories(folder.resolve("configDropins/overrides"));
    int port = Ports.free(1).get(0);
    Files.writeString(folder.resolve("bootstrap.properties"), "http.port=" + port + "\n");
    ProcessBuilder command = command(user, List.of("-Xmx512m"), List.of());
    ServerProcess process = ServerProcess.start(command, user.resolve("console.log"));
    try {
      process.await("Open Liberty runs", START, () -> process.hasPrinted("CWWKF0011I"));
    } catch (IOException e) {
      process.close();
      throw e;
    }
    return new Running(this, process, port, folder);
  }

  /** What {@code bin/server} starts, without the shell around it. */
  private ProcessBuilder command(Path user, List<String> ofJava, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-javaagent:" + home.resolve("bin/tools/ws-javaagent.jar"));
    command.add("-Djava.awt.headless=true");
    String options = Runtime.version().feature() < 24 ? "java9.options" : "java24.options";
    command.add("@" + home.resolve("lib/platform/java").resolve(options));
    command.addAll(ofJava);
    command.add("-jar");
    command.add(home.resolve("bin/tools/ws-server.jar").toString());
    command.add(NAME);
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(user.toFile());
    builder.environment().put("WLP_USER_DIR", user.toString());
    return builder;
  }

  private record Running(OpenLibertyServer server, ServerProcess process, int port, Path folder)
      implements RunningServer {

    @Override
    public URI uri(String application) {
      return URI.create("http://127.0.0.1:" + port + Container.contextPath(application) + "/");
    }

    @Override
    public void deploy(String application, Path war) throws IOException {
      Path copy = Files.createDirectories(folder.resolve("apps")).resolve(application + ".war");
      Files.copy(war, copy, StandardCopyOption.REPLACE_EXISTING);
      String element =
          """
          <server>
            <webApplication id="%s" name="%s" location="%s" contextRoot="%s"/>
          </server>
          """
              .formatted(application, application, copy, Container.contextRoot(application));
      int before = printed().length();
      Files.writeString(configurationOf(application), element);
      String started = "CWWKZ0001I: Application " + application + " started";
      process.await(
          "the deployment of " + application,
          DEPLOY,
          () -> {
            String since = printed().substring(before);
            return since.contains(started) || since.contains("CWWKZ0002E");
          });
      if (!printed().substring(before).contains(started)) {
        String log = process.tail();
        remove(application, "CWWKG0017I");
        throw new IOException("Open Liberty refuses " + application + ":\n" + log);
      }
    }

    @Override
    public void undeploy(String application) throws IOException {
      remove(application, "CWWKZ0009I: The application " + application + " has stopped");
    }

    /** Until the server says so. */
    private void remove(String application, String message) throws IOException {
      int before = printed().length();
      Files.delete(configurationOf(application));
      process.await(
          "the end of " + application, DEPLOY, () -> printed().substring(before).contains(message));
    }

    private Path configurationOf(String application) {
      return folder.resolve("configDropins/overrides").resolve(application + ".xml");
    }

    private String printed() {
      return process.printed();
    }

    @Override
    public Path log() {
      return folder.resolve("logs/messages.log");
    }

    @Override
    public void stop() throws IOException {
      Path user = folder.getParent().getParent();
      ProcessBuilder command = server.command(user, List.of(), List.of("--stop"));
      ServerProcess stop = ServerProcess.start(command, user.resolve("stop.log"));
      try {
        stop.awaitEnd();
      } finally {
        process.awaitEnd();
      }
    }

    @Override
    public void close() {
      process.close();
    }
  }
}
