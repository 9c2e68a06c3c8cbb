package dev.socketee.it.undertow;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The class loader of an application; the server's classes come first, as it has no others of it.
 */
final class WarLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private WarLoader(String name, URL[] places) {
    super(name, places, WarLoader.class.getClassLoader());
  }

  /**
   * The loader of an unpacked WAR.
   *
   * @param files its folder
   */
  static WarLoader of(Path files) throws IOException {
    List<URL> places = new ArrayList<>();
    places.add(classes(files).toUri().toURL());
    for (Path jar : jars(files)) {
      places.add(jar.toUri().toURL());
    }
    return new WarLoader(files.getFileName().toString(), places.toArray(URL[]::new));
  }

  /** The classes that are not in a jar; the folder may be missing. */
  static Path classes(Path files) {
    return files.resolve("WEB-INF/classes");
  }

  private static List<Path> jars(Path files) throws IOException {
    Path folder = files.resolve("WEB-INF/lib");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> jars = Files.list(folder)) {
      return jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList();
    }
  }
}
