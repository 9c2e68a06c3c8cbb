package dev.socketee.it.runtime;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Payara Micro, in a JVM with a main method of our own. */
public final class PayaraMicroServer implements Server {

  private static final Duration TIME = Duration.ofMinutes(4);
  private static final Path TARGET = Path.of("runtimes/payara-micro/target").toAbsolutePath();
  private static final Path JAR = TARGET.resolve("payara-micro/payara-micro.jar");
  private static final Path LIBRARY = TARGET.resolve("payara-micro/tyrus-extension-deflate.jar");

  @Override
  public String id() {
    return "payara-micro";
  }

  @Override
  public String title() {
    return "Payara Micro " + System.getProperty("server.version.payara-micro", "");
  }

  @Override
  public RunningServer start() throws IOException {
    Path folder = Folders.empty(Path.of("target/servers/payara-micro-run").toAbsolutePath());
    int port = Ports.free(1).get(0);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(opened());
    command.addAll(List.of("-Xmx512m", "-Dh2.bindAddress=127.0.0.1", "-cp"));
    command.add(
        String.join(
            File.pathSeparator,
            TARGET.resolve("classes").toString(),
            TARGET.resolve("lib/*").toString(),
            JAR.toString()));
    command.add("dev.socketee.it.payara.PayaraMicroContainer");
    command.add(Integer.toString(port));
    command.add(folder.toString());
    command.add(LIBRARY.toString());
    return ConsoleServer.start(
        new ProcessBuilder(command).directory(folder.toFile()),
        folder.resolve("server.log"),
        port,
        TIME);
  }

  /** What the manifest of the jar asks for, which counts with {@code java -jar} only. */
  private static List<String> opened() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      return Stream.of("exports", "opens")
          .flatMap(
              what ->
                  Stream.of(manifest.getValue("Add-" + what).split(" ", -1))
                      .map(name -> "--add-%s=%s=ALL-UNNAMED".formatted(what, name)))
          .toList();
    }
  }
}
