package dev.socketee.it.undertow;

import dev.socketee.it.console.Libraries;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The class loader of an application; the server's classes come first, as it has no others of it.
 */
final class WarLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private WarLoader(String name, URL[] places, ClassLoader parent) {
    super(name, places, parent);
  }

  /**
   * The loader of an unpacked WAR.
   *
   * @param files its folder
   * @param parent whose classes come first
   */
  static WarLoader of(Path files, ClassLoader parent) throws IOException {
    List<URL> places = new ArrayList<>();
    places.add(classes(files).toUri().toURL());
    places.addAll(Libraries.jars(files.resolve("WEB-INF/lib")));
    return new WarLoader(files.getFileName().toString(), places.toArray(URL[]::new), parent);
  }

  /** The classes that are not in a jar; the folder may be missing. */
  static Path classes(Path files) {
    return files.resolve("WEB-INF/classes");
  }
}
