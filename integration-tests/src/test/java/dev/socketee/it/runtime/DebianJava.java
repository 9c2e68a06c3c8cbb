package dev.socketee.it.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * Java 21 from the packages of a newer Debian, unpacked into a folder: for machines with an older
 * Debian, whose users need not be able to install anything. It brings its own C library along.
 */
final class DebianJava {

  private static final String RELEASE = "trixie";
  private static final List<String> PACKAGES =
      List.of("openjdk-21-jre-headless", "libc6", "libgcc-s1", "libstdc++6", "zlib1g");

  /**
   * Its own lists and its own idea of what is installed, so that it harms nothing of the system.
   */
  private static final String CONFIGURATION =
      """
      Dir::State "%1$s/state";
      Dir::State::status "%1$s/state/status";
      Dir::Cache "%1$s/cache";
      Dir::Etc::sourcelist "%1$s/sources.list";
      Dir::Etc::sourceparts "-";
      Acquire::Languages "none";
      APT::Sandbox::User "root";
      """;

  private final Path folder;

  private DebianJava(Path folder) {
    this.folder = folder;
  }

  /**
   * Downloads and unpacks it, unless that has been done.
   *
   * @param folder for all of it
   * @return the executable {@code java}
   * @throws IOException if this is no Debian, or a command fails
   */
  static Path in(Path folder) throws IOException {
    return new DebianJava(folder.toAbsolutePath()).java();
  }

  private Path java() throws IOException {
    Path stamp = folder.resolve("complete");
    Path root = folder.resolve("root");
    if (!Files.exists(stamp)) {
      Folders.empty(folder);
      download();
      unpack(root);
      relink(root);
      Path loader = only(only(root.resolve("usr/lib"), "*-linux-gnu*"), "ld-linux*.so.*");
      wrap(loader, home(root).resolve("bin/java"));
      wrap(loader, home(root).resolve("lib/jspawnhelper"));
      Files.createFile(stamp);
    }
    return home(root).resolve("bin/java");
  }

  private static Path home(Path root) throws IOException {
    return only(root.resolve("usr/lib/jvm"), "java-21-openjdk-*");
  }

  private void download() throws IOException {
    String source =
        "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s %s main%n"
            .formatted(mirror(), RELEASE);
    Files.createDirectories(folder.resolve("state/lists/partial"));
    Files.createDirectories(folder.resolve("cache/archives/partial"));
    Files.createFile(folder.resolve("state/status"));
    Files.writeString(folder.resolve("sources.list"), source);
    Files.writeString(folder.resolve("apt.conf"), CONFIGURATION.formatted(folder));
    run("apt-get", "-q", "update");
    run(Stream.concat(Stream.of("apt-get", "-q", "download"), PACKAGES.stream()));
  }

  /** Where this machine has its packages from. */
  private String mirror() throws IOException {
    String prefix = "Debian Debian ";
    return run("apt-get", "indextargets", "--format", "$(ORIGIN) $(LABEL) $(REPO_URI)")
        .lines()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()))
        .findFirst()
        .orElseThrow(() -> new IOException("This machine has no packages from Debian"));
  }

  private void unpack(Path root) throws IOException {
    Files.createDirectories(root);
    try (DirectoryStream<Path> packages = Files.newDirectoryStream(folder, "*.deb")) {
      for (Path file : packages) {
        run("dpkg-deb", "-x", file.toString(), root.toString());
      }
    }
  }

  /** Links to configuration in {@code /etc} lead there. */
  private static void relink(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path link : files.filter(Files::isSymbolicLink).toList()) {
        Path target = Files.readSymbolicLink(link);
        Path here = root.resolve("." + target).normalize();
        if (target.isAbsolute() && Files.exists(here)) {
          Files.delete(link);
          Files.createSymbolicLink(link, here);
        }
      }
    }
  }

  /** The executable names the loader of the system, whose C library may be too old. */
  private static void wrap(Path loader, Path executable) throws IOException {
    Path original = executable.resolveSibling(executable.getFileName() + ".original");
    Files.move(executable, original);
    String script =
        """
        #!/bin/sh
        exec "%s" --library-path "%s" "%s" "$@"
        """;
    Files.writeString(executable, script.formatted(loader, loader.getParent(), original));
    Files.setPosixFilePermissions(executable, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path only(Path parent, String pattern) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent, pattern)) {
      for (Path entry : entries) {
        return entry;
      }
    }
    throw new IOException("There is no " + pattern + " in " + parent);
  }

  private String run(String... command) throws IOException {
    return run(Stream.of(command));
  }

  private String run(Stream<String> command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command.toList()).directory(folder.toFile()).redirectErrorStream(true);
    Path configuration = folder.resolve("apt.conf");
    if (Files.exists(configuration)) {
      builder.environment().put("APT_CONFIG", configuration.toString());
    }
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", builder.command()) + " failed:\n" + output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
    return output;
  }
}
