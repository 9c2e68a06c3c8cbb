package dev.socketee.it.console;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What applications need and a servlet container does not have, such as CDI. Each application has a
 * loader of its own for it, between that of the server and that of the WAR: there can be but one
 * Weld for each loader that has its classes.
 */
public final class Libraries extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private Libraries(URL[] jars, ClassLoader server) {
    super("libraries", jars, server);
  }

  /**
   * The libraries, for one application. To be closed when that is gone.
   *
   * @param folder has the jars
   * @param server the loader of the server, whose classes come first
   */
  public static Libraries of(Path folder, ClassLoader server) throws IOException {
    return new Libraries(jars(folder).toArray(URL[]::new), server);
  }

  /**
   * The jars of a folder, by name.
   *
   * @param folder it need not be there
   */
  public static List<URL> jars(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<URL> jars = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
        jars.add(jar.toUri().toURL());
      }
    }
    return jars;
  }
}
