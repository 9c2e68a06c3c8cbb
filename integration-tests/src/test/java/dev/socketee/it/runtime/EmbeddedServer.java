package dev.socketee.it.runtime;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A server without Jakarta EE around it, whose main method is in a module below {@code runtimes}.
 * CDI (Weld) and JSON-B (Yasson) are on its class path, above the WAR.
 */
public final class EmbeddedServer implements Server {

  private static final Duration TIME = Duration.ofSeconds(90);

  private final String id;
  private final String title;
  private final String mainClass;
  private final List<Path> classPath;

  private EmbeddedServer(String id, String name, String mainClass, List<Path> classPath) {
    this.id = id;
    this.title = name + " " + System.getProperty("server.version." + id, "") + ", Weld";
    this.mainClass = mainClass;
    this.classPath = classPath;
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
            target.resolve("lib/*")));
  }

  /** Jetty 12.1, as a server of Jakarta EE 10. */
  public static EmbeddedServer jetty() {
    Path target = target("jetty");
    return new EmbeddedServer(
        "jetty-12.1",
        "Jetty",
        "dev.socketee.it.jetty.JettyContainer",
        List.of(target.resolve("classes"), target.resolve("lib/*")));
  }

  /** Undertow by itself, without WildFly. */
  public static EmbeddedServer undertow() {
    Path target = target("undertow");
    return new EmbeddedServer(
        "undertow",
        "Undertow",
        "dev.socketee.it.undertow.UndertowContainer",
        List.of(target.resolve("classes"), target.resolve("lib/*")));
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
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-cp",
            classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
            mainClass,
            Integer.toString(port),
            folder.toString());
    return ConsoleServer.start(
        command.directory(folder.toFile()), folder.resolve("server.log"), port, TIME);
  }

  /** All of them, in the order of the table. */
  public static List<Server> all() {
    return List.of(tomcat("10.1"), tomcat("11"), jetty(), undertow());
  }
}
