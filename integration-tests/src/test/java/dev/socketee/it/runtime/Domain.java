package dev.socketee.it.runtime;

import dev.socketee.it.console.Container;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A domain of Payara or GlassFish, in a process of its own. */
final class Domain implements RunningServer {

  private static final Duration START = Duration.ofMinutes(4);
  private static final String APPLICATIONS = "applications/application";

  private final ServerProcess process;
  private final AdminRest administration;
  private final int port;

  private Domain(ServerProcess process, AdminRest administration, int port) {
    this.process = process;
    this.administration = administration;
    this.port = port;
  }

  /**
   * Starts a domain, and waits until it has started.
   *
   * @param installation the folder that has the folder {@code glassfish}
   * @param java the folder of the Java to use
   * @param files the domain
   */
  static Domain start(Path installation, Path java, DomainFiles files) throws IOException {
    Path folder = files.folder().toAbsolutePath();
    List<String> command =
        List.of(
            java.resolve("bin/java").toString(),
            "-jar",
            installation.resolve("glassfish/lib/client/appserver-cli.jar").toString(),
            "--interactive=false",
            "start-domain",
            "--verbose",
            "--domaindir",
            String.valueOf(folder.getParent()),
            String.valueOf(folder.getFileName()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("AS_JAVA", java.toString());
    builder.environment().put("JAVA_HOME", java.toString());
    return start(builder, files);
  }

  /**
   * Starts a domain, and waits until it has started.
   *
   * @param command how
   * @param files the domain
   */
  static Domain start(ProcessBuilder command, DomainFiles files) throws IOException {
    Path log = files.folder().resolveSibling("output.log");
    ServerProcess process = ServerProcess.start(command, log);
    AdminRest administration = new AdminRest(files.adminPort());
    try {
      process.await("the administration answers", START, administration::answers);
    } catch (IOException e) {
      process.close();
      throw e;
    }
    return new Domain(process, administration, files.httpPort());
  }

  /**
   * Waits until an application answers that the domain has had before.
   *
   * @param application its name
   * @return this
   */
  Domain await(String application) throws IOException {
    try {
      process.await(
          application + " answers", START, () -> administration.answers(uri(application)));
    } catch (IOException e) {
      process.close();
      throw e;
    }
    return this;
  }

  @Override
  public URI uri(String application) {
    return URI.create("http://127.0.0.1:" + port + Container.contextPath(application) + "/");
  }

  @Override
  public void deploy(String application, Path war) throws IOException {
    Map<String, String> parameters =
        Map.of(
            "id", war.toAbsolutePath().toString(),
            "name", application,
            "contextroot", Container.contextRoot(application));
    try {
      administration.post(APPLICATIONS, parameters);
    } catch (IOException e) {
      throw new IOException("Cannot deploy " + application + ":\n" + process.tail(), e);
    }
  }

  @Override
  public void undeploy(String application) throws IOException {
    administration.delete(APPLICATIONS + "/" + application);
  }

  @Override
  public Path log() {
    return process.output();
  }

  @Override
  public void stop() throws IOException {
    administration.post("stop", Map.of());
    process.awaitEnd();
  }

  @Override
  public void close() {
    process.close();
  }
}
