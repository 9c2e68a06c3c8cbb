package dev.socketee.it.runtime;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A server without Jakarta EE around it, whose main method is in a module below {@code runtimes}.
 * CDI (Weld) and JSON-B (Yasson) are in a loader above the WAR, of its own for each application.
 */
public final class EmbeddedServer implements Server {

  private static final Duration TIME = Duration.ofSeconds(90);

  /** What Tomcat's own scripts open for it, so that it can clean up after an application. */
  private static final List<String> OPENED_FOR_TOMCAT =
      List.of(
          "--add-opens=java.base/java.io=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
          "--add-opens=java.rmi/sun.rmi.transport=ALL-UNNAMED");

  private final String id;
  private final String title;
  private final String mainClass;
  private final List<Path> classPath;
  private final List<String> options;

  private EmbeddedServer(
      String id, String name, String mainClass, List<Path> classPath, List<String> options) {
    this.id = id;
    this.title = name + " " + System.getProperty("server.version." + id, "") + ", Weld";
    this.mainClass = mainClass;
    this.classPath = classPath;
    this.options = options;
  }

  /**
   * Tomcat.
   *
   * @param version 10.1 or 11
   */
  public static EmbeddedServer tomcat(String version) {
    Path target = target("tomcat");
    return new EmbeddedServer(
        "tomcat-" + version,
        "Tomcat",
        "dev.socketee.it.tomcat.TomcatContainer",
        List.of(
            target.resolve("classes"),
            target.resolve("tomcat-" + version + "/*"),
            target.resolve("lib/*")),
        OPENED_FOR_TOMCAT);
  }

  /** Jetty 12.1, as a server of Jakarta EE 10. */
  public static EmbeddedServer jetty() {
    Path target = target("jetty");
    return new EmbeddedServer(
        "jetty-12.1",
        "Jetty",
        "dev.socketee.it.jetty.JettyContainer",
        List.of(target.resolve("classes"), target.resolve("lib/*")),
        List.of());
  }

  /** Undertow by itself, without WildFly. */
  public static EmbeddedServer undertow() {
    Path target = target("undertow");
    return new EmbeddedServer(
        "undertow",
        "Undertow",
        "dev.socketee.it.undertow.UndertowContainer",
        List.of(target.resolve("classes"), target.resolve("lib/*")),
        List.of());
  }

  private static Path target(String module) {
    return Path.of("runtimes", module, "target").toAbsolutePath();
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public RunningServer start() throws IOException {
    Path folder = Folders.empty(Path.of("target/servers", id + "-run").toAbsolutePath());
    int port = Ports.free(1).get(0);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    command.addAll(options);
    command.add("-cp");
    command.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    Path libraries = target("libraries").resolve("lib");
    command.addAll(
        List.of(mainClass, Integer.toString(port), folder.toString(), libraries.toString()));
    return ConsoleServer.start(
        new ProcessBuilder(command).directory(folder.toFile()),
        folder.resolve("server.log"),
        port,
        TIME);
  }
}
