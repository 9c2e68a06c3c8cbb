package dev.socketee.it.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Java runtimes of this machine, for servers that need a newer one than the build. */
final class Jdks {

  /** As services for builds name them, like {@code JAVA_HOME_21_X64}. */
  private static final Pattern VARIABLE = Pattern.compile("JAVA_HOME(_\\d+(_\\w+)?)?");

  private static final Pattern TOOLCHAIN = Pattern.compile("<jdkHome>\\s*([^<]+?)\\s*</jdkHome>");

  /** In the file {@code release}; before Java 9 it says 1 where newer ones say their number. */
  private static final Pattern RELEASE = Pattern.compile("JAVA_VERSION=\"(\\d+)");

  private final List<Path> homes;

  private record Jdk(Path home, int version) {}

  /**
   * @param homes where there may be one
   */
  Jdks(List<Path> homes) {
    this.homes = homes;
  }

  /**
   * Those of this machine: that of this JVM, those of environment variables, of Maven's toolchains,
   * and where operating systems and their users put them.
   *
   * @param environment the variables
   * @param user the home folder of the user
   */
  static Jdks ofThisMachine(Map<String, String> environment, Path user) throws IOException {
    List<Path> homes = new ArrayList<>();
    homes.add(Path.of(System.getProperty("java.home")));
    environment.forEach(
        (name, value) -> {
          if (VARIABLE.matcher(name).matches() && !value.isEmpty()) {
            homes.add(Path.of(value));
          }
        });
    Path toolchains = user.resolve(".m2/toolchains.xml");
    if (Files.exists(toolchains)) {
      TOOLCHAIN
          .matcher(Files.readString(toolchains))
          .results()
          .forEach(home -> homes.add(Path.of(home.group(1))));
    }
    for (Path folder :
        List.of(
            Path.of("/usr/lib/jvm"),
            Path.of("/Library/Java/JavaVirtualMachines"),
            Path.of("C:/Program Files/Java"),
            Path.of("C:/Program Files/Eclipse Adoptium"),
            user.resolve(".sdkman/candidates/java"),
            user.resolve(".jdks"))) {
      addAll(folder, homes);
    }
    return new Jdks(homes);
  }

  /**
   * A Java 21 or newer of this machine, or else one of Debian.
   *
   * @param folder for the one of Debian
   * @return its executable {@code java}
   * @throws IOException if there is neither
   */
  static Path java21OrNewer(Path folder) throws IOException {
    Path user = Path.of(System.getProperty("user.home"));
    Optional<Path> here = ofThisMachine(System.getenv(), user).java(21);
    if (here.isPresent()) {
      return here.get();
    }
    try {
      return DebianJava.in(folder);
    } catch (IOException e) {
      throw new IOException(
          "There is no Java 21 or newer on this machine: install one, and if it is not found, let"
              + " JAVA_HOME_21 name its folder",
          e);
    }
  }

  private static void addAll(Path folder, List<Path> homes) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        homes.add(entry);
        homes.add(entry.resolve("Contents/Home"));
      }
    }
  }

  /**
   * The oldest one that is new enough.
   *
   * @param version the feature release that it has to be at least
   * @return its executable {@code java}
   */
  Optional<Path> java(int version) {
    return homes.stream()
        .flatMap(Jdks::jdk)
        .filter(jdk -> jdk.version() >= version)
        .min(Comparator.comparingInt(Jdk::version))
        .map(jdk -> executable(jdk.home()));
  }

  private static Stream<Jdk> jdk(Path home) {
    Path release = home.resolve("release");
    if (!Files.isExecutable(executable(home)) || !Files.isReadable(release)) {
      return Stream.empty();
    }
    try (Stream<String> lines = Files.lines(release)) {
      return lines
          .map(RELEASE::matcher)
          .filter(Matcher::lookingAt)
          .map(line -> new Jdk(home, Integer.parseInt(line.group(1))))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path executable(Path home) {
    Path windows = home.resolve("bin/java.exe");
    return Files.exists(windows) ? windows : home.resolve("bin/java");
  }
}
